using System.Globalization;

namespace Gouvernail.Mandate.Texts;

/// <summary>Numbers, shares, times and groups as mandates show them to people.</summary>
internal static class Shown
{
    /// <summary>A number with all its digits.</summary>
    public static Wording Number(double number) => new(
        number.ToString("#,0.##########", NumberFormats.Of(Language.English)),
        number.ToString("#,0.##########", NumberFormats.Of(Language.French)));

    /// <summary>A share of 0 to 1 in per cent.</summary>
    public static Wording Share(double share)
    {
        Wording number = Number(Math.Round(share * 100, 8, MidpointRounding.AwayFromZero));
        return new($"{number.English}%", $"{number.French}\u00a0%");
    }

    /// <summary>How many of how many, to a whole per cent; nothing of nobody.</summary>
    public static Wording Share(long part, long whole) => whole == 0
        ? new("–", "–")
        : Share(Math.Round((double)part / whole, 2, MidpointRounding.AwayFromZero));

    /// <summary>A time in UTC; a day where it is the beginning of one.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime is var utc && utc.TimeOfDay == TimeSpan.Zero
        ? utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A group's letter, as reports and maps write it.</summary>
    public static char Letter(int group) => (char)('A' + (group % 26));

    /// <summary>The same words in every language.</summary>
    public static Wording Same(string text) => new(text, text);

    /// <summary>Words after a name, with the colon of each language.</summary>
    public static Wording Said(Wording name, Wording words) => new(
        $"{name.English}: {words.English}", $"{name.French}\u00a0: {words.French}");
}
