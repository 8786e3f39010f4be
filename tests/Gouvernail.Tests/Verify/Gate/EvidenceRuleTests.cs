using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Tests.Verify.Gate;

/// <summary>Evidence holds, fails, is too old, or leaves the question open.</summary>
public sealed class EvidenceRuleTests
{
    [Theory]
    [InlineData(0.05, 0, RuleOutcome.Pass, "holds", 0)]
    [InlineData(0.1, 0, RuleOutcome.Pass, "holds", 0)]
    [InlineData(0.11, 0, RuleOutcome.Fail, "figure-fails", 1)]
    [InlineData(0.05, 0.02, RuleOutcome.Pass, "holds", 0)]
    [InlineData(0.09, 0.02, RuleOutcome.Uncertain, "figure-uncertain", 2)]
    [InlineData(0.2, 0.02, RuleOutcome.Fail, "figure-fails", 1)]
    public void A_figure_holds_fails_or_leaves_the_bound_open(
        double gap, double width, RuleOutcome outcome, string code, int exit)
    {
        GateDecision decision = GateRules.Decide(GateCase.Question([GateCase.Filed(20, 0, -1, gap, width)]));
        RuleVerdict rule = GateCase.Rule(decision, "m1#3");
        (rule.Outcome, rule.Code, decision.ExitCode).ShouldBe((outcome, code, exit));
    }

    [Theory]
    [InlineData("""{"gap":"0.05"}""")]
    [InlineData("""{"gap":null}""")]
    [InlineData("""{"other":0.05}""")]
    [InlineData("""{"gap":{"value":0.05}}""")]
    [InlineData("""{"gap":{"value":0.05,"low":0.06,"high":0.07}}""")]
    [InlineData("""{"gap":{"value":0.05,"low":"0","high":0.07}}""")]
    [InlineData("""{"gap":[0.05]}""")]
    public void A_figure_that_is_none_proves_nothing(string predicate)
    {
        GateDecision decision = GateRules.Decide(GateCase.Question([GateCase.Filed(20, [0], -1, predicate)]));
        GateCase.Rule(decision, "m1#3").Code.ShouldBe("figure-absent");
        decision.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void It_expires_by_the_time_that_it_bears_and_not_by_the_day_it_was_filed()
    {
        FiledEvidence old = GateCase.Filed(90, 0, -31, 0.05) with { Time = GateCase.Now };
        RuleVerdict rule = GateCase.Rule(
            GateRules.Decide(GateCase.Question([old], "\"maxAgeDays\":30")), "m1#3");
        (rule.Outcome, rule.Until).ShouldBe((RuleOutcome.Expired, old.Made.AddDays(30)));
        FiledEvidence late = GateCase.Filed(90, 0, -29.9, 0.05);
        GateDecision decision = GateRules.Decide(GateCase.Question([late], "\"maxAgeDays\":30"));
        decision.Until.ShouldBe(late.Made.AddDays(30));
    }

    [Fact]
    public void Of_a_signer_the_newest_counts_however_it_was_ordered()
    {
        FiledEvidence bad = GateCase.Filed(20, 0, -5, 0.5), good = GateCase.Filed(21, 0, -2, 0.05);
        GateRules.Decide(GateCase.Question([bad, good])).IsAdmitted.ShouldBeTrue();
        GateRules.Decide(GateCase.Question([good, bad])).IsAdmitted.ShouldBeTrue();
        GateRules.Decide(GateCase.Question([good, GateCase.Filed(22, 0, -1, 0.5)])).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Of_two_of_one_day_by_one_signer_the_one_that_speaks_against_is_not_lost()
    {
        // Many pairs, since which of two payloads has the smaller hash is chance.
        for (int i = 0; i < 20; i++)
        {
            FiledEvidence good = GateCase.Filed(20, 0, -1, 0.01 + (i * 1e-4)), bad = GateCase.Filed(21, 0, -1, 0.5 + i);
            GateRules.Decide(GateCase.Question([good, bad])).ExitCode.ShouldBe(1);
            GateRules.Decide(GateCase.Question([bad, good])).ExitCode.ShouldBe(1);
        }

        RuleVerdict alone = GateCase.Rule(GateRules.Decide(GateCase.Question(
            [GateCase.Filed(20, 0, -1, 0.01), GateCase.Filed(21, 0, -1, 0.02)], "\"count\":2")), "m1#3");
        alone.Code.ShouldBe("too-few-signers", "two reports of one signer are one signer's");
    }

    [Fact]
    public void One_that_speaks_against_outweighs_all_that_speak_for() =>
        GateRules.Decide(GateCase.Question([GateCase.Filed(20, 0, -1, 0.01), GateCase.Filed(21, 1, -9, 0.5)]))
            .ExitCode.ShouldBe(1);

    [Fact]
    public void Two_auditors_are_two_signers_and_one_key_is_one()
    {
        const string Two = "\"count\":2";
        string Code(params FiledEvidence[] filed) =>
            GateCase.Rule(GateRules.Decide(GateCase.Question(filed, Two)), "m1#3").Code;
        Code(GateCase.Filed(20, 0, -1, 0.01)).ShouldBe("too-few-signers");
        Code(GateCase.Filed(20, 0, -1, 0.01), GateCase.Filed(21, 0, -2, 0.01)).ShouldBe("too-few-signers");
        Code(GateCase.Filed(20, 0, -1, 0.01), GateCase.Filed(21, 1, -2, 0.01)).ShouldBe("holds");
        Code(GateCase.Filed(20, [0, 1], -1, """{"gap":0.01}""")).ShouldBe("holds");
        Code(GateCase.Filed(20, 0, -1, 0.01), GateCase.Filed(21, 2, -2, 0.01)).ShouldBe("too-few-signers");
    }

    [Fact]
    public void It_has_to_be_about_this_artefact_and_by_somebody_who_counts()
    {
        string Code(FiledEvidence filed) =>
            GateCase.Rule(GateRules.Decide(GateCase.Question([filed])), "m1#3").Code;
        const string Fine = """{"gap":0.01}""";
        Code(GateCase.Filed(20, [0], -1, Fine, new string('b', 64))).ShouldBe("other-artefact");
        Code(GateCase.Filed(20, [3], -1, Fine)).ShouldBe("other-signer");
        Code(GateCase.Filed(20, [], -1, Fine)).ShouldBe("other-signer");

        // A product's maker does not vouch for itself.
        Code(GateCase.Filed(20, [2], -1, Fine)).ShouldBe("other-signer");
        Code(GateCase.Filed(20, [0], 1, Fine)).ShouldBe("no-evidence");
        Code(GateCase.Filed(20, [0], -1, Fine) with { Made = DateTimeOffset.MinValue }).ShouldBe("no-evidence");
        string other = new('b', 64);
        Code(GateCase.Filed(20, [0], -1, Fine, other) with { Automaton = "a2" }).ShouldBe("no-evidence");
        Code(GateCase.Filed(20, [0], -1, Fine) with { Automaton = "a2" }).ShouldBe(
            "holds", "it is about the same bytes, whatever it was filed for");
        Code(GateCase.Filed(20, [0], -1, Fine) with { Attestation = null, Automaton = "" }).ShouldBe("no-evidence");
    }

    [Fact]
    public void A_revoked_key_counts_no_more_in_what_it_signed_before()
    {
        GateQuestion question = GateCase.Admitted;
        EvidenceBook book = question.Evidence;
        GateDecision decision = GateRules.Decide(question with
        {
            Evidence = book with { Signers = book.Signers.SetItem(0, book.Signers[0] with { IsRevoked = true }) },
        });
        GateCase.Rule(decision, "m1#3").Code.ShouldBe("other-signer");
    }
}
