using FsCheck;
using FsCheck.Fluent;

namespace Gouvernail.Choice.Tests;

public sealed class VoteTableTests
{
    [Fact]
    public void The_last_vote_of_a_person_on_a_statement_counts()
    {
        VoteTable table = VoteTable.FromVotes([("ana", "1", 1), ("ben", "1", -1), ("ana", "2", 0), ("ana", "1", -1)]);

        table.VoteCount.ShouldBe(3);
        table.Participants.ShouldBe(["ana", "ben"]);
        table.Row(0).ToArray().ShouldBe([VoteTable.CellOf(0, -1), VoteTable.CellOf(1, 0)]);
    }

    [Fact]
    public void With_times_the_latest_vote_counts_and_at_equal_times_the_later_in_the_list()
    {
        StatementColumn[] statements = [new("1"), new("2")];
        VoteTable table = VoteTable.FromEvents(
            ["ana"],
            statements,
            [0, 0, 0, 0],
            [VoteTable.CellOf(0, 1), VoteTable.CellOf(0, -1), VoteTable.CellOf(1, 1), VoteTable.CellOf(1, 0)],
            [20, 10, 5, 5]);

        table.Row(0).ToArray().ShouldBe([VoteTable.CellOf(0, 1), VoteTable.CellOf(1, 0)]);
    }

    [Fact]
    public void A_vote_of_two_is_refused() =>
        Should.Throw<ArgumentException>(() => VoteTable.FromVotes([("ana", "1", 2)]))
            .Message.ShouldContain("ana gave 2");

    [Fact]
    public void A_statement_given_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => VoteTable.FromVotes([], [new("1"), new("1")]))
            .Message.ShouldContain("\"1\" is given twice");

    [Fact]
    public void An_event_outside_the_table_is_refused() =>
        Should.Throw<ArgumentException>(() => VoteTable.FromEvents(["ana"], [new("1")], [1], [0], default));

    [Fact]
    public void The_canonical_table_forgets_the_order_of_arrival() =>
        Prop.ForAll<int>(seed =>
        {
            List<(string Participant, string Statement, int Vote)> votes =
                [.. Draws.Votes(seed, 12, 8, 5, 2).DistinctBy(v => (v.Participant, v.Statement))];
            VoteTable one = VoteTable.FromVotes(votes).Canonical();
            VoteTable other = VoteTable.FromVotes(Draws.Shuffled(votes, seed)).Canonical();
            return one.Hash().AsSpan().SequenceEqual(other.Hash());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_changed_vote_changes_the_hash() =>
        Prop.ForAll<int>(seed =>
        {
            List<(string Participant, string Statement, int Vote)> votes = Draws.Votes(seed, 6, 5, 4, 2);
            byte[] before = VoteTable.FromVotes(votes).Hash();
            (string participant, string statement, int vote) = votes[^1];
            votes[^1] = (participant, statement, vote == 1 ? -1 : vote + 1);
            return !before.AsSpan().SequenceEqual(VoteTable.FromVotes(votes).Hash());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_selection_keeps_the_votes_of_the_chosen_rows_and_columns()
    {
        VoteTable table = VoteTable.FromVotes([("a", "1", 1), ("a", "2", -1), ("b", "2", 0), ("b", "3", 1)]);

        VoteTable chosen = table.Select([1, 0], [2, 1]);

        chosen.Participants.ShouldBe(["b", "a"]);
        chosen.Statements.Select(s => s.Id).ShouldBe(["3", "2"]);
        chosen.Row(0).ToArray().ShouldBe([VoteTable.CellOf(0, 1), VoteTable.CellOf(1, 0)]);
        chosen.Row(1).ToArray().ShouldBe([VoteTable.CellOf(1, -1)]);
    }

    [Fact]
    public void Ids_sort_by_code_units_whatever_the_culture()
    {
        VoteTable table = VoteTable.FromVotes([("é", "b", 1), ("Z", "10", 1), ("a", "9", 1), ("i", "B", 1)])
            .Canonical();

        table.Participants.ShouldBe(["Z", "a", "i", "é"]);
        table.Statements.Select(s => s.Id).ShouldBe(["10", "9", "B", "b"]);
    }
}
