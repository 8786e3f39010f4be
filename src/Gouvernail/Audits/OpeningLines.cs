namespace Gouvernail.Audits;

/// <summary>
/// Reads the openings of a bundle in order, one ahead; keeps to a line's memory. A file is asked for only once an entry
/// was read that it is for: the size that a bundle claims may be any number.
/// </summary>
internal sealed class OpeningLines(IBundle bundle) : IDisposable
{
    private long _last = -1;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _number = -1;
    private Stream? _stream;

    /// <summary>The next opening; null after the last one so far, or where a line is not one.</summary>
    public Opening? Current { get; private set; }

    /// <summary>The file with a line that is not an opening; null while there is none.</summary>
    public string? Broken { get; private set; }

    /// <summary>Looks as far as the openings of the entry at a place.</summary>
    public void Reach(long position)
    {
        _last = position / OpenedFile.Span;
        if (Current is null)
        {
            Next();
        }
    }

    /// <summary>Goes to the next opening.</summary>
    public void Next()
    {
        Current = null;
        while (Broken is null)
        {
            if (_stream is null)
            {
                if (_number >= _last)
                {
                    return;
                }

                _number++;
                _stream = bundle.Openings(_number);
                _start = _end = 0;
                continue;
            }

            if (Line() is { } line)
            {
                Take(line);
                return;
            }
        }
    }

    public void Dispose() => _stream?.Dispose();

    private void Take(ReadOnlyMemory<byte> line)
    {
        if (OpenedFile.TryRead(line, out Opening? opening) && opening.Index / OpenedFile.Span == _number)
        {
            Current = opening;
        }
        else
        {
            Broken = OpenedFile.PathOf(_number);
        }
    }

    /// <summary>The next line; null at the end of the file, which is then closed.</summary>
    private ReadOnlyMemory<byte>? Line()
    {
        int seen = _start;
        while (true)
        {
            int feed = _buffer.AsSpan(seen, _end - seen).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, seen + feed - _start);
                _start = seen + feed + 1;
                return line;
            }

            seen = _end;
            if (!Fill(ref seen))
            {
                return null;
            }
        }
    }

    private bool Fill(ref int seen)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            seen -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= OpenedFile.LongestLine)
            {
                Broken = OpenedFile.PathOf(_number);
                return false;
            }

            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = _stream!.Read(_buffer, _end, _buffer.Length - _end);
        if (read > 0)
        {
            _end += read;
            return true;
        }

        // What is left has no line feed: a file that was cut.
        Broken = _end > 0 ? OpenedFile.PathOf(_number) : null;
        _stream.Dispose();
        _stream = null;
        return false;
    }
}
