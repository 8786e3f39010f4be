using Gouvernail.Aggregate.OpinionMaps.Html;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// A map as one self-contained page: no script, no request, every picture with its table. The markup is HTML 5 that an
/// XML parser reads too.
/// </summary>
public static class HtmlReport
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The hash of its style sheet, as a content security policy names it; it has no other style.</summary>
    public static string StyleHash => StyleSheet.Hash;

    /// <summary>Writes the page. Lines end with a line feed; the page says it is UTF-8, so write it so.</summary>
    public static void Write(TextWriter writer, Conversation conversation, OpinionMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(map);
        var page = new Markup(writer);
        var reading = new MapReading(conversation, map, language);
        Head(page, reading);
        Header(page, reading);
        if (map.VoteCount > 0)
        {
            Contents(page, reading.Words);
        }

        page.Line($"""<main id="results">""");
        if (map.VoteCount > 0)
        {
            MapSections.Write(page, reading, []);
        }

        BackSections.Method(page, reading);
        BackSections.Statements(page, reading);
        page.Line($"</main>");
        Footer(page, reading);
    }

    private static void Head(Markup page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Line($"""
            <!DOCTYPE html>
            <html lang="{words.Tag}">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{Policy}"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
            <title>{reading.Title} · {words.Kind}</title>
            """);
        page.Style();
        page.Line($"</head>\n<body>");
    }

    private static void Header(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<a class="skip" href="#results">{words.SkipLink}</a>""");
        page.Line($"""<header><p class="kind">{words.Kind}</p><h1 dir="auto">{reading.Title}</h1>""");
        if (reading.Description.Length > 0)
        {
            page.Line($"""<p class="about" dir="auto">{reading.Description}</p>""");
        }

        if (map.VoteCount == 0)
        {
            page.Line($"""<p class="lead">{words.NoVotes}</p></header>""");
            return;
        }

        Figures.Write(page, reading);
        page.Line($"</header>");
    }

    private static void Contents(Markup page, ReportText words) => page.Line($"""
        <nav aria-label="{words.Contents}"><ul>
        <li><a href="#map">{words.MapHeading}</a></li>
        <li><a href="#groups">{words.GroupsHeading}</a></li>
        <li><a href="#common">{words.CommonGroundHeading}</a></li>
        <li><a href="#divides">{words.DividesHeading}</a></li>
        <li><a href="#most">{words.MostHeading}</a></li>
        <li><a href="#sure">{words.SureHeading}</a></li>
        <li><a href="#method">{words.MethodHeading}</a></li>
        <li><a href="#statements">{words.StatementsHeading}</a></li>
        </ul></nav>
        """);

    private static void Footer(Markup page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Line($"<footer><p>{words.ComputedBy(reading.Map.Method)} {words.SelfContained}</p>");
        if (reading.Credit.Length > 0)
        {
            page.Line($"<p>{words.Credit} <bdi>{reading.Credit}</bdi></p>");
        }

        if (reading.Url.Length > 0)
        {
            page.Line($"""<p class="url"><bdi>{reading.Url}</bdi></p>""");
        }

        page.Line($"</footer>\n</body>\n</html>");
    }
}
