using Gouvernail.Aggregate.OpinionMaps.Text;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>A map as a report to be read in a terminal, in plain words; 88 columns wide, no colour.</summary>
public static class TextReport
{
    private const int MostListed = 7;
    private const int BarWidth = 20;

    /// <summary>Writes the report. Lines end with a line feed.</summary>
    public static void Write(TextWriter writer, Conversation conversation, OpinionMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(map);
        var page = new TextPage(writer);
        var reading = new MapReading(conversation, map, language);
        Opening(page, reading);
        if (map.VoteCount > 0)
        {
            Groups(page, reading);
            CommonGround(page, reading);
            Divisive(page, reading);
            Most(page, reading);
            Sure(page, reading);
        }

        Closing(page, reading);
    }

    private static void Opening(TextPage page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Title(reading.Title);
        if (map.VoteCount == 0)
        {
            page.Paragraph(words.NoVotes);
            return;
        }

        string turnout = words.Turnout(map.Participants.Count, map.VoteCount, map.Statements.Count);
        string rejected = reading.Rejected > 0 ? " " + words.RejectedNote(reading.Rejected) : "";
        page.Paragraph($"{turnout} {words.GroupedNote(reading.Grouped, map.Participants.Count)}{rejected}");
        page.Paragraph($"{reading.HowMany} {reading.SurenessInShort}");
    }

    private static void Groups(TextPage page, MapReading reading)
    {
        if (reading.Map.Groups.Count < 2)
        {
            return;
        }

        ReportText words = reading.Words;
        page.Heading(words.GroupsHeading);
        page.Paragraph(words.GroupsIntroduction);
        for (int g = 0; g < reading.Map.Groups.Count; g++)
        {
            OpinionGroup group = reading.Map.Groups[g];
            string share = words.Numbers.Percent(Shares.Hundredths(group.Members.Count, reading.Grouped));
            string stability = reading.GroupStability(group);
            page.Line(words.GroupTitle(MapReading.Letter(g)) + " · " + words.GroupSize(group.Members.Count, share)
                + (stability.Length > 0 ? " · " + stability : ""));
            int listed = 0;
            foreach (Representative statement in reading.Representative(g))
            {
                string sentence = Sentence(reading, statement.Statement);
                page.Item("•", words.LabelAndValue(reading.Headline(g, statement), sentence));
                listed++;
            }

            if (listed == 0)
            {
                page.Item("•", words.NothingRepresentative);
            }

            page.Gap();
        }
    }

    private static void CommonGround(TextPage page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Heading(words.CommonGroundHeading);
        if (reading.CommonGround.Count == 0)
        {
            page.Paragraph(words.CommonGroundNone);
            return;
        }

        int shown = Math.Min(MostListed, reading.CommonGround.Count);
        page.Paragraph(reading.CommonGroundIntroduction);
        page.Paragraph(
            reading.Shared == 0 ? words.CommonGroundNearest : words.CommonGroundShared(reading.Shared, shown));
        for (int i = 0; i < shown; i++)
        {
            CommonGround item = reading.CommonGround[i];
            page.Item($"{words.Numbers.Count(i + 1)}.", Sentence(reading, item.Statement));
            page.Under(ScoreLine(words, item));
        }

        page.Gap();
    }

    private static void Divisive(TextPage page, MapReading reading)
    {
        if (reading.Map.Groups.Count < 2)
        {
            return;
        }

        ReportText words = reading.Words;
        page.Heading(words.DividesHeading);
        if (reading.Divisive.Count == 0)
        {
            page.Paragraph(words.DividesNone);
            return;
        }

        page.Paragraph(words.DividesIntroduction + " " + words.TextBarKey);
        for (int i = 0; i < Math.Min(MostListed, reading.Divisive.Count); i++)
        {
            Divisive item = reading.Divisive[i];
            int points = Shares.Hundredths(item.Spread);
            page.Item($"{words.Numbers.Count(i + 1)}.", words.LabelAndValue(
                words.Spread(points, words.Numbers.Count(points)), Sentence(reading, item.Statement)));
            for (int g = 0; g < reading.Map.Groups.Count; g++)
            {
                page.Under($"{MapReading.Letter(g)} {Bar(words, reading.Map.Groups[g].Votes[item.Statement])}");
            }
        }

        page.Gap();
    }

    private static void Most(TextPage page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Heading(words.MostHeading);
        int listed = 0;
        foreach (ConsensusStatement item in reading.MostAgree)
        {
            string share = words.Numbers.Percent(Shares.Of(item.Votes)?.Agree ?? 0);
            page.Item("•", words.LabelAndValue(words.PeopleAgree(share), Sentence(reading, item.Statement)));
            listed++;
        }

        foreach (ConsensusStatement item in reading.MostDisagree)
        {
            string share = words.Numbers.Percent(Shares.Of(item.Votes)?.Disagree ?? 0);
            page.Item("•", words.LabelAndValue(words.PeopleDisagree(share), Sentence(reading, item.Statement)));
            listed++;
        }

        if (listed == 0)
        {
            page.Paragraph(words.MostNone);
        }
        else
        {
            page.Gap();
        }
    }

    private static void Sure(TextPage page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Heading(words.SureHeading);
        page.Paragraph(reading.Sureness);
        if (reading.Map.Stability is not null && reading.Map.Groups.Count > 1)
        {
            page.Paragraph(words.GroupStabilityMeaning + " " + words.IntervalMeaning);
        }

        if (reading.Exported is { Length: > 0 } exported)
        {
            page.Paragraph(exported);
        }
    }

    private static void Closing(TextPage page, MapReading reading)
    {
        ReportText words = reading.Words;
        page.Paragraph($"{words.ComputedBy(reading.Map.Method)} {words.Replay} {words.ReadMore}");
        if (reading.Credit.Length > 0)
        {
            page.Paragraph($"{words.Credit} {reading.Credit}");
        }
    }

    private static string ScoreLine(ReportText words, CommonGround item)
    {
        string score = words.Score(words.Numbers.Count(Shares.Hundredths(item.Score)));
        return item is { Low: { } low, High: { } high }
            ? score + " · " + words.Interval(
                words.Numbers.Count(Shares.Hundredths(low)), words.Numbers.Count(Shares.Hundredths(high)))
            : score;
    }

    private static string Bar(ReportText words, VoteCounts votes)
    {
        if (Shares.Of(votes) is not { } shares)
        {
            return new string(' ', BarWidth) + " " + words.NobodyVoted;
        }

        int agree = shares.Agree * BarWidth / 100;
        int disagree = ((shares.Agree + shares.Disagree) * BarWidth / 100) - agree;
        string bar = new string('█', agree) + new string('▒', disagree)
            + new string('·', BarWidth - agree - disagree);
        Numerals numbers = words.Numbers;
        return bar + " " + words.Bar(
            numbers.Percent(shares.Agree), numbers.Percent(shares.Disagree), numbers.Percent(shares.Pass));
    }

    private static string Sentence(MapReading reading, int statement) =>
        $"{reading.Words.Quote(reading.Text(statement))} ({reading.Words.StatementNumber(reading.Id(statement))})";
}
