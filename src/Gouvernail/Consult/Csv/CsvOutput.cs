using System.Buffers.Text;
using System.Text;

namespace Gouvernail.Consult.Csv;

/// <summary>Writes rows of fields as CSV (RFC 4180, UTF-8 without byte order mark, LF), quoting where needed.</summary>
internal sealed class CsvOutput(Stream stream) : IDisposable
{
    private const int BlockBytes = 1 << 18;
    private const int LongestNumber = 24;

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly byte[] _block = new byte[BlockBytes];
    private int _at;
    private bool _inRow;

    /// <summary>A text as the bytes of a field, in quotes where it has a comma, a quote or a line end.</summary>
    /// <exception cref="EncoderFallbackException">The text is not valid Unicode.</exception>
    public static byte[] Encode(string text)
    {
        bool plain = text.AsSpan().IndexOfAny("\",\r\n") < 0;
        return _strict.GetBytes(plain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    public CsvOutput Field(string text) => Field(Encode(text));

    /// <summary>Writes a field that <see cref="Encode"/> made.</summary>
    public CsvOutput Field(ReadOnlySpan<byte> encoded)
    {
        Separate();
        if (encoded.Length > _block.Length - _at)
        {
            FlushBlock();
            if (encoded.Length > _block.Length)
            {
                stream.Write(encoded);
                return this;
            }
        }

        encoded.CopyTo(_block.AsSpan(_at));
        _at += encoded.Length;
        return this;
    }

    public CsvOutput Field(long number)
    {
        Separate();
        Utf8Formatter.TryFormat(number, _block.AsSpan(_at), out int written);
        _at += written;
        return this;
    }

    /// <summary>Writes fields with nothing in them.</summary>
    public void Blanks(int count)
    {
        if (count > 0 && !_inRow)
        {
            _inRow = true;
            count--;
        }

        while (count > 0)
        {
            Reserve();
            int now = Math.Min(count, _block.Length - _at);
            _block.AsSpan(_at, now).Fill((byte)',');
            _at += now;
            count -= now;
        }
    }

    public void EndRow()
    {
        Reserve();
        _block[_at++] = (byte)'\n';
        _inRow = false;
    }

    public void Dispose()
    {
        try
        {
            FlushBlock();
        }
        finally
        {
            stream.Dispose();
        }
    }

    private void Separate()
    {
        Reserve();
        if (_inRow)
        {
            _block[_at++] = (byte)',';
        }

        _inRow = true;
    }

    private void Reserve()
    {
        if (_block.Length - _at < LongestNumber)
        {
            FlushBlock();
        }
    }

    private void FlushBlock()
    {
        stream.Write(_block, 0, _at);
        _at = 0;
    }
}
