using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// Tables behind a summary, one for each picture. They scroll inside their own focusable region, never the page.
/// </summary>
internal static class Tables
{
    /// <summary>Opens a table. The first column's cells are row headings.</summary>
    public static void Open(
        Markup page, ReportText words, string id, string caption, params ReadOnlySpan<string> columns) =>
        OpenUnder(page, words.SameInTable, id, caption, columns);

    private static void OpenVotes(
        Markup page, ReportText words, string id, string caption, params ReadOnlySpan<string> columns) =>
        OpenAs(page, "scroll votes", words.SameInTable, id, caption, columns);

    /// <summary>Opens a table under a summary of its own.</summary>
    public static void OpenUnder(
        Markup page, string summary, string id, string caption, params ReadOnlySpan<string> columns) =>
        OpenAs(page, "scroll", summary, id, caption, columns);

    private static void OpenAs(
        Markup page, string kind, string summary, string id, string caption, ReadOnlySpan<string> columns)
    {
        page.Line($"""<details><summary>{summary}</summary>""");
        page.Line($"""<div class="{kind}" tabindex="0" role="region" aria-labelledby="{id}"><table>""");
        page.Write($"""<caption id="{id}">{caption}</caption><thead><tr>""");
        foreach (string column in columns)
        {
            page.Write($"""<th scope="col">{column}</th>""");
        }

        page.Line($"</tr></thead><tbody>");
    }

    public static void Close(Markup page) => page.Line($"</tbody></table></div></details>");

    /// <summary>The votes behind the bars of a section: one row per statement and group, or for everyone.</summary>
    public static void Votes(Markup page, MapReading reading, string id, string caption, IEnumerable<int> statements,
        bool everyone)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        OpenVotes(page, words, id, caption, words.ColumnNumber, words.ColumnGroup, words.Agree, words.Disagree,
            words.Pass, words.ColumnVotes, words.ColumnPeople);
        foreach (int statement in statements)
        {
            if (everyone)
            {
                Row(page, reading, statement, words.EveryoneShort, map.Totals[statement], map.Participants.Count);
            }

            for (int g = 0; g < map.Groups.Count && (map.Groups.Count > 1 || !everyone); g++)
            {
                OpinionGroup group = map.Groups[g];
                Row(page, reading, statement, MapReading.Letter(g), group.Votes[statement], group.Members.Count);
            }
        }

        Close(page);
    }

    private static void Row(
        Markup page, MapReading reading, int statement, string who, VoteCounts votes, int size)
    {
        Numerals numbers = reading.Words.Numbers;
        page.Write($"""<tr><th scope="row">{reading.Id(statement)}</th><td>{who}</td>""");
        if (Shares.Of(votes) is { } shares)
        {
            page.Write($"<td>{numbers.Percent(shares.Agree)}</td><td>{numbers.Percent(shares.Disagree)}</td>");
            page.Write($"<td>{numbers.Percent(shares.Pass)}</td>");
        }
        else
        {
            page.Write($"<td>–</td><td>–</td><td>–</td>");
        }

        page.Line($"<td>{numbers.Count(votes.Seen)}</td><td>{numbers.Count(size)}</td></tr>");
    }
}
