using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Tests.Verify.Gate;

/// <summary>The gate refuses by default, and says by which rule.</summary>
public sealed class GateRulesTests
{
    [Fact]
    public void What_is_in_order_is_admitted_and_every_line_says_why()
    {
        GateDecision decision = GateRules.Decide(GateCase.Admitted);
        decision.IsAdmitted.ShouldBeTrue();
        decision.ExitCode.ShouldBe(0);
        decision.Refusing.ShouldBeEmpty();
        RuleVerdict fairness = GateCase.Rule(decision, "m1#3");
        (fairness.Code, fairness.Votes, fairness.Figure, fairness.Bound).ShouldBe(("holds", 412, "0.05", "≤ 0.1"));
        fairness.Evidence.ShouldBe([20]);
        foreach (RuleVerdict rule in decision.Rules)
        {
            Wording words = GateWording.Of(rule);
            words.French.ShouldNotBe(rule.Code, "nobody has put it into words");
        }
    }

    [Fact]
    public void Whatever_is_taken_away_refuses_it()
    {
        GateQuestion whole = GateCase.Admitted;
        GateSubject subject = whole.Subject!;
        (GateQuestion Question, int Exit, string Rule, string Code)[] cases =
        [
            (whole with { Subject = null }, 2, "card", "not-registered"),
            (whole with { Subject = subject with { IsRetired = true } }, 1, "card", "retired"),
            (whole with { Subject = subject with { Digest = "" } }, 2, "card", "card-erased"),
            (whole with { Subject = subject with { Artefact = "" } }, 2, "card", "no-artefact"),
            (whole with { CardInHand = new string('d', 64) }, 1, "card", "other-card"),
            (whole with { Subject = subject with { Purposes = [] } }, 2, "purpose", "no-purpose"),
            (whole with { Subject = subject with { Purposes = ["sentencing"] } }, 2, "purpose/sentencing",
                "not-allowed"),
            (whole with { Subject = subject with { Disclosures = [("data", "refused")] } }, 1, "disclosure/data",
                "refused-to-disclose"),
            (whole with { Subject = subject with { Disclosures = [("data", "what?")] } }, 2, "disclosure/data",
                "not-disclosed"),
            (whole with { Mandates = MandateBook.Empty }, 2, "mandate", "no-mandate"),
            (whole with { Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero) }, 2, "mandate", "no-mandate"),
            (whole with { Evidence = EvidenceBook.Empty }, 2, "m1#3", "no-evidence"),
            (whole with { Evidence = whole.Evidence with { Signers = [] } }, 2, "m1#3", "other-signer"),
            (whole with { Permit = new Permit("a1") }, 2, "permit", "not-submitted"),
            (whole with { Permit = whole.Permit with { Card = 9 } }, 2, "permit", "card-changed"),
            (whole with { Permit = whole.Permit with { Status = PermitStatus.Suspended } }, 1, "permit", "suspended"),
            (whole with { Permit = whole.Permit with { Status = PermitStatus.Revoked } }, 1, "permit", "revoked"),
            (whole with { IsAdmission = false }, 2, "permit", "not-admitted"),
        ];
        foreach ((GateQuestion question, int exit, string rule, string code) in cases)
        {
            GateDecision decision = GateRules.Decide(question);
            decision.IsAdmitted.ShouldBeFalse(code);
            decision.Until.ShouldBeNull(code);
            decision.ExitCode.ShouldBe(exit, code);
            GateCase.Rule(decision, rule).Code.ShouldBe(code);
            GateDecision.Read(decision.ToBytes())!.ToBytes().ShouldBe(decision.ToBytes());
        }
    }

    [Fact]
    public void A_class_that_nobody_knows_is_held_to_what_products_are()
    {
        GateQuestion question = GateCase.Question([GateCase.Filed(20, 2, -1, 0.01)]);
        question = question with { Subject = question.Subject! with { Class = "toy" } };
        GateCase.Rule(GateRules.Decide(question), "m1#3").Code.ShouldBe("other-signer");
    }

    [Theory]
    [InlineData("expired", 20, 2)]
    [InlineData("suspended", 1, 1)]
    [InlineData("admitted", 1, 0)]
    public void A_permit_that_is_over_or_suspended_lets_nothing_run(string status, int days, int exit)
    {
        GateQuestion question = GateCase.Admitted with
        {
            IsAdmission = false,
            Permit = new Permit("a1")
            {
                Status = status == "suspended" ? PermitStatus.Suspended : PermitStatus.Admitted,
                Card = 10,
                Until = GateCase.Now.AddDays(status == "expired" ? -days : days),
            },
        };
        GateRules.Decide(question).ExitCode.ShouldBe(exit);
    }

    [Fact]
    public void What_contradicts_outranks_what_is_missing()
    {
        GateQuestion question = GateCase.Question([GateCase.Filed(20, 0, -1, 0.3)]);
        GateDecision decision = GateRules.Decide(question with { Permit = new Permit("a1") });
        decision.ExitCode.ShouldBe(1);
        decision.Refusing.Select(rule => rule.Outcome).ShouldBe([RuleOutcome.Fail, RuleOutcome.Missing]);
    }

    [Fact]
    public void What_stands_against_a_clause_refuses_until_it_is_settled()
    {
        var said = new Contestation(50, GateCase.Now, "a1", "m1#1", "It also judges.", null);
        EvidenceBook book = GateCase.Admitted.Evidence;
        GateDecision decision = GateRules.Decide(
            GateCase.Admitted with { Evidence = book with { Contestations = [said] } });
        decision.ExitCode.ShouldBe(1);
        GateCase.Rule(decision, "contested/50").Clause.ShouldBe("m1#1");
        GateRules.Decide(GateCase.Admitted with
        {
            Evidence = book with { Contestations = [said with { Settled = "Mended." }] },
        }).IsAdmitted.ShouldBeTrue();
        GateRules.Decide(GateCase.Admitted with
        {
            Evidence = book with { Contestations = [said with { Automaton = "a2" }] },
        }).IsAdmitted.ShouldBeTrue();
    }

    [Fact]
    public void A_decision_that_the_rules_cannot_make_is_none()
    {
        GateDecision admitted = GateRules.Decide(GateCase.Admitted);
        GateDecision.Read((admitted with { Until = null }).ToBytes()).ShouldBeNull();
        GateDecision refused = GateRules.Decide(GateCase.Admitted with { Subject = null });
        GateDecision.Read((refused with { Until = GateCase.Now }).ToBytes()).ShouldBeNull();
        string text = System.Text.Encoding.UTF8.GetString(admitted.ToBytes());
        foreach ((string part, string instead) in ((string, string)[])[
            ("\"admitted\"", "\"refused\""), ("\"evidence\":[20]", "\"evidence\":[20.5]"),
            ("\"evidence\":[20]", "\"evidence\":[1e300]"), ("\"evidence\":[20]", "\"evidence\":[{}]"),
            ("\"votes\":412", "\"votes\":-1"), ("\"code\":\"holds\"", "\"kode\":\"holds\""),
            ("\"outcome\":\"pass\"", "\"outcome\":\"perhaps\"")])
        {
            text.ShouldContain(part);
            GateDecision.Read(System.Text.Encoding.UTF8.GetBytes(
                text.Replace(part, instead, StringComparison.Ordinal))).ShouldBeNull(instead);
        }
    }
}
