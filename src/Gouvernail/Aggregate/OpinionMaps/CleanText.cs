using System.Globalization;
using System.Text;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// What people wrote, made safe to print on one line: no control character, no terminal escape, nothing that
/// reorders or hides the text around it. Letters of every script pass unchanged.
/// </summary>
internal static class CleanText
{
    private const int MostMarks = 5;

    /// <summary>
    /// One line: white space folded to single spaces, invisible and directional characters dropped, marks piled on one
    /// letter kept to five, cut at <paramref name="most"/> characters with an ellipsis.
    /// </summary>
    public static string Line(string text, int most = 2000)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        bool space = false;
        int marks = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (IsSpace(rune, category))
            {
                space = line.Length > 0;
                continue;
            }

            if (IsHidden(rune, category))
            {
                continue;
            }

            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength >= most)
            {
                return line.Append('…').ToString();
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(rune);
        }

        return line.ToString();
    }

    // No-break spaces stay: French typography needs them.
    private static bool IsSpace(Rune rune, UnicodeCategory category) =>
        rune.Value is (>= 0x09 and <= 0x0D) or ' ' or 0x85
        || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (category == UnicodeCategory.SpaceSeparator && rune.Value is not (0xA0 or 0x202F));

    // The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are spelt with them.
    private static bool IsHidden(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
