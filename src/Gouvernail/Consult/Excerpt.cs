using System.Globalization;
using System.Text;

namespace Gouvernail.Consult;

/// <summary>Text from a stranger's file, made short and harmless enough to be shown in a terminal.</summary>
internal static class Excerpt
{
    private const int Runes = 40;

    /// <summary>The text between quotes, cut after forty characters.</summary>
    public static Wording Of(ReadOnlySpan<byte> utf8)
    {
        // Four bytes hold any character, so a longer text is cut however much of it is decoded.
        ReadOnlySpan<byte> head = utf8[..Math.Min(utf8.Length, 4 * (Runes + 1))];
        return Of(Encoding.UTF8.GetString(head));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public static Wording Of(string text)
    {
        string shown = Shown(text, Runes);
        return new($"\"{shown}\"", $"«\u00a0{shown}\u00a0»");
    }

    /// <summary>The text with what could steer a terminal or turn the reading direction spelled out.</summary>
    public static string Shown(string text, int runes = int.MaxValue)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (runes-- == 0)
            {
                return shown.Append('…').ToString();
            }

            _ = rune.Value switch
            {
                '\n' => shown.Append("\\n"),
                '\r' => shown.Append("\\r"),
                '\t' => shown.Append("\\t"),
                _ when IsPlain(rune) => shown.Append(rune.ToString()),
                _ => shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}"),
            };
        }

        return shown.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
