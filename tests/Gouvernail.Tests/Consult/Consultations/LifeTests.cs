using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Tests.Audits;

namespace Gouvernail.Tests.Consult.Consultations;

public sealed class LifeTests
{
    [Fact]
    public void Nobody_votes_before_a_consultation_opens_or_after_it_closes()
    {
        using var meeting = new Meeting();
        meeting.Seed("Plant lime trees.").ShouldBeNull();
        meeting.Vote("ana", "1", 1).ShouldBe("not-open");
        meeting.Open().ShouldBeNull();
        meeting.Open().ShouldBe("open-already");
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        meeting.Stage(Stage.Paused).ShouldBeNull();
        meeting.Vote("ana", "1", -1).ShouldBe("paused");
        meeting.Withdraw("ana", "1").ShouldBeNull("who paused a consultation does not hold anybody's vote");
        meeting.Stage(Stage.Open, "").ShouldBeNull();
        meeting.Stage(Stage.Closed).ShouldBeNull();
        meeting.Vote("ana", "1", 1).ShouldBe("closed");
        meeting.Propose("ana", "Plant figs.").ShouldBe("closed");
        meeting.Stage(Stage.Open, " ").ShouldBe("no-reason");
        meeting.Stage(Stage.Paused).ShouldBe("wrong-stage");
        meeting.Stage(Stage.Open, "The mayor asked for one more week.").ShouldBeNull();
        meeting.Vote("ana", "1", 1).ShouldBeNull();
    }

    [Fact]
    public void A_question_can_be_put_better_until_somebody_has_answered_it()
    {
        using Meeting meeting = Meeting.Opened();
        string? Edit(string topic) => meeting.Do(list => EditConsultation.Decide(
            list, new EditConsultation(Meeting.Id, meeting.Plan with { Topic = topic })));
        Edit("Which trees on the square?").ShouldBeNull();
        meeting.Live.View().Opened.Topic.ShouldBe("Which trees on the square?");
        Edit("").ShouldBe("no-question");
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        Edit("Do you want trees?").ShouldBe("voted-on");
        meeting.Replayed().Topic
            .ShouldBe("Which trees on the square?");
    }

    [Fact]
    public void An_auditor_is_told_of_a_question_changed_after_the_first_vote()
    {
        using Meeting meeting = Meeting.Opened();
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        Town.Told(Town.Audit(meeting.Town.Bundle())).ShouldNotContain("Mismatch");
        meeting.Town.Submit(new ConsultationEdited(meeting.Plan with { Topic = "Other?" }).ToDraft(Meeting.Id));
        Town.Told(Town.Audit(meeting.Town.Bundle("after"))).ShouldContain("after somebody had voted");
    }

    [Fact]
    public void A_draft_is_nobody_elses_business()
    {
        using var meeting = new Meeting();
        meeting.Seed("Plant lime trees.").ShouldBeNull();
        string told = Town.Told(Town.Audit(meeting.Town.Bundle()));
        told.ShouldContain("2 sealed payloads are the community's alone");
        told.ShouldNotContain("Unchecked");
    }

    [Fact]
    public void Only_those_take_part_whom_the_terms_admit()
    {
        using Meeting meeting = Meeting.Opened(new Terms { Admits = [Rung.Code, Rung.Member] });
        meeting.Vote("ana", "1", 1).ShouldBe("not-admitted");
        meeting.Vote("bob", "1", 1, Rung.Code).ShouldBeNull();
        meeting.Live.Find(meeting.Who("bob").Pseudonym)!.Rung.ShouldBe(Rung.Code);
        meeting.Live.VoterCount().ShouldBe(1);
    }

    [Fact]
    public void A_statement_is_shown_and_voted_on_as_moderation_has_it()
    {
        using Meeting meeting = Meeting.Opened(new Terms { IsStrict = true });
        meeting.Propose("ana", "Plant figs.").ShouldBeNull();
        meeting.Vote("bob", "4", 1).ShouldBe("statement-set-aside");
        meeting.Moderate(new StatementModerated("4", Moderation.Accepted, false)).ShouldBeNull();
        meeting.Vote("bob", "4", 1).ShouldBeNull();
        meeting.Moderate(new StatementModerated("4", Moderation.Rejected, false)).ShouldBe("no-reason");
        meeting.Moderate(new StatementModerated("4", Moderation.Rejected, false) { SameAs = "4" })
            .ShouldBe("not-a-duplicate");
        meeting.Moderate(new StatementModerated("4", Moderation.Rejected, false) { SameAs = "1", By = "r1" })
            .ShouldBeNull();
        meeting.Vote("bob", "4", -1).ShouldBe("statement-set-aside");
        meeting.Live.View().Shown.Select(s => s.Id).ShouldBe(["1", "2", "3"]);
        meeting.Live.View().Find("4")!.Decision.SameAs.ShouldBe("1");
    }

    [Fact]
    public void What_is_there_is_not_proposed_twice_and_numbers_are_never_given_again()
    {
        using Meeting meeting = Meeting.Opened();
        meeting.Propose("ana", "  plant OAKS ").ShouldBe("statement-exists");
        meeting.Propose("ana", "Plant figs.").ShouldBeNull();
        long place = meeting.Live.View().Find("4")!.Position;
        meeting.Vote("bob", "4", 1).ShouldBeNull();
        meeting.Town.Erase(place).Refusal.ShouldBeNull();
        meeting.Propose("bob", "Plant pines.").ShouldBeNull();
        meeting.Live.View().Statements[^1].Id.ShouldBe("5");
        meeting.Town.Reopen();
        meeting.Propose("bob", "Plant elms.").ShouldBeNull();
        meeting.Live.View().Statements.Select(s => s.Id).ShouldBe(["1", "2", "3", "5", "6"]);
    }

    [Fact]
    public void A_snapshot_knows_what_the_log_knows()
    {
        using Meeting meeting = Meeting.Opened(
            new Terms { Organiser = "The council", Admits = [Rung.Open, Rung.Code] });
        meeting.Vote("ana", "1", 1, Rung.Code).ShouldBeNull();
        meeting.Propose("ana", "Plant figs.").ShouldBeNull();
        meeting.Moderate(new StatementModerated("4", Moderation.Rejected, true) { Reason = "Off topic.", By = "r1" });
        meeting.Stage(Stage.Closed).ShouldBeNull();
        using var snapshot = new MemoryStream();
        meeting.Community.Consultations.Save(snapshot);
        snapshot.Position = 0;
        var again = new ConsultationList();
        again.TryLoad(snapshot).ShouldBeTrue();
        using var twice = new MemoryStream();
        again.Save(twice);
        twice.ToArray().ShouldBe(snapshot.ToArray());
        again.TryGet(Meeting.Id, out Consultation? read).ShouldBeTrue();
        read!.Opened.Terms.Organiser.ShouldBe("The council");
        read.NextStatement.ShouldBe("5");
        read.Stage.ShouldBe(Stage.Closed);
        read.TryGetAdmission(meeting.Who("ana").Pseudonym, out Admission? admission).ShouldBeTrue();
        admission!.Rung.ShouldBe(Rung.Code);
    }

    [Theory, InlineData(ResultsShown.Live, 2), InlineData(ResultsShown.Closed, 0)]
    public void Votes_are_published_when_results_are(ResultsShown shown, int published)
    {
        using Meeting meeting = Meeting.Opened(new Terms { Results = shown });
        meeting.Vote("ana", "1", 1).ShouldBeNull();
        int Votes(string name) => Town.Audit(meeting.Town.Bundle(name)) is var report
            ? (int)report.Counts.Opened - 3 : throw new InvalidOperationException(Town.Told(report));
        Votes("open").ShouldBe(published, "the vote and the admission, beside three statements");
        meeting.Stage(Stage.Closed).ShouldBeNull();
        Votes("closed").ShouldBe(2);
        Town.Told(Town.Audit(meeting.Town.Bundle("last"))).ShouldNotContain("Mismatch");
    }

    [Fact]
    public async Task Who_erases_herself_leaves_a_log_that_holds_and_can_come_back()
    {
        using Meeting meeting = Meeting.Opened();
        foreach (string statement in (string[])["1", "2", "1"])
        {
            meeting.Vote("ana", statement, statement == "1" ? 1 : -1).ShouldBeNull();
        }

        meeting.Vote("bob", "1", -1).ShouldBeNull();
        string ana = meeting.Who("ana").Pseudonym;
        meeting.Live.Find(ana)!.Entries.Count.ShouldBe(4, "an admission and three votes");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        (await meeting.Community.EraseParticipantAsync(Meeting.Id, ana, null, cancellation)).Refusal.ShouldBeNull();
        meeting.Live.Find(ana).ShouldBeNull();
        meeting.Live.VoteCount.ShouldBe(1);
        (await meeting.Community.EraseParticipantAsync(Meeting.Id, ana, null, cancellation))
            .Refusal!.Code.ShouldBe("nothing-kept");
        meeting.Vote("ana", "2", 1).ShouldBeNull();
        AuditReport report = Town.Audit(meeting.Town.Bundle());
        Town.Told(report).ShouldNotContain("Mismatch");
        report.Counts.Erased.ShouldBe(4);
        meeting.Town.Reopen();
        meeting.Live.Find(ana)!.Ballots.ShouldHaveSingleItem().Statement.ShouldBe("2");
    }
}
