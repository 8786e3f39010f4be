using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>What each group holds, what all of them hold, what divides them, and what most people hold.</summary>
internal static class OpinionSections
{
    public static void Groups(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<section id="groups"><h2>{words.GroupsHeading}</h2>""");
        if (map.Groups.Count < 2)
        {
            page.Line($"<p>{reading.HowMany}</p></section>");
            return;
        }

        page.Line($"<p>{words.GroupsIntroduction}</p>");
        Key(page, words);
        for (int g = 0; g < map.Groups.Count; g++)
        {
            OpinionGroup group = map.Groups[g];
            string letter = MapReading.Letter(g);
            string share = words.Numbers.Percent(Shares.Hundredths(group.Members.Count, reading.Grouped));
            string colour = "g" + "01234"[g % Marks.Shapes];
            page.Write($"""<h3 class="{colour}"><b class="chip" aria-hidden="true">{letter}</b> """);
            page.Line($"{words.GroupTitle(letter)}</h3>");
            string stability = reading.GroupStability(group);
            page.Write($"""<p class="sub">{words.GroupSize(group.Members.Count, share)}""");
            page.Line($"{(stability.Length > 0 ? " · " : "")}{stability}</p>");
            var listed = reading.Representative(g).ToList();
            if (listed.Count == 0)
            {
                page.Line($"<p>{words.NothingRepresentative}</p>");
                continue;
            }

            page.Line($"""<ul class="cards">""");
            foreach (Representative statement in listed.Take(reading.MostListed))
            {
                StatementCard.Open(page, reading, statement.Statement, reading.Headline(g, statement));
                StatementCard.Close(page, reading, statement.Statement, false);
            }

            page.Line($"</ul>");
            More(page, reading, "groups", listed.Count);
        }

        var all = Enumerable.Range(0, map.Groups.Count)
            .SelectMany(g => reading.Representative(g).Take(reading.MostListed).Select(r => r.Statement)).Distinct();
        Tables.Votes(page, reading, "groups-table", words.GroupsHeading, all, false);
        page.Line($"</section>");
    }

    public static void CommonGround(Markup page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Line($"""<section id="common"><h2>{words.CommonGroundHeading}</h2>""");
        if (reading.CommonGround.Count == 0)
        {
            page.Line($"<p>{words.CommonGroundNone}</p></section>");
            return;
        }

        page.Line($"<p>{reading.CommonGroundIntroduction}</p>");
        string lead = reading.Shared == 0
            ? words.CommonGroundNearest
            : words.CommonGroundShared(reading.Shared, Math.Min(reading.Shared, reading.MostListed));
        page.Line($"<p>{lead}</p>");
        if (reading.Map.Groups.Count < 2)
        {
            Key(page, words);
        }

        page.Line($"""<ol class="cards">""");
        CommonGround[] listed = [.. reading.CommonGround.Take(reading.MostListed)];
        foreach (CommonGround item in listed)
        {
            StatementCard.Open(page, reading, item.Statement, "");
            Interval(page, words, item);
            StatementCard.Close(page, reading, item.Statement, false);
        }

        page.Line($"</ol>");
        More(page, reading, "common", reading.CommonGround.Count);
        Tables.Open(page, words, "common-table", words.CommonGroundHeading, words.ColumnNumber, words.ColumnStatement,
            words.ColumnScore, words.ColumnLow, words.ColumnHigh);
        foreach (CommonGround item in listed)
        {
            page.Write($"""<tr><th scope="row">{reading.Id(item.Statement)}</th>""");
            page.Write($"<td><bdi>{reading.Text(item.Statement)}</bdi></td><td>{Hundred(words, item.Score)}</td>");
            page.Line($"<td>{Hundred(words, item.Low)}</td><td>{Hundred(words, item.High)}</td></tr>");
        }

        Tables.Close(page);
        page.Line($"</section>");
    }

    public static void Divides(Markup page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Line($"""<section id="divides"><h2>{words.DividesHeading}</h2>""");
        if (reading.Divisive.Count == 0)
        {
            page.Line($"<p>{words.DividesNone}</p></section>");
            return;
        }

        page.Line($"""<p>{words.DividesIntroduction}</p><ol class="cards">""");
        foreach (Divisive item in reading.Divisive.Take(reading.MostListed))
        {
            int points = Shares.Hundredths(item.Spread);
            StatementCard.Open(
                page, reading, item.Statement, words.Spread(points, words.Numbers.Count(points)));
            StatementCard.Close(page, reading, item.Statement, false);
        }

        page.Line($"</ol>");
        More(page, reading, "divides", reading.Divisive.Count);
        var listed = reading.Divisive.Take(reading.MostListed).Select(d => d.Statement);
        Tables.Votes(page, reading, "divides-table", words.DividesHeading, listed, false);
        page.Line($"</section>");
    }

    public static void Most(Markup page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Line($"""<section id="most"><h2>{words.MostHeading}</h2>""");
        var agree = reading.MostAgree.Take(reading.MostListed).ToList();
        var disagree = reading.MostDisagree.Take(reading.MostListed).ToList();
        if (agree.Count + disagree.Count == 0)
        {
            page.Line($"<p>{words.MostNone}</p></section>");
            return;
        }

        page.Line($"<p>{words.MostIntroduction}</p>");
        Side(page, reading, words.MostAgree, agree, item => words.PeopleAgree(
            words.Numbers.Percent(Shares.Of(item.Votes)?.Agree ?? 0)));
        Side(page, reading, words.MostDisagree, disagree, item => words.PeopleDisagree(
            words.Numbers.Percent(Shares.Of(item.Votes)?.Disagree ?? 0)));
        int left = reading.MostAgree.Count() + reading.MostDisagree.Count() - agree.Count - disagree.Count;
        More(page, reading, "most", left + reading.MostListed);
        var all = agree.Concat(disagree).Select(c => c.Statement);
        Tables.Votes(page, reading, "most-table", words.MostHeading, all, true);
        page.Line($"</section>");
    }

    private static void Side(Markup page, MapReading reading, string heading, List<ConsensusStatement> items,
        Func<ConsensusStatement, string> headline)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Line($"""<h3>{heading}</h3><ol class="cards">""");
        foreach (ConsensusStatement item in items)
        {
            StatementCard.Open(page, reading, item.Statement, headline(item));
            StatementCard.Close(page, reading, item.Statement, true);
        }

        page.Line($"</ol>");
    }

    /// <summary>Where the rest of a list is, on a page that shows its beginning.</summary>
    private static void More(Markup page, MapReading reading, string section, int count)
    {
        if (reading.WholeAt.Length > 0 && count > reading.MostListed)
        {
            page.Write($"""<p class="more"><a href="{reading.WholeAt}#{section}">""");
            page.Line($"{reading.Words.MoreInReport(count - reading.MostListed)}</a></p>");
        }
    }

    private static void Key(Markup page, ReportText words) => page.Line($"""
        <p class="barkey all">{words.BarKey} <span><i class="sa"></i> {words.Agree}</span>
        <span><i class="sd"></i> {words.Disagree}</span> <span><i class="sp"></i> {words.Pass}</span>
        <span><i class="sc"></i> {words.CoverageKey}</span></p>
        """);

    private static void Interval(Markup page, ReportText words, CommonGround item)
    {
        int score = Shares.Hundredths(item.Score);
        int from = Shares.Hundredths(item.Low ?? item.Score);
        int to = Shares.Hundredths(item.High ?? item.Score);
        string interval = item is { Low: not null, High: not null }
            ? " · " + words.Interval(words.Numbers.Count(from), words.Numbers.Count(to))
            : "";
        page.Write($"""<p class="score"><svg class="iv" aria-hidden="true"><line x1="{from}%" x2="{to}%" """);
        page.Write($"""y1="50%" y2="50%"/><circle cx="{score}%" cy="50%" r="6"/></svg> """);
        page.Line($"{words.Score(words.Numbers.Count(score))}{interval}</p>");
    }

    private static string Hundred(ReportText words, double? share) =>
        share is { } value ? words.Numbers.Count(Shares.Hundredths(value)) : "–";
}
