using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>The map, its legend, and the same figures in a table.</summary>
internal static class MapSection
{
    public static void Write(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        var picture = new MapPicture(reading);
        page.Line($"""<section id="map"><h2>{words.MapHeading}</h2>""");
        page.Line($"""<figure class="opinions">""");
        picture.Write(page);
        page.Line($"""<figcaption><ul class="key">""");
        for (int g = 0; g < map.Groups.Count; g++)
        {
            page.Write($"<li>");
            MapPicture.WriteKey(page, g);
            string people = words.Numbers.Count(map.Groups[g].Members.Count);
            page.Line($"""{words.LabelAndValue(words.GroupTitle(MapReading.Letter(g)), people)}</li>""");
        }

        int ungrouped = map.Participants.Count - reading.Grouped;
        if (ungrouped > 0)
        {
            page.Write($"<li>");
            MapPicture.WriteKey(page, -1);
            string people = words.Numbers.Count(ungrouped);
            page.Line($"""{words.LabelAndValue(words.MapKeyUngrouped, people)}</li>""");
        }

        page.Line($"</ul>");
        if (picture.InCells)
        {
            WriteCellKey(page, words);
        }

        page.Write($"<p>{(picture.InCells ? "" : words.MapKeyGroups + " ")}");
        page.Write($"{(map.Groups.Count > 1 ? words.MapKeyHull + " " : "")}{words.MapAxes}");
        page.Write($"{(picture.Outside > 0 ? " " + words.MapKeyOutside(picture.Outside) : "")}</p>");
        page.Line($"</figcaption></figure>");
        WriteTable(page, reading, picture);
        page.Line($"</section>");
    }

    private static void WriteCellKey(Markup page, ReportText words)
    {
        page.Line($"""<p>{words.MapKeyCells}</p><ul class="key">""");
        for (int level = 0; level < MapPicture.CellRanges.Count; level++)
        {
            (int from, int? to) = MapPicture.CellRanges[level];
            string least = words.Numbers.Count(from);
            page.Write($"<li>");
            MapPicture.WriteCellKey(page, level);
            page.Line($"{(to is { } most ? words.CellRange(least, words.Numbers.Count(most)) : "≥ " + least)}</li>");
        }

        page.Line($"</ul>");
    }

    private static void WriteTable(Markup page, MapReading reading, MapPicture picture)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        if (map.Groups.Count == 0)
        {
            return;
        }

        Tables.Open(page, words, "map-table", words.MapTable,
            words.ColumnGroup, words.ColumnPeople, words.ColumnShare, words.ColumnStability, words.ColumnCentreX,
            words.ColumnCentreY);
        for (int g = 0; g < map.Groups.Count; g++)
        {
            OpinionGroup group = map.Groups[g];
            Place centre = picture.Hulls[g].Centre;
            string stability = group.Stability is { } value ? words.Numbers.Real(value, 2) : "–";
            page.Write($"""<tr><th scope="row">{MapReading.Letter(g)}</th>""");
            page.Write($"<td>{words.Numbers.Count(group.Members.Count)}</td>");
            page.Write($"<td>{words.Numbers.Percent(Shares.Hundredths(group.Members.Count, reading.Grouped))}</td>");
            page.Write($"<td>{stability}</td><td>{words.Numbers.Real(centre.X, 2)}</td>");
            page.Line($"<td>{words.Numbers.Real(centre.Y, 2)}</td></tr>");
        }

        Tables.Close(page);
    }
}
