using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

/// <summary>Conversations with too little in them: each is an answer, not a crash.</summary>
internal static class Degenerate
{
    public static TheoryData<string> Names => ["nothing", "nobody", "one person", "one statement", "same place"];

    public static Sample Of(string name)
    {
        (string, string, int)[] votes = name switch
        {
            "one person" => [("p", "0", 1)],
            "one statement" => [.. Enumerable.Range(0, 20).Select(p => ($"p{p}", "0", (p % 3) - 1))],
            "same place" => [.. Enumerable.Range(0, 20).Select(p => ($"p{p}", $"{p % 2}", 0))],
            _ => [],
        };
        Statement[] statements = name == "nothing" ? []
            : name == "one statement" ? [new("0", "Only one.")]
            : [new("0", ""), new("1", "Two.")];
        VoteTable table = VoteTable.FromVotes(votes, statements.Select(s => new StatementColumn(s.Id)));
        int n = table.Statements.Count;
        int people = table.Participants.Count;
        int groups = name switch { "same place" => 2, "one statement" => 1, _ => 0 };
        VoteCounts[] none = new VoteCounts[n];
        var map = new OpinionMap
        {
            Method = "polis/1",
            Parameters = new Dictionary<string, string>(),
            Participants = table.Participants,
            Statements = table.Statements,
            VoteCount = table.VoteCount,
            Totals = none,
            Columns = [],
            Center = [],
            Components = [[], []],
            Explained = [0, 0],
            Points =
            [
                .. Enumerable.Range(0, people)
                    .Select(p => new ParticipantPoint(0, 0, groups == 0 ? -1 : p % groups)),
            ],
            StatementPoints = [],
            Groups = [.. Enumerable.Range(0, groups).Select(g => new OpinionGroup(
                [.. Enumerable.Range(0, people).Where(p => p % groups == g)], null, [], none))],
            Consensus = new Consensus([], []),
            CommonGround = [],
            Divisive = [],
            Routing = [],
            Stability = null,
            Silhouette = new Dictionary<int, double>(),
        };
        return new Sample(new Conversation { Statements = statements, Votes = table }, map);
    }
}
