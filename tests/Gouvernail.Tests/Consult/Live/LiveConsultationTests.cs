using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Choice;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Tests.Audits;
using Gouvernail.Tests.Consult.Consultations;

namespace Gouvernail.Tests.Consult.Live;

public sealed class LiveConsultationTests
{
    /// <summary>
    /// Votes, changes of mind and withdrawals, in any order, give the same map live and from the log.
    /// </summary>
    [Fact]
    public void What_pages_show_is_what_a_stranger_counts()
    {
        Gen<(int Who, int What, int Vote)> act =
            from who in Gen.Choose(0, 4)
            from what in Gen.Choose(1, 3)
            from vote in Gen.Choose(-2, 1)
            select (who, what, vote);
        Prop.ForAll(Gen.ArrayOf(act).ToArbitrary(), acts =>
        {
            using Meeting meeting = Meeting.Opened();
            foreach ((int who, int what, int vote) in acts)
            {
                // -2 stands for a vote taken back, whether there was one or not.
                string? refused = vote == -2
                    ? meeting.Withdraw($"p{who}", $"{what}")
                    : meeting.Vote($"p{who}", $"{what}", vote, who == 0 ? Rung.Member : Rung.Open);
                refused.ShouldBe(vote != -2 && who == 0 ? "not-admitted" : null);
            }

            Conversation live = meeting.Live.Conversation();
            Conversation replayed = meeting.Replayed();
            live.Votes.Anonymous().Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
            meeting.Live.Table().Votes.Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
            live.Votes.VoteCount.ShouldBe(meeting.Live.VoteCount);
            live.Votes.Participants.Count.ShouldBe(meeting.Live.VoterCount());
            meeting.Live.Counts().Values.Sum(c => c.Seen).ShouldBe(meeting.Live.VoteCount);
            meeting.Town.Reopen();
            meeting.Live.Conversation().Votes.Hash().ShouldBe(live.Votes.Hash());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void A_statement_that_was_erased_has_a_column_as_long_as_it_has_votes()
    {
        using Meeting meeting = Meeting.Opened();
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        meeting.Vote("ana", "2", 1).ShouldBeNull();
        foreach ((Action act, int columns) in (ReadOnlySpan<(Action, int)>)
        [
            (() => meeting.Town.Erase(meeting.Live.View().Find("2")!.Position), 3),
            (() => meeting.Withdraw("ana", "2"), 2),
            (() => meeting.Town.Erase(meeting.Live.View().Find("3")!.Position), 1),
        ])
        {
            act();
            Conversation replayed = meeting.Replayed();
            replayed.Votes.Statements.Count.ShouldBe(columns);
            meeting.Live.Table().Votes.Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
        }
    }

    [Fact]
    public void Under_strict_moderation_a_statement_has_a_column_once_it_was_accepted_and_keeps_it()
    {
        using Meeting meeting = Meeting.Opened(new Terms { IsStrict = true });
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        meeting.Propose("ana", "Nobody has looked at this yet.").ShouldBeNull();
        meeting.Propose("bob", "Nobody has looked at this one either.").ShouldBeNull();
        foreach ((Moderation? decision, int columns) in (ReadOnlySpan<(Moderation?, int)>)
            [(null, 3), (Moderation.Rejected, 3), (Moderation.Accepted, 4), (Moderation.Unmoderated, 4)])
        {
            if (decision is { } decided)
            {
                var read = new StatementModerated("4", decided, IsMeta: false) { Reason = "Read." };
                meeting.Moderate(read).ShouldBeNull();
            }

            Conversation replayed = meeting.Replayed();
            replayed.Votes.Statements.Count.ShouldBe(columns);
            meeting.Live.Table().Votes.Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
            meeting.Live.Conversation().Votes.Anonymous().Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
            meeting.Town.Reopen();
            meeting.Live.Table().Votes.Hash().ShouldBe(replayed.Votes.Anonymous().Hash());
        }
    }

    [Fact]
    public void An_imported_conversation_goes_on_with_new_people()
    {
        using var town = new Town();
        (string id, _) = town.Import(Town.Talk(12, 5));
        town.Community.Live.TryGet(id, out var live).ShouldBeTrue();
        int before = live!.VoteCount;
        string statement = live.View().Shown.First().Id;
        var who = new Participation(id, town.Community.PseudonymsOf(id)!.Of("device:new"), Rung.Open);
        town.Community.Journal
            .Submit(
                _ => CastVote.Decide(town.Community.Consultations, new CastVote(who, statement, 1, Matters: true)),
                TestContext.Current.CancellationToken)
            .Refusal.ShouldBeNull();
        live.VoteCount.ShouldBe(before + 1);
        live.Find(who.Pseudonym)!.On(statement)!.Value.Matters.ShouldBeTrue();
        live.Conversation().Votes.Anonymous().Hash().ShouldBe(
            town.Community.Replay(id, town.Community.Journal.Size, TestContext.Current.CancellationToken)!
                .Conversation.Votes.Anonymous().Hash());
    }

    [Fact]
    public void People_are_counted_rung_by_rung()
    {
        using Meeting meeting = Meeting.Opened(new Terms { Admits = [Rung.Open, Rung.Member] });
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        meeting.Vote("bob", "1", -1, Rung.Member).ShouldBeNull();
        meeting.Vote("ana", "2", 1, Rung.Member).ShouldBeNull();
        meeting.Live.Conversation([Rung.Open]).Votes.Participants.ShouldBeEmpty("ana was on the list after all");
        meeting.Live.Conversation([Rung.Member]).Votes.VoteCount.ShouldBe(3);
        string all = meeting.Town.Publish(Meeting.Id).Output;
        meeting.Town.Publish(Meeting.Id, given: "{\"resamples\":0,\"rungs\":[\"member\"]}").Output.ShouldBe(all);
        meeting.Vote("cid", "1", 1).ShouldBeNull();
        meeting.Town.Publish(Meeting.Id, given: "{\"resamples\":0,\"rungs\":[\"member\"]}").Output.ShouldBe(all);
        meeting.Town.Publish(Meeting.Id).Output.ShouldNotBe(all);
        Town.Told(Town.Audit(meeting.Town.Bundle())).ShouldNotContain("Mismatch");
    }
}
