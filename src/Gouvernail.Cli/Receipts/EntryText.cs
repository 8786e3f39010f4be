using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gouvernail.Cli.Receipts;

/// <summary>An entry's bytes as something to read: they come from strangers.</summary>
internal static class EntryText
{
    private const int MostRunes = 4000;

    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of the bytes; null where they are none.</summary>
    public static string? Of(byte[] entry)
    {
        try
        {
            return _utf8.GetString(entry);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// The text on one line, with what could steer a terminal or turn the reading direction left out, and cut where it
    /// is long.
    /// </summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        int runes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (++runes > MostRunes)
            {
                return shown.Append('…').ToString();
            }

            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            shown.Append(category switch
            {
                UnicodeCategory.Control when rune.Value is '\n' or '\t' => " ",
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            });
        }

        return shown.ToString();
    }

    /// <summary>True where the entry says by a seal, and not in clear, what was done.</summary>
    public static bool IsSealed(byte[] entry)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(entry);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("seal", out JsonElement seal)
                && seal.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
