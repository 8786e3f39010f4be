using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Tests.Verify.Gate;

/// <summary>What holds of the gate for any evidence, in any order.</summary>
public sealed class GatePropertyTests
{
    private const string Bounds = "\"maxAgeDays\":30";

    private static readonly Gen<(int Signer, int Days, int Gap, int Width)> _evidence =
        from signer in Gen.Choose(0, 3)
        from days in Gen.Choose(-60, 2)
        from gap in Gen.Choose(0, 20)
        from width in Gen.Choose(0, 4)
        select (signer, days, gap, width);

    private static readonly Gen<(GateQuestion Question, int Seed)> _questions =
        from list in _evidence.ArrayOf()
        from admission in Gen.Choose(0, 3)
        from status in Gen.Choose(0, 6)
        from until in Gen.Choose(-3, 40)
        from purposes in Gen.Choose(0, 4)
        from lease in Gen.Choose(1, 200)
        from seed in Gen.Choose(0, 1 << 20)
        select (Build(list, admission > 0, (PermitStatus)status, until, purposes > 0, lease), seed);

    [Fact]
    public void The_order_of_filing_does_not_matter() =>
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            GateQuestion question = it.Question;
            FiledEvidence[] order =
            [
                .. question.Evidence.Filed.Select((filed, i) => (filed, Key: (((i + 1) * 7919L) ^ it.Seed) % 104729))
                    .OrderBy(pair => pair.Key).Select(pair => pair.filed),
            ];
            GateDecision other = GateRules.Decide(question with
            {
                Evidence = question.Evidence with { Filed = [.. order] },
            });
            return GateRules.Decide(question).ToBytes().AsSpan().SequenceEqual(other.ToBytes());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_order_in_which_signers_were_recognised_does_not_matter() =>
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            EvidenceBook book = it.Question.Evidence;
            GateDecision other = GateRules.Decide(it.Question with
            {
                Evidence = book with { Signers = book.Signers.Reverse() },
            });
            return GateRules.Decide(it.Question).ToBytes().AsSpan().SequenceEqual(other.ToBytes());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fresh_evidence_by_an_auditor_that_fails_never_admits() =>
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            EvidenceBook book = it.Question.Evidence;
            FiledEvidence fails = GateCase.Filed(9999, it.Seed % 2, 0.003, 0.9);
            GateDecision after = GateRules.Decide(it.Question with
            {
                Evidence = book with { Filed = book.Filed.Add(fails) },
            });
            return !after.IsAdmitted && after.ExitCode == 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_decision_is_read_back_with_the_same_bytes() =>
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            byte[] bytes = GateRules.Decide(it.Question).ToBytes();
            return GateDecision.Read(bytes) is { } read && read.ToBytes().AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void An_admission_outlives_neither_mandate_nor_evidence_nor_permit()
    {
        int admitted = 0;
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            GateDecision decision = GateRules.Decide(it.Question);
            if (!decision.IsAdmitted)
            {
                return decision.Until is null;
            }

            admitted++;
            DateTimeOffset until = decision.Until!.Value;
            MandateVersion mandate = it.Question.Mandates.Mandates[0].Last;
            RuleVerdict fairness = GateCase.Rule(decision, "m1#3");
            return until > decision.Time && until <= mandate.Document.Term.Expires && until <= fairness.Until
                && fairness.Evidence.All(place => until <= it.Question.Evidence.Filed
                    .Single(filed => filed.Position == place).Made.AddDays(30))
                && (it.Question.IsAdmission
                    ? until <= it.Question.Now.AddDays(mandate.Document.Term.LeaseDays!.Value)
                    : until <= it.Question.Permit.Until);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        admitted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_is_taken_away_never_admits() =>
        Prop.ForAll(_questions.ToArbitrary(), it =>
        {
            GateQuestion question = it.Question;
            return new[]
            {
                question with { Subject = null },
                question with { Subject = question.Subject! with { Digest = "" } },
                question with { Subject = question.Subject! with { Artefact = "" } },
                question with { Subject = question.Subject! with { Purposes = [] } },
                question with { Mandates = MandateBook.Empty },
                question with { Evidence = EvidenceBook.Empty },
                question with { Evidence = question.Evidence with { Signers = [] } },
                question with { Permit = new Permit("a1") },
                question with { CardInHand = "something else" },
            }.All(less => !GateRules.Decide(less).IsAdmitted);
        }).QuickCheckThrowOnFailure();

    private static GateQuestion Build(
        (int Signer, int Days, int Gap, int Width)[] list,
        bool isAdmission,
        PermitStatus status,
        int until,
        bool isAllowed,
        int lease)
    {
        GateQuestion question = GateCase.Question(
            list.Select((it, i) => GateCase.Filed(20 + i, it.Signer, it.Days, it.Gap / 100.0, it.Width / 100.0)),
            Bounds, $"\"leaseDays\":{lease}");
        return question with
        {
            IsAdmission = isAdmission,
            Permit = new Permit("a1")
            {
                Status = status,
                Card = 10,
                Until = status is PermitStatus.Admitted or PermitStatus.Expired
                    ? new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero).AddDays(until)
                    : null,
            },
            Subject = isAllowed ? question.Subject : question.Subject! with { Purposes = ["sentencing"] },
        };
    }
}
