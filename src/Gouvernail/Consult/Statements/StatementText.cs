using System.Globalization;
using System.Text;

namespace Gouvernail.Consult.Statements;

/// <summary>
/// The text of a statement as people type it: signs that nobody sees, that turn the direction of what follows, or that
/// pile up on a letter are taken out, and blanks drawn together. What is left is what everybody reads.
/// </summary>
public static class StatementText
{
    private const int MostMarks = 4;

    /// <summary>The text as everybody reads it.</summary>
    public static string Tidy(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var clean = new StringBuilder(Math.Min(typed.Length, 4096));
        bool blank = false;
        int marks = 0;
        foreach (Rune rune in typed.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                blank = clean.Length > 0;
                continue;
            }

            bool isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : 0;
            if (marks > MostMarks || IsHidden(rune, category))
            {
                continue;
            }

            if (blank)
            {
                clean.Append(' ');
                blank = false;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Cleans a text, and says what is wrong with it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="longest">The most characters (Unicode scalar values).</param>
    /// <param name="text">The text to keep; empty where there is a problem.</param>
    /// <returns>The problem; null where there is none.</returns>
    public static Wording? Clean(string typed, int longest, out string text)
    {
        ArgumentNullException.ThrowIfNull(typed);
        text = "";
        string clean = Tidy(typed);
        int length = clean.EnumerateRunes().Count();
        if (length > longest)
        {
            return new(
                $"the sentence has {length} characters, and {longest} are allowed. Say one thing at a time",
                $"la phrase a {length} caractères, et {longest} sont permis. Dites une chose à la fois");
        }

        if (!clean.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune)))
        {
            return new("there is no sentence here: write what people can agree with or not",
                "il n’y a pas de phrase ici\u00a0: écrivez ce avec quoi on peut être d’accord ou non");
        }

        text = clean;
        return null;
    }

    /// <summary>What two texts have in common where they say the same: letters and digits, without case.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        bool blank = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                blank = key.Length > 0;
                continue;
            }

            if (blank)
            {
                key.Append(' ');
                blank = false;
            }

            key.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return key.ToString();
    }

    /// <summary>True where two texts say the same, apart from case and punctuation.</summary>
    public static bool Same(string one, string other) => Key(one) == Key(other);

    private static bool IsHidden(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned
        // Joiners shape letters in Persian, Hindi and emoji; every other format sign hides or turns something.
        || (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
        || rune.Value is 0xFFFD or 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
