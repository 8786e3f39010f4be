using System.Globalization;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>When people voted: bars by hour, day or week, and the same in a table.</summary>
internal static class TimeSection
{
    private const int Width = 1000;
    private const int Top = 44;
    private const int Floor = 220;
    private const int Height = 262;
    private static readonly int[] _units = [1, 24, 168];

    /// <summary>The most bars; a longer time is shown in larger steps.</summary>
    private const int MostBars = 100;

    public static void Write(Markup page, ReportText words, IReadOnlyList<(long Hour, int Votes)> hours)
    {
        if (hours.Count == 0)
        {
            return;
        }

        long span = hours[^1].Hour - hours[0].Hour;
        int unit = span < 72 ? 0 : span / 24 < MostBars ? 1 : 2;
        (long From, int Votes)[] steps = [.. hours.GroupBy(h => h.Hour / _units[unit])
            .Select(g => (g.Key * _units[unit], g.Sum(h => h.Votes)))];
        page.Line($"""<section id="time"><h2>{words.TimeHeading}</h2><p>{words.TimeNote(words.TimeUnits[unit])}</p>""");
        Picture(page, words, steps, unit);
        Tables.Open(
            page, words, "time-table", words.TimeHeading, Capital(words.TimeUnits[unit]), words.ColumnVotesCast);
        foreach ((long from, int votes) in steps)
        {
            page.Line($"""
                <tr><th scope="row">{Label(words, from, unit)}</th><td>{words.Numbers.Count(votes)}</td></tr>
                """);
        }

        Tables.Close(page);
        page.Line($"</section>");
    }

    private static void Picture(Markup page, ReportText words, (long From, int Votes)[] steps, int unit)
    {
        int most = steps.Max(s => s.Votes);
        long first = steps[0].From / _units[unit];
        long count = (steps[^1].From / _units[unit]) - first + 1;
        // Weeks of a conversation that lasted years may be more than there is room for: bars then touch.
        double step = (double)(Width - 40) / count;
        page.Line($"""
            <figure class="time"><svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="tt">
            <title id="tt">{words.TimeHeading}</title>
            """);
        foreach ((long from, int votes) in steps)
        {
            double high = Math.Max(2.0, (double)(Floor - Top) * votes / most);
            double left = 20 + (((from / _units[unit]) - first) * step);
            page.Line($"""
                <rect x="{left}" y="{Floor - high}" width="{Math.Max(1, Math.Min(step * 0.8, 60))}" height="{high}"/>
                """);
        }

        page.Line($"""
            <text x="20" y="32">{words.Numbers.Count(most)}</text>
            <text x="20" y="250">{Label(words, steps[0].From, unit)}</text>
            """);
        if (steps.Length > 1)
        {
            page.Line($"""<text class="e" x="980" y="250">{Label(words, steps[^1].From, unit)}</text>""");
        }

        page.Line($"</svg></figure>");
    }

    private static string Label(ReportText words, long hour, int unit) => DateTimeOffset
        .FromUnixTimeSeconds(hour * 3600)
        .ToString(words.DayFormat + (unit == 0 ? " HH:mm" : ""), CultureInfo.InvariantCulture);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
