namespace Gouvernail.Consult.Csv;

internal sealed partial class CsvTokens
{
    private static readonly Wording _quoteRule = new(
        "quotes only around a whole field, and doubled inside it",
        "des guillemets seulement autour d’un champ entier, et doublés à l’intérieur");

    private static readonly Wording _commaRule = new(
        "fields separated by commas, and not by semicolons or tabs",
        "des champs séparés par des virgules, et non par des points-virgules ou des tabulations");

    private byte[] _unquoted = [];
    private int _unquotedLength;

    // A row with quotes is copied without them, its fields one byte apart, so that it reads like any other.
    private bool ReadQuotedRow()
    {
        _unquotedLength = 0;
        int count = 0;
        do
        {
            int start = _unquotedLength;
            int column = count + 1;
            if (Peek() == '"')
            {
                ReadQuotedField(column);
            }
            else
            {
                ReadBareField(column);
            }

            CheckLength(_unquotedLength - start, Line, column);
            if (count + 1 >= _ends.Length)
            {
                Array.Resize(ref _ends, 2 * _ends.Length);
            }

            _ends[count++] = _unquotedLength;
            Copy(","u8);
        }
        while (TakeSeparator(count));

        _row = _unquoted;
        _rowStart = 0;
        Count = count;
        _nextLine++;
        CheckRow();
        return true;
    }

    private void ReadQuotedField(int column)
    {
        long opened = _nextLine;
        int start = _unquotedLength;
        _at++;
        while (true)
        {
            ReadOnlySpan<byte> ahead = _block.AsSpan(_at, _end - _at);
            int quote = ahead.IndexOf((byte)'"');
            ReadOnlySpan<byte> text = quote < 0 ? ahead : ahead[..quote];
            _nextLine += text.Count((byte)'\n');
            Copy(text);
            _at += text.Length;
            CheckLength(_unquotedLength - start, opened, column);
            if (quote < 0)
            {
                if (_isLast)
                {
                    throw At(
                        opened,
                        new("a quote that is never closed", "un guillemet jamais fermé"),
                        new(
                            "a closing quote; is the file cut short?",
                            "un guillemet fermant\u00a0; le fichier est-il coupé\u00a0?"),
                        column);
                }

                Refill();
                continue;
            }

            _at++;
            if (Peek() != '"')
            {
                return;
            }

            Copy("\""u8);
            _at++;
        }
    }

    private void ReadBareField(int column)
    {
        while (true)
        {
            ReadOnlySpan<byte> ahead = _block.AsSpan(_at, _end - _at);
            int stop = ahead.IndexOfAny((byte)',', (byte)'\n', (byte)'"');
            if (stop >= 0 && ahead[stop] == '"')
            {
                throw At(
                    _nextLine,
                    new("a quote in the middle of a field", "un guillemet au milieu d’un champ"),
                    _quoteRule,
                    column);
            }

            ReadOnlySpan<byte> text = stop < 0 ? ahead : ahead[..stop];
            Copy(text);
            _at += text.Length;
            if (stop >= 0 || _isLast)
            {
                if ((stop < 0 || _block[_at] == '\n') && _unquotedLength > 0 && _unquoted[_unquotedLength - 1] == '\r')
                {
                    _unquotedLength--;
                }

                return;
            }

            Refill();
        }
    }

    // True where another field follows.
    private bool TakeSeparator(int column)
    {
        int next = Peek();
        if (next == '\r')
        {
            _at++;
            next = Peek() is '\n' or -1 ? Peek() : '\r';
        }

        if (next is not (',' or '\n' or -1))
        {
            throw At(
                _nextLine,
                new("text after a closing quote", "du texte après un guillemet fermant"),
                next is ';' or '\t' ? _commaRule : _quoteRule,
                column);
        }

        _at += next == -1 ? 0 : 1;
        return next == ',';
    }

    private int Peek()
    {
        if (_at == _end && !_isLast)
        {
            Refill();
        }

        return _at == _end ? -1 : _block[_at];
    }

    private void Copy(ReadOnlySpan<byte> text)
    {
        int needed = _unquotedLength + text.Length;
        if (needed > _limits.LineBytes)
        {
            throw TooLong();
        }

        if (needed > _unquoted.Length)
        {
            Array.Resize(ref _unquoted, Math.Max(needed, Math.Max(4096, 2 * _unquoted.Length)));
        }

        text.CopyTo(_unquoted.AsSpan(_unquotedLength));
        _unquotedLength = needed;
    }
}
