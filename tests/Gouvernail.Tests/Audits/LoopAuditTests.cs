using System.Text;
using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Tests.Verify;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Tests.Audits;

/// <summary>Mandates, permits and petitions are replayed by strangers, as results are.</summary>
public sealed class LoopAuditTests
{
    [Fact]
    public void The_whole_story_holds_for_a_stranger_who_has_the_public_bundle_alone()
    {
        using var yard = new Yard();
        yard.Submit().ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Refused);
        yard.File(yard.Evidence()).ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Admitted);
        yard.Petition(signatures: 3);
        yard.Status.ShouldBe(PermitStatus.Suspended);
        foreach (IBundle bundle in new IBundle[] { yard.Hall.Town.Bundle(), new StoredBundle(yard.Hall.Town.Folder) })
        {
            using (bundle)
            {
                AuditReport report = Town.Audit(bundle);
                report.Findings.ShouldNotContain(finding => finding.Kind > FindingKind.Remark, Town.Told(report));
                (report.Adoptions, report.Decisions).ShouldBe((1, 2));
                report.Loop!.Permits.Book.Of("a1").Status.ShouldBe(PermitStatus.Suspended);
                byte[] again = GateRules.Decide(report.Loop.Ask("a1", yard.Hall.Clock.Now)).ToBytes();
                again.ShouldBe(yard.Ask().ToBytes(), "the bundle gives the same answer as the community");
            }
        }
    }

    [Fact]
    public void A_decision_that_the_rules_do_not_bear_out_is_found()
    {
        using var yard = new Yard();
        yard.Submit().ShouldBeNull();
        GateDecision refused = yard.Permit.Decision!;
        GateDecision bribed = refused with
        {
            Size = yard.Community.Journal.Size,
            Rules = [.. refused.Rules.Where(rule => rule.Outcome <= RuleOutcome.NotAsked)],
            Until = yard.Hall.Clock.Now.AddDays(30).AddTicks(-(yard.Hall.Clock.Now.Ticks % TimeSpan.TicksPerSecond)),
        };
        yard.Hall.Town.Submit(new GateDecided(bribed).ToDraft());
        yard.Status.ShouldBe(PermitStatus.Admitted, "the log says so");
        Mismatches(yard, "does not hold: made again", "the rules refuse it");
    }

    [Fact]
    public void A_petition_that_passes_and_suspends_nothing_is_found()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Petition(signatures: 2);
        yard.Hall.Town.Submit(
            new PetitionPassed(PetitionEffect.Suspension, 3).ToDraft("p1"),
            new PetitionClosed(PetitionEnd.Expired, "", null).ToDraft("p1", null));
        Mismatches(yard, "it had 2 signatures of 3", "does not suspend the permit of a1");
    }

    [Theory]
    [InlineData(false, "the log ends before it has passed")]
    [InlineData(true, "the log ends before the permit of a1 is suspended")]
    public void A_log_that_ends_between_a_petition_and_what_it_brings_about_is_found(bool passes, string told)
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Petition(signatures: 2);
        string third = new Pseudonyms(Pseudonyms.NewKey()).Of("third");
        yard.Hall.Town.Submit(
        [
            new PetitionSigned(Rung.Open).ToDraft("p1", third),
            .. passes ? [new PetitionPassed(PetitionEffect.Suspension, 3).ToDraft("p1")] : (Draft[])[],
        ]);
        yard.Status.ShouldBe(PermitStatus.Admitted);
        Mismatches(yard, told);
    }

    [Fact]
    public void Who_erases_evidence_does_not_get_an_admission_past_an_audit()
    {
        using var yard = new Yard();
        yard.Admit();
        GateDecision admitted = yard.Permit.Decision!;
        yard.Hall.Town.Erase(yard.Community.EvidenceBook.Filed[0].Position).Refusal.ShouldBeNull();
        yard.Status.ShouldBe(PermitStatus.Refused);
        yard.Hall.Town.Submit(
            new GateDecided(admitted with { Size = yard.Community.Journal.Size }).ToDraft());
        yard.Status.ShouldBe(PermitStatus.Admitted, "the log says so");
        Mismatches(yard, "the rules refuse it");
    }

    [Fact]
    public void An_output_that_was_changed_is_told_once_and_not_as_a_mandate_that_lies()
    {
        using var yard = new Yard();
        yard.Admit();
        MemoryBundle bundle = yard.Hall.Town.Bundle();
        string name = bundle.Files.Keys.Single(file => file.StartsWith("blobs/", StringComparison.Ordinal));
        AuditReport report = GateAudit.Read(
            bundle.With(name, [.. bundle.Files[name], (byte)' ']), new AuditOptions(), yard.Hall.Clock.Now,
            TestContext.Current.CancellationToken).Report;
        report.Findings.Where(finding => finding.Kind == FindingKind.Mismatch)
            .Select(finding => finding.What.English).Single().ShouldStartWith($"{name} was changed");
    }

    [Fact]
    public void A_suspension_in_the_name_of_a_petition_that_has_not_passed_is_found()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Hall.Town.Submit(new PermitSuspended("a1", "p9", "p9", null).ToDraft());
        Mismatches(yard, "which has not passed");
    }

    [Fact]
    public void A_mandate_adopted_against_its_rule_is_found()
    {
        using var yard = new Yard();
        yard.Hall.Draft(yard.Hall.Json()).ShouldBeNull();
        yard.Hall.Put("m2").ShouldBeNull();
        string digest = yard.Hall.Book.Find("m2")!.Last.Digest;
        yard.Hall.Town.Submit(
            new MandateSigned("m2", 1, new string('b', 64), new byte[64]).ToDraft(),
            new MandateAdopted("m2", 1, digest, null, null).ToDraft());
        Mismatches(yard, "is not a trustee's", "the adoption of mandate m2");
    }

    [Fact]
    public void A_mandate_that_shows_other_votes_than_its_result_is_found()
    {
        using var yard = new Yard();
        MandateDocument document = yard.Hall.Book.Find("m1")!.Last.Document;
        string forged = Encoding.UTF8.GetString((document with { Id = "m2", Version = 1 }).ToBytes());
        int at = forged.IndexOf("\"agree\":", StringComparison.Ordinal) + "\"agree\":".Length;
        forged = forged[..at] + "9" + forged[at..];
        yard.Hall.Town.Submit(new MandateDrafted(
            MandateDocument.Read(Encoding.UTF8.GetBytes(forged)).Document!, null).ToDraft());
        Mismatches(yard, "shows other votes than the result");
    }

    [Fact]
    public void Evidence_that_nobody_recognised_has_signed_counts_for_nothing_and_is_found()
    {
        using var yard = new Yard();
        Gouvernail.Log.Envelopes.Envelope.TryParse(yard.Evidence(by: yard.Provider), out var envelope, out _)
            .ShouldBeTrue();
        yard.Hall.Town.Submit(new EvidenceFiled("a1", envelope!).ToDraft());
        yard.Submit().ShouldBeNull();
        yard.Code("m1#3").ShouldBe("other-signer");
        Mismatches(yard, "signed by nobody who was recognised");
    }

    [Fact]
    public void What_was_decided_on_evidence_that_was_erased_cannot_be_made_again_and_is_said_so()
    {
        using var yard = new Yard();
        yard.Admit();
        long filed = yard.Community.EvidenceBook.Filed[0].Position;
        yard.Hall.Town.Erase(filed).Refusal.ShouldBeNull();
        AuditReport report = Town.Audit(yard.Hall.Town.Bundle());
        report.Findings.ShouldContain(finding => finding.Kind == FindingKind.Unchecked
            && finding.What.English.Contains("cannot be made again", StringComparison.Ordinal), Town.Told(report));
        report.IsMismatched.ShouldBeFalse(Town.Told(report));
        yard.Status.ShouldBe(PermitStatus.Refused, "a permit falls with its evidence");
    }

    [Fact]
    public void What_an_auditor_said_and_somebody_erased_before_it_was_settled_is_found()
    {
        using var yard = new Yard();
        yard.Admit();
        long said = yard.Hall.Town.Submit(new ClauseContested("a1", "m1#3", "Wrong.", null).ToDraft());
        yard.Ask().IsAdmitted.ShouldBeFalse();
        yard.Hall.Town.Submit(Erasing(said));
        Mismatches(yard, "was erased");
    }

    [Fact]
    public void An_automaton_that_goes_on_though_nobody_answered_those_who_stopped_it_is_found()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Petition(signatures: 3);
        yard.Hall.Town.Submit(new PermitResumed("a1", "Because.", null).ToDraft());
        Mismatches(yard, "was not answered");
    }

    [Fact]
    public void Evidence_by_which_it_was_refused_and_that_somebody_erased_is_found()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.File(yard.Evidence(result: "FAILED", made: yard.Hall.Clock.Now.AddHours(-2))).ShouldBeNull();
        long failed = yard.Community.EvidenceBook.Filed[^1].Position;
        yard.Hall.Town.Submit(Erasing(failed));
        Mismatches(yard, "by which a1 was refused, was erased");
    }

    private static Draft Erasing(long position) => new(Tombstone.Kind)
    {
        Erases = position,
        Body = CanonicalObject.Of(body =>
        {
            body.Name("authority");
            body.Text("nobody");
            body.Name("ground");
            body.Text("it was in the way");
            body.Name("index");
            body.Number(position);
        }),
    };

    private static void Mismatches(Yard yard, params string[] expected)
    {
        AuditReport report = Town.Audit(yard.Hall.Town.Bundle());
        string told = Town.Told(report);
        foreach (string text in expected)
        {
            report.Findings.ShouldContain(
                finding => finding.Kind == FindingKind.Mismatch
                    && finding.What.English.Contains(text, StringComparison.Ordinal),
                told);
        }
    }
}
