using System.Text;
using System.Text.Json;

namespace Gouvernail.Verify.Register;

/// <summary>Texts of cards: whether they fit, how they are shown in a problem, what was meant.</summary>
internal static class CardText
{
    private const int ShownRunes = 40;

    /// <summary>True for a text of so many characters at most, that no control character hides in.</summary>
    public static bool Fits(string text, int longest, bool isLine)
    {
        // No text has more characters than it has UTF-16 code units.
        if (text.Length > longest && text.EnumerateRunes().Count() > longest)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            // Lines may end as on Windows; a carriage return alone would write over what stands before it.
            bool isEnd = text[i] is '\n' or '\t' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n');
            if (char.IsControl(text[i]) && (isLine || !isEnd))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A value in a few words.</summary>
    public static Wording Shown(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return new("nothing (null)", "rien (null)");
            case JsonValueKind.Object:
                return new("an object", "un objet");
            case JsonValueKind.Array:
                int count = value.GetArrayLength();
                return new($"a list of {count}", $"une liste de {count}");
            case JsonValueKind.String:
                string text = value.GetString()!;
                int runes = text.EnumerateRunes().Count();
                string shown = Cut(text);
                return runes <= ShownRunes
                    ? new($"\"{shown}\"", $"«\u00a0{shown}\u00a0»")
                    : new($"\"{shown}\", {runes} characters", $"«\u00a0{shown}\u00a0», {runes} caractères");
            default:
                string raw = Cut(value.GetRawText());
                return new(raw, raw);
        }
    }

    /// <summary>The name of a member, fit for a message.</summary>
    public static string Name(string name) => Cut(name);

    /// <summary>The word that was most likely meant; null where none is near.</summary>
    public static string? Nearest(string text, IReadOnlyList<string> words)
    {
        if (text.Length > ShownRunes)
        {
            return null;
        }

        (string? nearest, int least) = (null, Math.Min(3, text.Length));
        foreach (string word in words)
        {
            int distance = Distance(text.ToLowerInvariant(), word.ToLowerInvariant());
            if (distance < least)
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    private static string Cut(string text)
    {
        var cut = new StringBuilder();
        int left = ShownRunes;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (left-- == 0)
            {
                return cut.Append('…').ToString();
            }

            cut.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return TerminalText.Printable(cut.ToString());
    }

    /// <summary>How many letters have to be put in, taken out or changed (Levenshtein 1966).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int changed = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
