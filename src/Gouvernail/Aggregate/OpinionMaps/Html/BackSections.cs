using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>How sure the map is, how it was computed, and every statement with its votes.</summary>
internal static class BackSections
{
    public static void Sure(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<section id="sure"><h2>{words.SureHeading}</h2><p>{reading.Sureness}</p>""");
        if (map.Stability is not null && map.Groups.Count > 1)
        {
            page.Line($"<ul>");
            for (int g = 0; g < map.Groups.Count; g++)
            {
                if (reading.GroupStability(map.Groups[g]) is { Length: > 0 } said)
                {
                    page.Line($"<li>{words.LabelAndValue(words.GroupTitle(MapReading.Letter(g)), said)}</li>");
                }
            }

            page.Line($"</ul><p>{words.GroupStabilityMeaning} {words.IntervalMeaning}</p>");
        }

        if (reading.Exported is { Length: > 0 } exported)
        {
            page.Line($"<p>{exported}</p>");
        }

        if (map.Silhouette.Count > 0)
        {
            Tables.OpenUnder(page, words.SilhouetteCaption, "silhouette-table", words.SilhouetteCaption,
                words.ColumnGroups, words.ColumnSilhouette);
            foreach ((int k, double silhouette) in map.Silhouette.OrderBy(s => s.Key))
            {
                page.Line($"""<tr><th scope="row">{k}</th><td>{words.Numbers.Real(silhouette, 2)}</td></tr>""");
            }

            page.Line($"</tbody></table></div><p>{words.SilhouetteMeaning}</p></details>");
        }

        page.Line($"</section>");
    }

    public static void Method(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<section id="method"><h2>{words.MethodHeading}</h2><ol class="steps">""");
        foreach (string sentence in words.Method(map.Method, map.Stability is not null))
        {
            page.Line($"<li>{sentence}</li>");
        }

        page.Line($"</ol><p>{words.ComputedBy(map.Method)} {words.Replay} {words.ReadMore}</p>");
        if (map.Parameters.Count > 0)
        {
            Tables.OpenUnder(page, words.Parameters, "parameters-table", words.Parameters,
                words.ColumnParameter, words.ColumnValue);
            foreach ((string name, string value) in map.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                page.Write($"""<tr><th scope="row">{CleanText.Line(name, 200)}</th>""");
                page.Line($"""<td class="long">{CleanText.Line(value, 400)}</td></tr>""");
            }

            Tables.Close(page);
        }

        page.Line($"</section>");
    }

    public static void Statements(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<section id="statements"><h2>{words.StatementsHeading}</h2><p>{words.StatementsNote}</p>""");
        if (reading.Shown.Count > 0)
        {
            string caption = words.StatementsTable(reading.Shown.Count);
            Tables.OpenUnder(page, caption, "statements-table", caption, words.ColumnNumber, words.ColumnStatement,
                words.Agree, words.Disagree, words.Pass, words.ColumnVotes);
            foreach (int statement in reading.Shown)
            {
                VoteCounts votes = map.Totals[statement];
                Numerals numbers = words.Numbers;
                page.Write($"""<tr id="s{statement}"><th scope="row">{reading.Id(statement)}</th><td>""");
                page.Write($"<bdi>{reading.Text(statement)}</bdi>");
                page.Write($"{(map.Statements[statement].IsMeta ? $" ({words.Meta})" : "")}</td>");
                page.Write($"<td>{numbers.Count(votes.Agree)}</td><td>{numbers.Count(votes.Disagree)}</td>");
                page.Line($"<td>{numbers.Count(votes.Pass)}</td><td>{numbers.Count(votes.Seen)}</td></tr>");
            }

            Tables.Close(page);
        }

        page.Line($"</section>");
    }
}
