using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>
/// Writes rows for people's spreadsheets: CSV (RFC 4180) that begins with a byte order mark, and where no text can be
/// taken for a formula.
/// </summary>
internal sealed class SheetWriter(Stream stream)
{
    private const int Enough = 1 << 16;
    private readonly ArrayBufferWriter<byte> _block = new(2 * Enough);
    private bool _inRow;
    private bool _begun;

    /// <summary>Writes a text; one that a spreadsheet would compute is made plain by an apostrophe before it.</summary>
    public SheetWriter Text(string text)
    {
        string plain = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return Raw(plain.AsSpan().IndexOfAny("\",\r\n") < 0
            ? plain
            : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>Writes a number.</summary>
    public SheetWriter Number(long number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a time given in milliseconds since 1970.</summary>
    public SheetWriter Time(long milliseconds) => Raw(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Ends a row.</summary>
    public ValueTask EndRowAsync(CancellationToken cancel)
    {
        Add("\r\n");
        _inRow = false;
        return _block.WrittenCount < Enough ? ValueTask.CompletedTask : new ValueTask(FlushAsync(cancel));
    }

    /// <summary>Sends what is not sent yet.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(_block.WrittenMemory, cancel);
        _block.ResetWrittenCount();
    }

    private SheetWriter Raw(string cell)
    {
        if (_inRow)
        {
            Add(",");
        }

        _inRow = true;
        Add(cell);
        return this;
    }

    private void Add(string text)
    {
        if (!_begun)
        {
            _begun = true;
            _block.Write(Encoding.UTF8.Preamble);
        }

        Encoding.UTF8.GetBytes(text, _block);
    }
}
