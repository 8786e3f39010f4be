using System.Text;
using System.Text.Unicode;

namespace Gouvernail.Consult.Csv;

internal sealed partial class CsvTokens
{
    /// <summary>How many fields the row has, in words.</summary>
    public Wording WidthInWords => Count == 1
        ? new("a row of 1 field", "une ligne de 1 champ")
        : new($"a row of {Count} fields", $"une ligne de {Count} champs");

    /// <summary>A problem with one field of the row.</summary>
    public UnreadableException Wrong(int field, Wording expected)
    {
        int start = field == 0 ? 0 : _ends[field - 1] + 1;
        long line = Line + Row[..start].Count((byte)'\n');
        ReadOnlySpan<byte> found = this[field];
        return At(
            line,
            found.IsEmpty ? new("an empty field", "un champ vide") : Excerpt.Of(found),
            expected,
            field + 1);
    }

    /// <summary>A problem with the row as a whole.</summary>
    public UnreadableException WrongRow(Wording found, Wording expected) => At(Line, found, expected);

    /// <summary>Refuses a row that is not as wide as the header.</summary>
    public void RequireWidth(int width)
    {
        if (Count != width)
        {
            throw WrongRow(WidthInWords, new(
                $"{width} fields, as many as the first line names; is the file cut short, or a comma not quoted?",
                $"{width} champs, autant qu’en nomme la première ligne\u00a0; le fichier est-il coupé, ou une virgule "
                + "sans guillemets\u00a0?"));
        }
    }

    private UnreadableException At(long line, Wording found, Wording expected, int column = 0) =>
        new(new InputProblem(File, line, column, found, expected));

    private UnreadableException TooLong() =>
        At(
            Line,
            new($"a line longer than {_limits.LineBytes} bytes", $"une ligne de plus de {_limits.LineBytes} octets"),
            new(
                "shorter lines; is this CSV, or a quote left open?",
                "des lignes plus courtes\u00a0; est-ce du CSV, ou un guillemet resté ouvert\u00a0?"));

    private void CheckLength(int length, long line, int column)
    {
        if (length > _limits.FieldBytes)
        {
            throw At(
                line,
                new(
                    $"a field longer than {_limits.FieldBytes} bytes",
                    $"un champ de plus de {_limits.FieldBytes} octets"),
                new(
                    "shorter fields; is a quote left open?",
                    "des champs plus courts\u00a0; un guillemet est-il resté ouvert\u00a0?"),
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
            throw Undecodable(
                zero,
                new("a zero byte: UTF-16, UTF-32 or damage", "un octet nul\u00a0: UTF-16, UTF-32 ou fichier abîmé"),
                "UTF-16");
        }

        if (!Utf8.IsValid(row))
        {
            int at = 0;
            while (Rune.DecodeFromUtf8(row[at..], out _, out int taken) == System.Buffers.OperationStatus.Done)
            {
                at += taken;
            }

            string value = $"0x{row[at]:X2}";
            throw Undecodable(
                at,
                new($"the byte {value}, which is not UTF-8", $"l’octet {value}, qui n’est pas de l’UTF-8"),
                "WINDOWS-1252");
        }
    }

    private UnreadableException Undecodable(int at, Wording found, string encoding)
    {
        int column = 1;
        while (column < Count && _ends[column - 1] < at)
        {
            column++;
        }

        long line = Line + Row[..at].Count((byte)'\n');
        return At(line, found, Utf8From(encoding), column);
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
            throw At(1, new($"a file in {other}", $"un fichier en {other}"), Utf8From(other));
        }

        _at = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    private static Wording Utf8From(string encoding) => new(
        $"text in UTF-8; save it again as \"CSV UTF-8\", or: iconv -f {encoding} -t UTF-8",
        "du texte en UTF-8\u00a0; enregistrez de nouveau en «\u00a0CSV UTF-8\u00a0», ou\u00a0: "
        + $"iconv -f {encoding} -t UTF-8");

    // A lone carriage return inside a line is text; in a file without line feeds it was meant to end the lines.
    private void RefuseBareReturns()
    {
        bool quoted = false;
        bool bare = false;
        for (int i = _at; i < _end; i++)
        {
            byte b = _block[i];
            quoted ^= b == '"';
            if (!quoted && b == '\n')
            {
                return;
            }

            bare |= !quoted && b == '\r' && i + 1 < _end;
        }

        if (bare)
        {
            throw At(
                1,
                new(
                    "lines that end as on old Macs, with a carriage return alone (CR)",
                    "des lignes terminées comme sur les anciens Mac, par un retour chariot seul (CR)"),
                new(
                    "lines that end in LF or CRLF; save it again as \"CSV UTF-8\", or: "
                    + "tr '\\r' '\\n' < old.csv > new.csv",
                    "des lignes terminées par LF ou CRLF\u00a0; enregistrez de nouveau en «\u00a0CSV UTF-8\u00a0», "
                    + "ou\u00a0: tr '\\r' '\\n' < avant.csv > apres.csv"));
        }
    }
}
