using System.Text;
using System.Text.Unicode;

namespace Gouvernail.Consult;

internal sealed partial class CsvTokens
{
    private const string Utf8Wanted = "text in UTF-8; save it again as \"CSV UTF-8\", or: iconv -f {0} -t UTF-8";

    /// <summary>A problem with one field of the row.</summary>
    public UnreadableException Wrong(int field, string expected)
    {
        int start = field == 0 ? 0 : _ends[field - 1] + 1;
        long line = Line + Row[..start].Count((byte)'\n');
        ReadOnlySpan<byte> found = this[field];
        return At(line, found.IsEmpty ? "an empty field" : Excerpt.Of(found), expected, field + 1);
    }

    /// <summary>A problem with the row as a whole.</summary>
    public UnreadableException WrongRow(string found, string expected) => At(Line, found, expected);

    /// <summary>Refuses a row that is not as wide as the header.</summary>
    public void RequireWidth(int width)
    {
        if (Count != width)
        {
            throw WrongRow(
                $"a row of {Count} field{(Count == 1 ? "" : "s")}",
                $"{width} fields, as many as the first line names; is the file cut short, or a comma not quoted?");
        }
    }

    private UnreadableException At(long line, string found, string expected, int column = 0) =>
        new(new InputProblem(File, line, column, found, expected));

    private UnreadableException TooLong() =>
        At(Line, $"a line longer than {_limits.LineBytes} bytes", "shorter lines; is this CSV, or a quote left open?");

    private void CheckLength(int length, long line, int column)
    {
        if (length > _limits.FieldBytes)
        {
            throw At(
                line,
                $"a field longer than {_limits.FieldBytes} bytes",
                "shorter fields; is a quote left open?",
                column);
        }
    }

    private void CheckRow()
    {
        if (Row.Length > _limits.LineBytes)
        {
            throw TooLong();
        }

        for (int field = 0; field < Count; field++)
        {
            CheckLength(this[field].Length, Line, field + 1);
        }

        ReadOnlySpan<byte> row = Row;
        int zero = row.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw Undecodable(zero, "a zero byte: UTF-16, UTF-32 or damage", "UTF-16");
        }

        if (!Utf8.IsValid(row))
        {
            int at = 0;
            while (Rune.DecodeFromUtf8(row[at..], out _, out int taken) == System.Buffers.OperationStatus.Done)
            {
                at += taken;
            }

            throw Undecodable(at, $"the byte 0x{row[at]:X2}, which is not UTF-8", "WINDOWS-1252");
        }
    }

    private UnreadableException Undecodable(int at, string found, string encoding)
    {
        int column = 1;
        while (column < Count && _ends[column - 1] < at)
        {
            column++;
        }

        long line = Line + Row[..at].Count((byte)'\n');
        return At(line, found, Utf8Wanted.Replace("{0}", encoding, StringComparison.Ordinal), column);
    }

    private void SkipByteOrderMark()
    {
        ReadOnlySpan<byte> head = _block.AsSpan(0, _end);
        string? other =
            head.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || head.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? "UTF-32"
            : head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]) ? "UTF-16"
            : null;
        if (other is not null)
        {
            throw At(1, $"a file in {other}", Utf8Wanted.Replace("{0}", other, StringComparison.Ordinal));
        }

        _at = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }
}
