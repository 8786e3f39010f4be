using System.Globalization;
using System.Text;

namespace Gouvernail.Mandate.Texts;

/// <summary>Texts of people inside Markdown (CommonMark, and the links and tables of GitHub): they stay texts.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~&$@";

    /// <summary>A text on one line that nothing can be made of but itself.</summary>
    public static string Escape(string text)
    {
        string line = OneLine(text);
        var safe = new StringBuilder(line.Length + 8);
        for (int i = 0; i < line.Length; i++)
        {
            char sign = line[i];
            bool atStart = i == 0;
            bool afterDigit = i > 0 && char.IsAsciiDigit(line[i - 1]);
            bool isActive = Special.Contains(sign)
                || (atStart && sign is '-' or '+' or '=' or ':')
                || (afterDigit && sign is '.' or ')' && IsNumberBefore(line, i))
                // What would become a link by itself.
                || (sign == ':' && i + 1 < line.Length && line[i + 1] == '/')
                || (sign == '.' && i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
            safe.Append(isActive ? "\\" : "").Append(sign);
        }

        return safe.ToString();
    }

    /// <summary>Several paragraphs, each escaped.</summary>
    public static IEnumerable<string> Paragraphs(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !string.IsNullOrWhiteSpace(line)).Select(Escape);

    /// <summary>A text on one line, without what could steer a terminal or turn the reading direction.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator || rune.Value == ' ')
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    private static bool IsNumberBefore(string line, int at)
    {
        int i = at - 1;
        while (i >= 0 && char.IsAsciiDigit(line[i]))
        {
            i--;
        }

        return i < 0;
    }
}
