namespace Gouvernail.Journals;

/// <summary>
/// Reads UTF-8 once, from the left, and tells whether it is canonical JSON. It keeps nothing but its place, whatever
/// the input; nesting is bounded, so that recursion is too.
/// </summary>
/// <param name="bytes">Valid UTF-8.</param>
internal ref struct CanonicalScanner(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>True if the bytes are one canonical value and nothing else.</summary>
    /// <param name="depth">How many objects and arrays the value stands in.</param>
    public bool IsOneValue(int depth) => Value(depth) && _at == _bytes.Length;

    private bool Value(int depth)
    {
        switch (Peek())
        {
            case '{':
                return depth < CanonicalJson.MostDepth && Object(depth + 1);
            case '[':
                return depth < CanonicalJson.MostDepth && Array(depth + 1);
            case '"':
                return Text(out _);
            case 't':
                return Word("true"u8);
            case 'f':
                return Word("false"u8);
            case 'n':
                return Word("null"u8);
            default:
                return Number();
        }
    }

    private bool Object(int depth)
    {
        _at++;
        if (Skip('}'))
        {
            return true;
        }

        ReadOnlySpan<byte> previous = default;
        bool isFirst = true;
        do
        {
            if (!Text(out ReadOnlySpan<byte> name)
                || (!isFirst && CanonicalText.CompareNames(previous, name) >= 0)
                || !Skip(':')
                || !Value(depth))
            {
                return false;
            }

            previous = name;
            isFirst = false;
        }
        while (Skip(','));

        return Skip('}');
    }

    private bool Array(int depth)
    {
        _at++;
        if (Skip(']'))
        {
            return true;
        }

        do
        {
            if (!Value(depth))
            {
                return false;
            }
        }
        while (Skip(','));

        return Skip(']');
    }

    /// <summary>A string; <paramref name="content"/> is what stands between its quotes, escapes and all.</summary>
    private bool Text(out ReadOnlySpan<byte> content)
    {
        content = default;
        if (!Skip('"'))
        {
            return false;
        }

        int start = _at;
        while (true)
        {
            int stop = CanonicalText.FirstEscaped(_bytes[_at..]);
            if (stop < 0)
            {
                return false;
            }

            _at += stop;
            if (Skip('"'))
            {
                content = _bytes[start..(_at - 1)];
                return true;
            }

            if (CanonicalText.Unescape(_bytes[_at..], out int length) < 0)
            {
                return false;
            }

            _at += length;
        }
    }

    private bool Number()
    {
        int start = _at;
        while (Peek() is (>= '0' and <= '9') or '-' or '+' or '.' or 'e')
        {
            _at++;
        }

        return CanonicalNumber.IsCanonical(_bytes[start.._at]);
    }

    private bool Word(ReadOnlySpan<byte> word)
    {
        bool isThere = _bytes[_at..].StartsWith(word);
        _at += word.Length;
        return isThere;
    }

    private bool Skip(char sign)
    {
        bool isThere = Peek() == sign;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>The next byte; -1 at the end.</summary>
    private readonly int Peek() => _at < _bytes.Length ? _bytes[_at] : -1;
}
