using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests.Opinions;

public sealed class OpinionMapMethodTests
{
    private static readonly MapOptions _quick = new() { Resamples = 3 };

    [Fact]
    public void The_order_of_people_statements_and_votes_changes_no_bit() =>
        Prop.ForAll<int>(seed =>
        {
            List<(string Participant, string Statement, int Vote)> votes =
                [.. Draws.Votes(seed, 40, 15, 10, 2).DistinctBy(v => (v.Participant, v.Statement))];
            string one = Maps.Text(Maps.Opinion(VoteTable.FromVotes(votes), _quick));
            string other = Maps.Text(Maps.Opinion(
                VoteTable.FromVotes(Draws.Shuffled(votes, seed)), _quick));
            return one == other;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(11, 3_000, 200, 200, 3));
        votes.VoteCount.ShouldBeGreaterThan(300_000);

        string one = Maps.Text(Maps.Opinion(votes, _quick));

        Maps.Text(Maps.Opinion(votes, _quick with { Threads = 2 })).ShouldBe(one);
        Maps.Text(Maps.Opinion(votes, _quick with { Threads = 7 })).ShouldBe(one);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Planted_groups_are_found(int groups)
    {
        VoteTable votes = VoteTable.FromVotes(Draws.Votes(groups, 600, 80, 60, groups));

        OpinionMap map = Maps.Opinion(votes, _quick);

        int[] planted = [.. map.Participants.Select(p => int.Parse(p.AsSpan(1), null) % groups)];
        int[] found = [.. map.Points.Select(p => p.Group)];
        AdjustedRand.Index(planted, found).ShouldBeGreaterThan(0.95);
        map.Groups.ShouldAllBe(g => g.Stability > OpinionGroup.StableFrom);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Where_answers_are_unrelated_there_is_one_group(int seed)
    {
        SeededGenerator draw = Draws.Generator(seed);
        var votes = VoteTable.FromVotes(Enumerable.Range(0, 4000).Select(
            i => ($"{i / 20}", $"{draw.NextBelow(40)}", draw.NextBelow(3) - 1)));

        OpinionMap map = Maps.Opinion(votes, _quick);

        map.Groups.Count.ShouldBe(1);
        map.Groups[0].Members.Count.ShouldBe(200);
        map.Divisive.ShouldBeEmpty();
        map.Stability!.Groups.ShouldBe(1);
    }

    [Fact]
    public void Groups_are_numbered_from_the_largest()
    {
        OpinionMap map = Maps.Opinion(VoteTable.FromVotes(
            Draws.Votes(2, 90, 40, 25, 2).Where(v => v.Participant.Length < 3 || v.Participant[^1] != '1')), _quick);

        map.Groups.Count.ShouldBe(2);
        map.Groups[0].Members.Count.ShouldBeGreaterThan(map.Groups[1].Members.Count);
    }

    [Fact]
    public void The_interval_holds_the_score_and_the_shares_stay_in_bounds() =>
        Prop.ForAll<int>(seed =>
        {
            OpinionMap map = Maps.Opinion(
                VoteTable.FromVotes(Draws.Votes(seed, 40, 12, 9, 2)), _quick with { Resamples = 20 });
            return map.CommonGround.All(c => c.Low <= c.Score && c.Score <= c.High && c.Low >= 0 && c.High <= 1)
                && map.Divisive.All(d => d.Spread is >= 0 and <= 1)
                && map.Groups.All(g => g.Stability is >= 0 and <= 1)
                && map.Stability!.SameNumber is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rejected_statement_is_as_if_it_had_never_been()
    {
        List<(string Participant, string Statement, int Vote)> votes = Draws.Votes(8, 60, 20, 12, 2);
        OpinionMap without = Maps.Opinion(
            VoteTable.FromVotes(votes.Where(v => v.Statement != "s7")), _quick);

        OpinionMap rejected = Maps.Opinion(
            VoteTable.FromVotes(votes, [new StatementColumn("s7", Moderation.Rejected)]), _quick);

        rejected.Points.ShouldBe(without.Points);
        rejected.CommonGround.Select(c => c.Score).ShouldBe(without.CommonGround.Select(c => c.Score));
        rejected.Routing.ShouldNotContain(r => rejected.Statements[r.Statement].Id == "s7");
    }

    [Fact]
    public void A_meta_statement_is_counted_and_not_used()
    {
        List<(string Participant, string Statement, int Vote)> votes = Draws.Votes(8, 60, 20, 12, 2);

        OpinionMap map = Maps.Opinion(
            VoteTable.FromVotes(votes, [new StatementColumn("s7", IsMeta: true)]), _quick);

        int meta = map.Statements.ToList().FindIndex(s => s.Id == "s7");
        map.Columns.ShouldNotContain(meta);
        map.Totals[meta].Seen.ShouldBeGreaterThan(0);
        map.Groups[0].Votes[meta].Seen.ShouldBeGreaterThan(0);
        map.Routing.Single(r => r.Statement == meta).Priority.ShouldBe(49);
    }

    public static TheoryData<string, (string, string, int)[]> Degenerate => new()
    {
        { "no votes", [] },
        { "one voter", [("a", "1", 1), ("a", "2", -1)] },
        { "everyone identical", [.. Enumerable.Range(0, 40).Select(i => ($"{i / 4}", $"{i % 4}", 1))] },
        { "all pass", [.. Enumerable.Range(0, 40).Select(i => ($"{i / 4}", $"{i % 4}", 0))] },
        { "one statement", [.. Enumerable.Range(0, 40).Select(i => ($"{i}", "1", (i % 3) - 1))] },
        { "two people at odds", [("a", "1", 1), ("b", "1", -1), ("a", "2", 1), ("b", "2", -1)] },
    };

    [Theory]
    [MemberData(nameof(Degenerate))]
    public void A_degenerate_conversation_has_an_answer(string name, (string, string, int)[] votes)
    {
        VoteTable table = VoteTable.FromVotes(votes, [new StatementColumn("unseen")]);

        OpinionMap map = Maps.Opinion(table, _quick with { Resamples = 5 });
        OpinionMap polis = Maps.Polis(table);

        name.ShouldNotBeEmpty();
        map.Groups.Sum(g => g.Members.Count).ShouldBe(table.Participants.Count);
        Maps.Text(map).ShouldNotContain("NaN");
        Maps.Text(polis).ShouldNotContain("NaN");
        polis.Points.ShouldAllBe(p => double.IsFinite(p.X) && double.IsFinite(p.Y));
    }

    [Fact]
    public void Two_solid_blocs_of_twenty_are_two_groups()
    {
        var votes = Enumerable.Range(0, 20).SelectMany(i => Enumerable.Range(0, 10).Select(
            j => ($"{i}", $"{j}", i % 2 == 0 ? 1 : -1)));

        Maps.Opinion(VoteTable.FromVotes(votes), _quick).Groups.Select(g => g.Members.Count)
            .ShouldBe([10, 10]);
    }

    [Fact]
    public void Fewer_than_one_thread_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => Maps.Opinion(VoteTable.FromVotes([]), new MapOptions { Threads = 0 }));

    [Fact]
    public void The_work_can_be_stopped() =>
        Should.Throw<OperationCanceledException>(() => OpinionMapMethod.Compute(
            VoteTable.FromVotes(Draws.Votes(1, 50, 20, 10, 2)), _quick, new CancellationToken(true)));
}
