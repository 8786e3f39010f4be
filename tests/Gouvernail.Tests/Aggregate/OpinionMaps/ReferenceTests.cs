using System.Globalization;
using System.Text.Json;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Tests.Consult;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

/// <summary>
/// Agreement with the figures published beside the eight openData conversations: an independent port of the Polis cold
/// start (silhouettes to four decimals, every label) and red-dwarf 0.4.0 (variance, consensus).
/// </summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => [.. RealConversationTests.Table.Select(row => row.Data.Item1)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Polis_cold_start_is_reproduced_label_for_label(string name)
    {
        (VoteTable votes, JsonElement reference) = Load(name);
        JsonElement cold = reference.GetProperty("cold");

        OpinionMap map = PolisMethod.Compute(votes, null, TestContext.Current.CancellationToken);

        map.Groups.Count.ShouldBe(cold.GetProperty("k").GetInt32());
        map.Groups.Sum(g => g.Members.Count).ShouldBe(cold.GetProperty("in_conv").GetInt32());
        foreach (JsonProperty tried in cold.GetProperty("silhouette_by_k").EnumerateObject())
        {
            map.Silhouette[int.Parse(tried.Name, CultureInfo.InvariantCulture)]
                .ShouldBe(tried.Value.GetDouble(), 0.00006);
        }

        JsonElement labels = cold.GetProperty("labels_by_pid");
        Dictionary<string, int> published = labels.GetProperty("pids").EnumerateArray()
            .Zip(labels.GetProperty("labels").EnumerateArray())
            .ToDictionary(
                pair => pair.First.GetInt32().ToString(CultureInfo.InvariantCulture),
                pair => pair.Second.GetInt32());
        for (int i = 0; i < map.Points.Count; i++)
        {
            map.Points[i].Group.ShouldBe(published.GetValueOrDefault(map.Participants[i], -1));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Variance_and_consensus_are_those_of_red_dwarf(string name)
    {
        (VoteTable votes, JsonElement reference) = Load(name);

        OpinionMap map = PolisMethod.Compute(votes, null, TestContext.Current.CancellationToken);

        double[] explained =
            [.. reference.GetProperty("pca_explained_variance_ratio").EnumerateArray().Select(e => e.GetDouble())];
        map.Explained[0].ShouldBe(explained[0], 0.00006);
        map.Explained[1].ShouldBe(explained[1], 0.00006);
        JsonElement consensus = reference.GetProperty("consensus");
        Listed(map, map.Consensus.Agree).ShouldBe(Listed(consensus.GetProperty("agree")));
        Listed(map, map.Consensus.Disagree).ShouldBe(Listed(consensus.GetProperty("disagree")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_default_method_finds_groups_in_every_one_of_them_and_says_the_same_for_any_order(string name)
    {
        (VoteTable votes, _) = Load(name);
        var options = new MapOptions { Resamples = 5 };
        int[] rows = [.. Enumerable.Range(0, votes.Participants.Count).Reverse()];
        int[] columns = [.. Enumerable.Range(0, votes.Statements.Count).OrderBy(j => (j * 7919) % 1009)];

        string one = Json(OpinionMapMethod.Compute(votes, options, TestContext.Current.CancellationToken));
        string other = Json(OpinionMapMethod.Compute(
            votes.Select(rows, columns), options with { Threads = 2 }, TestContext.Current.CancellationToken));

        other.ShouldBe(one);
        JsonDocument.Parse(one).RootElement.GetProperty("groups").GetArrayLength().ShouldBeGreaterThan(1);
    }

    private static (VoteTable Votes, JsonElement Reference) Load(string name)
    {
        string folder = RealConversationTests.Folder(name);
        using JsonDocument all = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "..", "reference.json")));
        JsonElement reference = all.RootElement.GetProperty("conversations").GetProperty(name).Clone();
        return (Desk.ReadAt(folder).Conversation.ShouldNotBeNull().Votes, reference);
    }

    private static string Json(OpinionMap map)
    {
        using var stream = new MemoryStream();
        OpinionMapJson.Write(stream, map);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> Listed(OpinionMap map, IEnumerable<ConsensusStatement> statements) =>
        statements.Select(s => string.Create(
            CultureInfo.InvariantCulture,
            $"{map.Statements[s.Statement].Id}: {s.Votes.Seen} {s.Share:F4} {s.ShareTest:F4}"));

    private static IEnumerable<string> Listed(JsonElement statements) =>
        statements.EnumerateArray().Select(s => string.Create(
            CultureInfo.InvariantCulture,
            $"{s.GetProperty("tid")}: {s.GetProperty("n-trials")} {s.GetProperty("p-success").GetDouble():F4} "
            + $"{s.GetProperty("p-test").GetDouble():F4}"));
}
