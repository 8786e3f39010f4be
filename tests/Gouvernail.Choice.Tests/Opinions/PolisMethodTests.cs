using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class PolisMethodTests
{
    [Fact]
    public void A_projection_is_the_sum_of_centred_votes_scaled_by_the_votes_cast()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(1, 30, 10, 6, 2));

        OpinionMap map = Maps.Polis(votes);

        double expected = 0;
        foreach (int cell in votes.Row(4))
        {
            int j = VoteTable.StatementOf(cell);
            expected += (VoteTable.VoteOf(cell) - map.Center[j]) * map.Components[0][j];
        }

        expected *= Math.Sqrt(10.0 / votes.Row(4).Length);
        map.Points[4].X.ShouldBe(expected, 1e-8);
    }

    [Fact]
    public void A_rejected_statement_counts_as_a_zero_vote_of_everyone()
    {
        List<(string Participant, string Statement, int Vote)> votes = Draws.Votes(1, 30, 10, 6, 2);
        string[] people = [.. votes.Select(v => v.Participant).Distinct()];
        VoteTable rejected = VoteTable.FromVotes(votes, [new StatementColumn("s3", Moderation.Rejected)]);
        VoteTable zeroes = VoteTable.FromVotes(
            [.. votes, .. people.Select(p => (p, "s3", 0))], [new StatementColumn("s3")]);

        OpinionMap one = Maps.Polis(rejected);
        OpinionMap other = Maps.Polis(zeroes);

        one.Center[0].ShouldBe(0);
        one.Points.Select(p => p.X).ShouldBe(other.Points.Select(p => p.X), 1e-9);
    }

    [Fact]
    public void The_largest_loading_of_each_component_is_positive()
    {
        OpinionMap map = Maps.Polis(VoteTable.FromVotes(Draws.Votes(6, 50, 20, 10, 3)));

        foreach (IReadOnlyList<double> component in map.Components)
        {
            component.MaxBy(Math.Abs).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Fewer_than_fifteen_are_made_up_with_those_who_voted_most()
    {
        var votes = Enumerable.Range(0, 40).SelectMany(i => Enumerable.Range(0, i < 10 ? 8 : i % 7).Select(
            j => ($"{i}", $"{j}", ((i + j) % 3) - 1)));

        OpinionMap map = Maps.Polis(VoteTable.FromVotes(votes));

        string[] grouped = [.. map.Groups.SelectMany(g => g.Members).Order().Select(i => map.Participants[i])];
        grouped.ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "13", "20", "27", "34", "12"], true);
    }

    [Fact]
    public void Given_participants_are_the_ones_grouped()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(1, 60, 20, 12, 2));

        OpinionMap map = Maps.Polis(votes, new PolisOptions { InConversation = ["p1", "p2", "p3", "p40"] });

        map.Groups.SelectMany(g => g.Members).Select(i => map.Participants[i])
            .ShouldBe(["p1", "p2", "p3", "p40"], true);
    }

    [Fact]
    public void Given_base_clusters_are_grouped_by_their_weight()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(1, 60, 20, 12, 2));
        BaseCluster[] bases =
        [
            new(0, ["p0", "p1"], 0, 0), new(1, ["p2"], 10, 10), new(2, ["p3", "p4"], 0.5, 0), new(3, ["p5"], 10.5, 10),
        ];

        OpinionMap map = Maps.Polis(votes, new PolisOptions { BaseClusters = bases });

        map.Groups
            .Select(g => string.Join(' ', g.Members.Select(i => map.Participants[i]).Order(StringComparer.Ordinal)))
            .ShouldBe(["p0 p1 p3 p4", "p2 p5"]);
    }

    [Fact]
    public void A_participant_who_never_voted_cannot_be_pinned() =>
        Should.Throw<ArgumentException>(() => Maps.Polis(
            VoteTable.FromVotes(Draws.Votes(1, 20, 10, 8, 2)), new PolisOptions { InConversation = ["stranger"] }))
            .Message.ShouldContain("stranger");
}
