using System.Globalization;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Browser.Tests;

/// <summary>Reports to open: an ordinary conversation, one made awkward, and one where nobody voted.</summary>
internal static class SampleReport
{
    private const int Participants = 120;
    private const int Statements = 24;

    public static string Of(string sample, Language language)
    {
        Conversation conversation = sample switch
        {
            "ordinary" => Ordinary(i => $"Statement {i} about what a machine may decide for us in public life."),
            "awkward" => Ordinary(i => i % 2 == 0
                ? new string('w', 300)
                : $"<script>document.title='{i}'</script><img src=x> & \"quoted\" \u202Eright to left {{0}}"),
            _ => new() { Topic = "Nobody came", Statements = [], Votes = VoteTable.FromVotes([]) },
        };
        OpinionMap map = OpinionMapMethod.Compute(conversation.Votes, new() { Resamples = 10 });
        if (sample == "ordinary")
        {
            map.Groups.Count.ShouldBe(3, "The planted groups are there to be shown.");
        }

        using var html = new StringWriter(CultureInfo.InvariantCulture);
        HtmlReport.Write(html, conversation, map, language);
        return html.ToString();
    }

    /// <summary>Three planted groups of decreasing size, and a few who voted too little to be grouped.</summary>
    private static Conversation Ordinary(Func<int, string> text)
    {
        var chance = new SeededGenerator("browser"u8, "votes");
        var votes = new List<(string, string, int)>();
        for (int p = 0; p < Participants; p++)
        {
            int group = p % 6 < 3 ? 0 : p % 6 < 5 ? 1 : 2;
            for (int s = 0; s < (p % 20 == 19 ? 2 : Statements); s++)
            {
                // The first statements are common ground; the others divide the three groups in turn.
                int leaning = s < 4 || (s + group) % 3 == 0 ? 1 : -1;
                double draw = chance.NextUnit();
                votes.Add(($"p{p}", $"s{s}", draw < 0.8 ? leaning : draw < 0.9 ? 0 : -leaning));
            }
        }

        return new()
        {
            Topic = text(1),
            Description = text(3),
            Url = "https://example.org/conversation",
            Statements = [.. Enumerable.Range(0, Statements).Select(s => new Statement($"s{s}", text(s)))],
            Votes = VoteTable.FromVotes(
                votes, Enumerable.Range(0, Statements).Select(s => new StatementColumn($"s{s}"))),
        };
    }
}
