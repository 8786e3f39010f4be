using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Tests.Audits;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail.Tests.Verify.Permits;

/// <summary>What somebody would try whose automaton was stopped.</summary>
public sealed class WaysAroundTests
{
    [Fact]
    public void An_automaton_that_people_stopped_does_not_run_under_another_id()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Card(training: "{\"method\":\"again\"}").ShouldBeNull("nothing keeps one from registering it twice");
        Submit(yard, "a2").ShouldBeNull();
        StatusOf(yard, "a2").ShouldBe(PermitStatus.Admitted, "what is known of an artefact is known of it anywhere");

        yard.Petition(signatures: 3);
        yard.Status.ShouldBe(PermitStatus.Suspended);
        StatusOf(yard, "a2").ShouldBe(PermitStatus.Refused, "it is the same machine");
        RuleVerdict stopped = yard.Community.AskGate("a2").Rules.Single(rule => rule.Rule == "stopped/a1");
        (stopped.Code, stopped.About).ShouldBe(("kin-suspended", "a1"));
        Town.Audit(yard.Hall.Town.Bundle()).IsMismatched.ShouldBeFalse();
    }

    [Fact]
    public void The_same_model_for_something_else_is_not_stopped_with_it()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Card(purpose: "weather").ShouldBeNull();
        yard.Petition(signatures: 3);
        yard.Community.AskGate("a2").Rules.ShouldNotContain(rule => rule.Rule.StartsWith("stopped/"));
    }

    [Fact]
    public void What_a_petition_stopped_goes_on_only_once_the_petition_was_answered()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Petition(signatures: 3);
        Resume(yard).ShouldBe("petition-unanswered");

        // Taking the permit back and asking for it again is the same by another way.
        yard.Hall.Act(_ => RevokePermit.Decide(
            yard.Community.Roles, yard.Community.Loop.Permits.Book, new("a1", "It is over.", null))).ShouldBeNull();
        Submit(yard, "a1").ShouldBe("petition-unanswered");
        Answer(yard).ShouldBeNull();
        Submit(yard, "a1").ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Admitted);
        Town.Audit(yard.Hall.Town.Bundle()).IsMismatched.ShouldBeFalse();
    }

    [Fact]
    public void A_suspension_by_hand_on_top_does_not_make_the_petition_forgotten()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Petition(signatures: 3);
        Answer(yard).ShouldBeNull();
        Resume(yard).ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Admitted);
        yard.Permit.Petition.ShouldBeNull();
        yard.Hall.Act(_ => SuspendPermit.Decide(
            yard.Community.Roles, yard.Community.Loop.Permits.Book, new("a1", "A fault.", null))).ShouldBeNull();
        Resume(yard).ShouldBeNull("nobody but the facilitator asked for this one");
    }

    [Fact]
    public void Evidence_that_speaks_against_it_cannot_be_erased_while_it_does()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.File(yard.Evidence(result: "FAILED", made: yard.Hall.Clock.Now.AddHours(-2))).ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Refused);
        long failed = yard.Community.EvidenceBook.Filed[^1].Position;
        Erase(yard, failed).ShouldBe("evidence-stands");
        yard.Status.ShouldBe(PermitStatus.Refused);

        yard.File(yard.Evidence(odds: "0.03", made: yard.Hall.Clock.Now.AddHours(-1))).ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Admitted);
        Erase(yard, failed).ShouldBeNull("a newer audit has replaced it");
        yard.Status.ShouldBe(PermitStatus.Admitted);
    }

    [Fact]
    public void An_audit_that_failed_counts_for_the_same_artefact_under_another_id()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.File(yard.Evidence(odds: "0.5", made: yard.Hall.Clock.Now.AddHours(-2))).ShouldBeNull();
        yard.Card(training: "{\"method\":\"again\"}").ShouldBeNull();
        File(yard, "a2", yard.Evidence(made: yard.Hall.Clock.Now.AddDays(-3))).ShouldBeNull();
        Submit(yard, "a2").ShouldBeNull();
        yard.Community.AskGate("a2").Rules.Single(rule => rule.Rule == "m1#3").Code.ShouldBe("figure-fails");
    }

    [Fact]
    public void Whoever_retires_it_may_erase_what_spoke_against_it()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.File(yard.Evidence(odds: "0.5", made: yard.Hall.Clock.Now.AddHours(-2))).ShouldBeNull();
        long failed = yard.Community.EvidenceBook.Filed[^1].Position;
        Erase(yard, failed).ShouldBe("evidence-stands");
        yard.Hall.Act(_ => RetireAutomaton.Decide(
            yard.Community.Loop.Automata.Book, yard.Community.Roles, new RetireAutomaton("a1", "It erred.", null)))
            .ShouldBeNull();
        Erase(yard, failed).ShouldBeNull();
        yard.Ask().IsAdmitted.ShouldBeFalse();
    }

    [Fact]
    public void A_report_on_something_else_puts_no_audit_aside_and_one_with_half_the_figures_hides_none()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.File(yard.Evidence(odds: "null", made: yard.Hall.Clock.Now.AddHours(-5))).ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Admitted, "a report without the figure says nothing about it");
        yard.File(yard.Evidence(result: "FAILED", odds: "null", made: yard.Hall.Clock.Now.AddHours(-4)))
            .ShouldBeNull();
        yard.Code("m1#3").ShouldBe("figure-fails");
        yard.File(yard.Evidence(odds: "0.02", made: yard.Hall.Clock.Now.AddHours(-3))).ShouldBeNull();
        yard.Code("m1#3").ShouldBe("holds");
    }

    [Fact]
    public void A_second_decision_in_the_log_lengthens_no_permit()
    {
        using var yard = new Yard();
        yard.Admit();
        DateTimeOffset until = yard.Permit.Until!.Value;
        yard.Hall.Clock.Now += TimeSpan.FromDays(5);
        GateDecision later = GateRules.Decide(
            yard.Community.Loop.Ask("a1", yard.Hall.Clock.Now) with { IsAdmission = true });
        later.IsAdmitted.ShouldBeTrue();
        yard.Hall.Town.Submit(new GateDecided(later).ToDraft());
        yard.Permit.Until.ShouldBe(until);
    }

    private static PermitStatus StatusOf(Yard yard, string automaton) =>
        yard.Community.PermitBook.Of(automaton).At(yard.Hall.Clock.Now);

    private static string? Submit(Yard yard, string automaton) =>
        yard.Community.SubmitAutomatonAsync(new SubmitAutomaton(automaton, null)).GetAwaiter().GetResult()
            .Refusal?.Code;

    private static string? File(Yard yard, string automaton, byte[] envelope) =>
        yard.Community.FileEvidenceAsync(new(automaton, envelope)).GetAwaiter().GetResult().Refusal?.Code;

    private static string? Resume(Yard yard) => yard.Hall.Act(_ => ResumePermit.Decide(
        yard.Community.Roles, yard.Community.Loop.Permits.Book, yard.Community.Loop.Petitions.Book.IsAnswered,
        new ResumePermit("a1", "Mended.", null)));

    private static string? Answer(Yard yard) => yard.Hall.Act(_ => AnswerPetition.Decide(
        yard.Community.Loop.Petitions.Book,
        new AnswerPetition("p1", new PetitionAnswered("The town", "We have mended it.", null))));

    private static string? Erase(Yard yard, long position) => yard.Community.Erase(
        new Tombstone(position, "asked for", "facilitators"), TestContext.Current.CancellationToken).Refusal?.Code;
}
