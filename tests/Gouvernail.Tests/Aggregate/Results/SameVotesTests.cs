using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Aggregate.Results;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Tests.Audits;

namespace Gouvernail.Tests.Aggregate.Results;

/// <summary>A result is a function of the votes: not of who counts, in which order they came,
/// or under which key.</summary>
public sealed class SameVotesTests
{
    [Fact]
    public void Two_imports_in_different_orders_give_the_same_result()
    {
        using var one = new Town();
        using var other = new Town();
        string folder = one["files"];
        PolisExport.Write(folder, Town.Talk(20, 8), null, TestContext.Current.CancellationToken).ShouldBeNull();
        string shuffled = one["shuffled"];
        Directory.CreateDirectory(shuffled);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            string name = Path.GetFileName(file);
            string[] lines = File.ReadAllLines(file);
            if (name is "votes.csv" or "comments.csv")
            {
                new SeededGenerator("order"u8, name).Shuffle(lines.AsSpan(1));
            }

            File.WriteAllText(Path.Combine(shuffled, name), string.Join('\n', lines) + "\n");
        }

        string expected = one.Publish(one.Import(Read(folder)).Id).Output;
        other.Publish(other.Import(Read(shuffled)).Id).Output.ShouldBe(expected);
        one.Community.VerifierKey.ShouldNotBe(other.Community.VerifierKey);
        Town.Told(Town.Audit(other.Bundle())).ShouldBe("");

        static Conversation Read(string folder) => ConversationReader.Read(
            folder, new ReadOptions { KeepHistory = true }, TestContext.Current.CancellationToken).Conversation!;
    }

    [Fact]
    public void Live_votes_give_the_same_result_in_any_order_and_another_when_one_changes()
    {
        (string Who, string What, int Vote)[] votes = [.. from who in Enumerable.Range(0, 9)
                                                          from what in Enumerable.Range(0, 4)
                                                          select ($"p{who}", $"s{what}", ((who * (what + 1)) % 3) - 1)];
        string expected = Live(votes);
        new SeededGenerator("live"u8, "order").Shuffle(votes.AsSpan());
        Live(votes).ShouldBe(expected);
        (votes[3].Vote, int before) = (votes[3].Vote == 1 ? -1 : 1, votes[3].Vote);
        Live(votes).ShouldNotBe(expected);

        // A change of mind counts, whatever was said first.
        Live([.. votes, (votes[3].Who, votes[3].What, before)]).ShouldBe(expected);
    }

    [Fact]
    public void A_result_over_a_beginning_ignores_what_came_later_and_threads_change_nothing()
    {
        using var town = new Town();
        (string id, _) = town.Import(Town.Talk(12, 5));
        ResultPublished early = town.Publish(id, given: "{\"resamples\":50}");
        string pseudonym = town.Community.PseudonymsOf(id)!.Of("late");
        string statement = town.Community.Consultations.All[0].Statements.First().Key;
        Act(town, new CastVote(new Participation(id, pseudonym, Rung.Open), statement, 1));
        ResultPublished late = town.Publish(id, given: "{\"resamples\":50}");
        late.Output.ShouldNotBe(early.Output);
        MemoryBundle bundle = town.Bundle();
        foreach (int threads in (int[])[1, 2, 7])
        {
            AuditReport report = Town.Audit(bundle, new AuditOptions { Threads = threads });
            Town.Told(report).ShouldBe("");
            report.Results.ShouldAllBe(r => r.Status == ResultStatus.Reproduced);
        }
    }

    [Fact]
    public void Imported_votes_keep_their_own_time_and_live_votes_come_after_them()
    {
        var replay = new ConversationReplay("c1");
        var opened = new ConsultationOpened("t", "", "", Publication.Votes);
        byte[] body = opened.ToDraft("c1", []).Body!;
        replay.Add(0,
            new Entry { Kind = ConsultationOpened.Kind, Time = default, Consultation = "c1", Body = body }, default);
        Add(1, new VoteCast("s", 1, 2_000));
        Vote().ShouldBe(1);
        Add(2, new VoteCast("s", -1, 1_000));
        Vote().ShouldBe(1);
        Add(3, new VoteCast("s", 0, null));
        Vote().ShouldBe(0);
        Add(4, new VoteCast("s", -1, (1L << 53) - 1));
        Vote().ShouldBe(0);
        Add(5, new VoteCast("s", 1, null));
        Vote().ShouldBe(1);
        VoteTable.VoteOf(replay.Finish(4)!.Conversation.Votes.Row(0)[0]).ShouldBe(0);
        replay.Finish(1)!.Conversation.Votes.VoteCount.ShouldBe(0);
        replay.Finish(0).ShouldBeNull();

        void Add(long position, VoteCast vote)
        {
            Draft draft = vote.ToDraft("c1", "p");
            replay.Add(
                position,
                new Entry
                {
                    Kind = draft.Kind,
                    Time = default,
                    Consultation = "c1",
                    Pseudonym = "p",
                    Seal = new byte[32]
                },
                draft.Payload);
        }

        int Vote() => VoteTable.VoteOf(replay.Finish()!.Conversation.Votes.Row(0).ToArray().ShouldHaveSingleItem());
    }

    [Fact]
    public void Votes_without_names_are_the_same_in_any_order_and_under_any_names() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Who, byte What, byte Vote)[]>(),
        ArbMap.Default.ArbFor<int>(),
        (votes, seed) =>
        {
            var last = new Dictionary<(int Who, int What), int>();
            foreach ((byte who, byte what, byte vote) in votes)
            {
                last[(who % 9, what % 5)] = (vote % 3) - 1;
            }

            (int Who, int What, int Vote)[] all = [.. last.Select(v => (v.Key.Who, v.Key.What, v.Value))];
            byte[] expected = Hash(all, who => who);
            new SeededGenerator(BitConverter.GetBytes(seed), "rows").Shuffle(all.AsSpan());
            Hash(all, who => (who + 4) % 9 * 1000).ShouldBe(expected);
        }).QuickCheckThrowOnFailure();

    private static byte[] Hash((int Who, int What, int Vote)[] votes, Func<int, int> name) => VoteTable
        .FromVotes(votes.Select(v => ($"{name(v.Who)}", $"{v.What}", v.Vote))).Anonymous().Hash();

    private static string Live((string Who, string What, int Vote)[] votes)
    {
        using var town = new Town();
        var opened = new ConsultationOpened("Which?", "", "", Town.Everything);
        town.Community.Journal.Submit(_ => OpenConsultation.Decide(
            town.Community.Consultations, new OpenConsultation(null, opened, Pseudonyms.NewKey())))
                .Refusal.ShouldBeNull();
        foreach (string statement in votes.Select(v => v.What).Distinct())
        {
            town.Community.Journal.Submit(_ => Decision.Log(
                new StatementProposed(statement, "", false, null).ToDraft("c1", null))).Refusal.ShouldBeNull();
        }

        Pseudonyms pseudonyms = town.Community.PseudonymsOf("c1")!;
        Task.WaitAll([.. votes.Select(v => town.Community.Journal.SubmitAsync(_ => CastVote.Decide(
            town.Community.Consultations,
                new CastVote(new Participation("c1", pseudonyms.Of(v.Who), Rung.Open), v.What, v.Vote))))]);
        return town.Publish("c1").Output;
    }

    private static void Act(Town town, CastVote vote) => town.Community.Journal
        .Submit(_ => CastVote.Decide(town.Community.Consultations, vote)).Refusal.ShouldBeNull();
}
