using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Simulation;

namespace Gouvernail.Tests.Consult.Simulation;

public sealed class SimulatedConversationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_options_draw_the_same_votes_on_every_machine()
    {
        Conversation conversation = Simulate(300, 60, 0.3, 3);
        Convert.ToHexStringLower(conversation.Votes.Hash()).ShouldBe(
            "99fee3b85a01888c4fa6a4ab33f98653db965348956ad71ab04a2d5fa0986e43");
        conversation.Votes.Hash().ShouldBe(Simulate(300, 60, 0.3, 3).Votes.Hash());
    }

    [Fact]
    public void Another_seed_draws_another_conversation()
    {
        Simulate(300, 60, 0.3, 3, seed: "a").Votes.Hash()
            .ShouldNotBe(Simulate(300, 60, 0.3, 3, seed: "b").Votes.Hash());
    }

    [Fact]
    public void The_language_changes_the_sentences_and_no_vote()
    {
        var options = new SimulationOptions
        {
            Participants = 100,
            Statements = 60,
            Density = 0.4,
            Groups = 2,
            Seed = "1",
        };
        Conversation english = SimulatedConversation.Create(options, Cancel);
        Conversation french = SimulatedConversation.Create(
            options with { Language = Language.French }, Cancel);
        french.Votes.Hash().ShouldBe(english.Votes.Hash());
        french.History!.Times.ShouldBe(english.History!.Times);
        french.ExportedGroups.ShouldBe(english.ExportedGroups);
        french.Topic.ShouldNotBe(english.Topic);
        french.Statements.Select(s => s.Text).ShouldNotContain(t => english.Statements.Any(e => e.Text == t));
    }

    [Theory]
    [InlineData(200, 50, 0.3)]
    [InlineData(10_000, 500, 0.05)]
    [InlineData(500, 20, 1)]
    [InlineData(50, 10, 0.5)]
    [InlineData(2_000, 100, 0.02)]
    public void The_density_is_the_one_asked_for(int participants, int statements, double density)
    {
        Conversation conversation = Simulate(participants, statements, density, 2);
        double actual = (double)conversation.Votes.VoteCount / participants / statements;
        actual.ShouldBe(density, 0.03 * density);
    }

    [Fact]
    public void Turnout_is_unequal_and_nobody_leaves_before_eight_votes()
    {
        VoteTable votes = Simulate(10_000, 500, 0.05, 3).Votes;
        int[] turnout = [.. Enumerable.Range(0, 10_000).Select(i => votes.Row(i).Length).Order()];
        turnout[0].ShouldBeGreaterThanOrEqualTo(8);
        turnout[^1].ShouldBeGreaterThan(2 * turnout[5_000]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Groups_are_unequal_and_none_is_tiny(int groups)
    {
        Conversation conversation = Simulate(2_000, 30, 0.3, groups);
        int[] sizes = [.. conversation.ExportedGroups!.GroupBy(g => g, StringComparer.Ordinal).Select(g => g.Count())];
        sizes.Length.ShouldBe(groups);
        sizes.ShouldAllBe(size => size > 200);
        sizes.Distinct().Count().ShouldBe(groups);
    }

    [Fact]
    public void One_statement_in_twenty_five_is_refused_and_none_in_a_short_list()
    {
        Simulate(20, 24, 0.5, 2).Statements.ShouldAllBe(s => s.Moderation == Moderation.Accepted);
        Simulate(20, 100, 0.5, 2).Statements.Count(s => s.Moderation == Moderation.Rejected).ShouldBe(4);
    }

    [Fact]
    public void Time_only_moves_forward_and_statements_come_before_their_votes()
    {
        Conversation conversation = Simulate(300, 60, 0.3, 3);
        long[] times = conversation.History!.Times!;
        long last = conversation.Statements.Max(s => s.Time!.Value);
        foreach (long time in times)
        {
            time.ShouldBeGreaterThan(last);
            last = time;
        }
    }

    [Fact]
    public void About_one_vote_in_a_hundred_is_changed_later()
    {
        Conversation conversation = Simulate(10_000, 100, 0.3, 2);
        int repeats = conversation.History!.Cells.Length - conversation.Votes.VoteCount;
        ((double)repeats / conversation.Votes.VoteCount).ShouldBe(0.01, 0.001);
    }

    [Fact]
    public void Whatever_the_sizes_a_conversation_is_whole()
    {
        var sizes =
            from participants in Gen.Choose(1, 60)
            from statements in Gen.Choose(1, 60)
            from percent in Gen.Choose(1, 100)
            from groups in Gen.Choose(1, Math.Min(5, participants))
            from seed in Gen.Choose(0, 1000)
            select (participants, statements, percent, groups, seed);
        Prop.ForAll(sizes.ToArbitrary(), size =>
        {
            Conversation conversation = Simulate(
                size.participants, size.statements, size.percent / 100.0, size.groups, $"{size.seed}");
            VoteTable votes = conversation.Votes;
            VoteHistory history = conversation.History!;
            int voting = Enumerable.Range(0, size.participants).Count(i => votes.Row(i).Length > 0);
            int[] seen = [.. history.Cells.Select(VoteTable.StatementOf).Distinct()];
            return voting == size.participants
                && votes.Statements.Count == size.statements
                && conversation.Statements.Select(s => s.Id).SequenceEqual(votes.Statements.Select(s => s.Id))
                && conversation.Statements.Select(s => s.Id).Distinct().Count() == size.statements
                && seen.SequenceEqual(Enumerable.Range(0, seen.Length))
                && history.Participants.Length == history.Cells.Length
                && history.Times!.Length == history.Cells.Length
                && conversation.ExportedGroups!.Distinct().Count() == size.groups;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(10, 0, 0.5, 1)]
    [InlineData(10, 10, 0, 1)]
    [InlineData(10, 10, 1.1, 1)]
    [InlineData(10, 10, double.NaN, 1)]
    [InlineData(10, 10, 0.5, 0)]
    [InlineData(10, 10, 0.5, 6)]
    [InlineData(2, 10, 0.5, 3)]
    [InlineData(10_000_000, 100_000, 0.5, 3)]
    public void Sizes_out_of_bounds_are_refused(int participants, int statements, double density, int groups)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Simulate(participants, statements, density, groups));
    }

    internal static Conversation Simulate(
        int participants, int statements, double density, int groups, string seed = "1") =>
        SimulatedConversation.Create(
            new SimulationOptions
            {
                Participants = participants,
                Statements = statements,
                Density = density,
                Groups = groups,
                Seed = seed,
            },
            Cancel);
}
