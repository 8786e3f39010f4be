using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult.Simulation;

public sealed class PlantedGroupsTests
{
    [Theory]
    [InlineData(10_000, 500, 0.05, 2)]
    [InlineData(10_000, 500, 0.05, 3)]
    [InlineData(10_000, 500, 0.05, 4)]
    [InlineData(3_000, 500, 0.1, 5)]
    [InlineData(300, 50, 0.6, 4)]
    [InlineData(1_000, 50, 0.5, 3)]
    public void Planted_groups_are_found_again(int participants, int statements, double density, int groups)
    {
        Conversation conversation = SimulatedConversationTests.Simulate(participants, statements, density, groups);
        OpinionMap map = Map(conversation);
        map.Groups.Count.ShouldBe(groups);
        Agreement(conversation, map).ShouldBeGreaterThan(0.95);
    }

    [Theory]
    [InlineData(1_000, 50, 0.3)]
    [InlineData(10_000, 500, 0.05)]
    public void Nothing_is_found_where_nothing_was_planted(int participants, int statements, double density)
    {
        Conversation conversation = SimulatedConversationTests.Simulate(participants, statements, density, 1);
        OpinionMap map = Map(conversation);
        map.Groups.Count.ShouldBe(1);
    }

    private static OpinionMap Map(Conversation conversation) => OpinionMapMethod.Compute(
        conversation.Votes, new MapOptions { Resamples = 0, Threads = 2 }, TestContext.Current.CancellationToken);

    /// <summary>Adjusted Rand index (Hubert and Arabie 1985, eq. 5) of the map's groups and the planted ones.</summary>
    private static double Agreement(Conversation conversation, OpinionMap map)
    {
        var planted = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < conversation.Votes.Participants.Count; i++)
        {
            planted.Add(conversation.Votes.Participants[i], conversation.ExportedGroups![i]!);
        }

        var both = new List<(int Found, string Planted)>();
        for (int i = 0; i < map.Participants.Count; i++)
        {
            if (map.Points[i].Group >= 0)
            {
                both.Add((map.Points[i].Group, planted[map.Participants[i]]));
            }
        }

        static double Pairs(int n) => n * (n - 1.0) / 2;
        double together = 0;
        foreach (var cell in both.GroupBy(b => b))
        {
            together += Pairs(cell.Count());
        }

        double found = 0;
        foreach (var group in both.GroupBy(b => b.Found))
        {
            found += Pairs(group.Count());
        }

        double real = 0;
        foreach (var group in both.GroupBy(b => b.Planted))
        {
            real += Pairs(group.Count());
        }

        double chance = found * real / Pairs(both.Count);
        return (together - chance) / (((found + real) / 2) - chance);
    }
}
