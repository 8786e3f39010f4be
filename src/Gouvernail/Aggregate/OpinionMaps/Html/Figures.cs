using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>The numbers at the head of a page, and what they come to in a sentence.</summary>
internal static class Figures
{
    public static void Write(Markup page, MapReading reading)
    {
        (OpinionMap map, ReportText words) = (reading.Map, reading.Words);
        page.Line($"""<dl class="figures">""");
        Figure(page, words, map.Participants.Count, words.PeopleLabel);
        Figure(page, words, map.VoteCount, words.VotesLabel);
        Figure(page, words, reading.Shown.Count, words.StatementsLabel);
        if (reading.Rejected > 0)
        {
            Figure(page, words, reading.Rejected, words.RejectedLabel);
        }

        Figure(page, words, reading.Grouped, words.GroupedLabel);
        page.Line($"""</dl><p class="lead">{reading.HowMany} {reading.SurenessInShort}</p>""");
    }

    private static void Figure(Markup page, ReportText words, int number, Func<int, string> label) =>
        page.Line($"<div><dt>{label(number)}</dt><dd>{words.Numbers.Count(number)}</dd></div>");
}
