using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class RepresentativenessTests
{
    private static readonly VoteCounts _nobody = new(0, 0, 0);

    [Fact]
    public void The_tests_are_those_of_the_formulas()
    {
        // 2·√11·(10/11 − ½)
        Representativeness.ProportionTest(9, 10).ShouldBe(2 * Math.Sqrt(11) * ((10.0 / 11) - 0.5), 1e-15);

        // 9 of 10 against 1 of 10, one added to all four: 10/11 and 2/11, pooled 12/22.
        double pooled = 12.0 / 22;
        Representativeness.TwoProportionTest(9, 1, 10, 10)
            .ShouldBe((8.0 / 11) / Math.Sqrt(pooled * (1 - pooled) * 2 / 11), 1e-14);
        Representativeness.TwoProportionTest(10, 10, 10, 10).ShouldBe(0);
    }

    [Fact]
    public void A_statement_that_only_this_group_supports_represents_it()
    {
        VoteCounts[] group = [new(9, 1, 10), new(5, 5, 10)];
        VoteCounts[] all = [new(10, 10, 20), new(10, 10, 20)];

        Representative[] found = Representativeness.Of(group, all, [0, 1]);

        found.Length.ShouldBe(1);
        found[0].Statement.ShouldBe(0);
        found[0].Side.ShouldBe(Side.Agree);
        found[0].Repness.ShouldBe((10.0 / 12) / (2.0 / 12), 1e-9);
    }

    [Fact]
    public void A_statement_that_only_this_group_rejects_represents_it_by_disagreement()
    {
        VoteCounts[] group = [new(1, 9, 10)];
        VoteCounts[] all = [new(10, 10, 20)];

        Representativeness.Of(group, all, [0])[0].Side.ShouldBe(Side.Disagree);
    }

    [Fact]
    public void At_most_five_are_named_agreements_first()
    {
        VoteCounts[] group = [.. Enumerable.Range(0, 4).Select(_ => new VoteCounts(1, 19, 20)),
            .. Enumerable.Range(0, 4).Select(_ => new VoteCounts(19, 1, 20))];
        VoteCounts[] all = [.. group.Select(g => GroupTally.Add(g, new VoteCounts(g.Disagree, g.Agree, g.Seen)))];

        Representative[] found = Representativeness.Of(group, all, Enumerable.Range(0, 8));

        found.Length.ShouldBe(5);
        found.Select(f => f.Side).ShouldBe(found.Select(f => f.Side).OrderBy(s => s));
        found[0].Statement.ShouldBe(4);
    }

    [Fact]
    public void A_group_without_a_telling_statement_shows_its_best()
    {
        VoteCounts[] group = [new(1, 1, 3), new(2, 1, 3)];
        VoteCounts[] all = [new(2, 2, 6), new(4, 2, 6)];

        Representativeness.Of(group, all, [0, 1]).Length.ShouldBe(1);
    }

    [Fact]
    public void Nothing_eligible_gives_nothing() =>
        Representativeness.Of([_nobody], [_nobody], []).ShouldBeEmpty();

    [Fact]
    public void Consensus_takes_the_five_strongest_on_each_side()
    {
        VoteCounts[] all =
            [.. Enumerable.Range(1, 7).Select(i => new VoteCounts(90 + i, 10 - i, 100)), new(2, 98, 100)];

        Consensus consensus = Representativeness.ConsensusOf(all, [.. Enumerable.Range(0, 8)]);

        consensus.Agree.Select(c => c.Statement).ShouldBe([6, 5, 4, 3, 2]);
        consensus.Disagree.Select(c => c.Statement).ShouldBe([7]);
    }
}
