using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>One statement with its votes as bars, each followed by the same numbers in words.</summary>
internal static class StatementCard
{
    /// <summary>Opens the card with what there is to say of the statement, empty for nothing.</summary>
    public static void Open(Markup page, MapReading reading, int statement, string headline)
    {
        page.Write($"<li>");
        if (headline.Length > 0)
        {
            page.Write($"""<p class="head">{headline}</p>""");
        }

        page.Write($"""<p class="said"><bdi>{reading.Words.Quote(reading.Text(statement))}</bdi> """);
        string number = reading.Words.StatementNumber(reading.Id(statement));
        page.Line($"""<a href="{reading.WholeAt}#s{statement}">{number}</a></p>""");
    }

    /// <summary>Writes the bars, everyone's first where asked for, and closes the card.</summary>
    public static void Close(Markup page, MapReading reading, int statement, bool everyone)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<ul class="bars">""");
        if (everyone)
        {
            Bar(page, words, "all", words.EveryoneShort, map.Totals[statement], map.Participants.Count);
        }

        for (int g = 0; g < map.Groups.Count && (map.Groups.Count > 1 || !everyone); g++)
        {
            OpinionGroup group = map.Groups[g];
            string colour = "g" + "01234"[g % Marks.Shapes];
            Bar(page, words, colour, MapReading.Letter(g), group.Votes[statement], group.Members.Count);
        }

        page.Line($"</ul></li>");
    }

    private static void Bar(Markup page, ReportText words, string colour, string who, VoteCounts votes, int size)
    {
        page.Write($"""<li class="{colour}"><b class="chip">{who}</b> """);
        if (Shares.Of(votes) is { } shares)
        {
            Numerals numbers = words.Numbers;
            string bar = words.Bar(
                numbers.Percent(shares.Agree), numbers.Percent(shares.Disagree), numbers.Percent(shares.Pass));
            int seen = Shares.Hundredths(votes.Seen, size);
            page.Write($"""<svg class="bar" aria-hidden="true"><rect width="{shares.Agree}%"/>""");
            page.Write($"""<line x1="{shares.Agree}%" x2="{shares.Agree + shares.Disagree}%"/>""");
            page.Write($"""<line class="s" x2="{seen}%"/></svg>""");
            page.Write($"""<span class="nums">{bar} · """);
            page.Write($"{words.Voted(numbers.Count(votes.Seen), numbers.Count(size), votes.Seen)}</span>");
        }
        else
        {
            page.Write($"""<span class="nums">{words.NobodyVoted}</span>""");
        }

        page.Line($"</li>");
    }
}
