using FsCheck;
using FsCheck.Fluent;

namespace Gouvernail.Choice.Tests;

public sealed class LiveVotesTests
{
    private static readonly StatementColumn[] _two = [new("b"), new("a")];

    [Fact]
    public void Whenever_it_is_asked_for_the_table_is_that_of_the_last_votes() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed);
            var live = new LiveVotes();
            var statements = new List<StatementColumn>();
            var last = new Dictionary<(int Who, int What), int>();
            bool same = true;
            for (int round = 0; round < 6; round++)
            {
                Grow(statements, draw);
                Happen(live, last, draw, draw.NextBelow(60), 1 + draw.NextBelow(14), statements.Count);
                same &= Says(live.Snapshot(statements)) == Says(Cold(last, statements));
            }

            return same;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_conversation_that_has_begun_goes_on_as_one_that_was_followed() =>
        Prop.ForAll<int>(seed =>
        {
            SeededGenerator draw = Draws.Generator(seed);
            StatementColumn[] statements = [.. Enumerable.Range(0, 9).Select(j => new StatementColumn(Id(j)))];
            VoteTable begun = VoteTable.FromVotes(Draws.Votes(seed, 1 + draw.NextBelow(12), 5, 4, 2));
            begun = begun.Select(
                [.. Enumerable.Range(0, begun.Participants.Count)],
                [.. Enumerable.Range(0, begun.Statements.Count).Skip(draw.NextBelow(3))]);
            var last = new Dictionary<(int Who, int What), int>();
            for (int row = 0; row < begun.Participants.Count; row++)
            {
                foreach (int cell in begun.Row(row))
                {
                    last.Add((row, VoteTable.StatementOf(cell)), VoteTable.VoteOf(cell));
                }
            }

            var live = new LiveVotes(begun);
            bool same = Says(live.Snapshot(begun.Statements)) == Says(Cold(last, begun.Statements));
            Happen(live, last, draw, 30, 14, statements.Length);
            return same && Says(live.Snapshot(statements)) == Says(Cold(last, statements));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tables_that_were_handed_out_do_not_change()
    {
        var live = new LiveVotes();
        live.Cast(0, 0, 1);
        live.Cast(1, 1, -1);
        VoteTable before = live.Snapshot(_two);
        string said = Says(before);
        live.Cast(0, 0, -1);
        live.Cast(2, 1, 0);
        live.Withdraw(1, 1);

        VoteTable after = live.Snapshot([new("b"), new("a"), new("B")]);

        Says(before).ShouldBe(said);
        Says(after).ShouldNotBe(said);
    }

    [Fact]
    public void Who_takes_back_every_vote_is_not_in_the_table()
    {
        var live = new LiveVotes();
        live.Cast(7, 0, 1);
        live.Cast(3, 0, -1);
        live.Snapshot(_two).Participants.ShouldBe(["1", "2"]);
        live.Withdraw(7, 0);
        live.Withdraw(9, 1);

        VoteTable table = live.Snapshot(_two);

        table.Participants.ShouldBe(["1"]);
        table.Row(0).ToArray().ShouldBe([VoteTable.CellOf(1, -1)]);
        live.Withdraw(3, 0);
        live.Snapshot(_two).Participants.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_happened_the_table_is_the_same()
    {
        var live = new LiveVotes();
        live.Cast(0, 1, 1);

        live.Snapshot(_two).ShouldBeSameAs(live.Snapshot([new("b"), new("a")]));
    }

    [Fact]
    public void A_statement_may_change_its_standing()
    {
        var live = new LiveVotes();
        live.Cast(0, 1, 1);
        live.Snapshot(_two);

        VoteTable table = live.Snapshot([new("b"), new("a", Moderation.Rejected, true)]);

        table.Statements.ShouldBe([new("a", Moderation.Rejected, true), new("b")]);
        table.Row(0).ToArray().ShouldBe([VoteTable.CellOf(0, 1)]);
    }

    [Fact]
    public void A_list_that_lacks_a_statement_or_names_one_twice_is_refused_and_changes_nothing()
    {
        var live = new LiveVotes();
        live.Cast(0, 1, 1);

        Should.Throw<ArgumentException>(() => live.Snapshot([new("b")])).Message.ShouldContain("statement 1 of 1");
        Should.Throw<ArgumentException>(() => live.Snapshot([new("b"), new("b")])).Message.ShouldContain("given twice");
        live.Snapshot(_two).VoteCount.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_vote_is_refused()
    {
        var live = new LiveVotes();

        Should.Throw<ArgumentOutOfRangeException>(() => live.Cast(0, 0, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => live.Cast(0, 0, -2));
        Should.Throw<ArgumentOutOfRangeException>(() => live.Cast(-1, 0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => live.Withdraw(0, -1));
        live.Pending.ShouldBe(0);
    }

    /// <summary>Ids whose order is not that of the numbers.</summary>
    private static string Id(int number) => $"{number * 7 % 23}";

    /// <summary>New statements, new standings; rarely, other ids in the same places.</summary>
    private static void Grow(List<StatementColumn> statements, SeededGenerator draw)
    {
        for (int more = 1 + draw.NextBelow(3); more > 0; more--)
        {
            statements.Add(new StatementColumn(Id(statements.Count)));
        }

        int other = draw.NextBelow(statements.Count);
        statements[other] = statements[other] with { Moderation = (Moderation)(draw.NextBelow(3) - 1) };
        if (draw.NextBelow(5) == 0)
        {
            int one = draw.NextBelow(statements.Count);
            (statements[one], statements[other]) = (statements[other], statements[one]);
        }
    }

    private static void Happen(
        LiveVotes live,
        Dictionary<(int Who, int What), int> last,
        SeededGenerator draw,
        int events,
        int people,
        int statements)
    {
        for (int e = 0; e < events; e++)
        {
            int who = draw.NextBelow(people);
            int what = draw.NextBelow(statements);
            int vote = draw.NextBelow(4) - 1;
            if (vote == 2)
            {
                live.Withdraw(who, what);
                last.Remove((who, what));
            }
            else
            {
                live.Cast(who, what, vote);
                last[(who, what)] = vote;
            }
        }
    }

    private static VoteTable Cold(
        Dictionary<(int Who, int What), int> last, IEnumerable<StatementColumn> statements)
    {
        StatementColumn[] all = [.. statements];
        return VoteTable.FromVotes(last.Select(v => ($"p{v.Key.Who}", all[v.Key.What].Id, v.Value)), all).Anonymous();
    }

    private static string Says(VoteTable table) => string.Join(
        "\n",
        Enumerable.Range(0, table.Participants.Count)
            .Select(row => $"{table.Participants[row]}: {string.Join(' ', table.Row(row).ToArray())}")
            .Prepend(string.Join(' ', table.Statements))
            .Append(Convert.ToHexString(table.Hash())));
}
