using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Tests.Mandate.Texts;

public sealed class MandateDifferenceTests
{
    [Fact]
    public void A_mandate_does_not_differ_from_itself_whatever_its_version()
    {
        Of(Papers.Translation with { Version = 3, Replaces = Papers.Translation.Digest }).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_weight_is_told_with_what_it_was()
    {
        ObjectiveClause objective = Papers.Translation.Clause<ObjectiveClause>("2");
        Of(Papers.Translation.With(objective with
        {
            Metrics = [objective.Metrics[0] with { Weight = 0.5 }, objective.Metrics[1]],
        })).ShouldBe(
        [
            "Clause 2, Objective (changed)",
            "  - Measure “clarity”: weight 0.75. Share of readers who say so.",
            "  + Measure “clarity”: weight 0.5. Share of readers who say so.",
        ]);
    }

    [Fact]
    public void A_later_end_a_new_purpose_and_another_text_are_told()
    {
        TermClause term = Papers.Translation.Clause<TermClause>("9");
        PurposeClause purpose = Papers.Translation.Clause<PurposeClause>("1");
        Of(Papers.Translation.With(term with { Expires = term.Expires.AddYears(1), LeaseDays = null })
            .With(purpose with { Text = "Translate all.", Allowed = ["translation", "reading"], Forbidden = [] }))
            .ShouldBe(
            [
                "Clause 1, Purpose (changed)",
                "  - Text: Translate letters.",
                "  + Text: Translate all.",
                "  + Allowed: reading",
                "  - Forbidden: hiring",
                "Clause 9, Term (changed)",
                "  - Ends on: 2031-01-01",
                "  + Ends on: 2032-01-01",
                "  - A permit lasts at most: 30 days",
            ]);
    }

    [Fact]
    public void Clauses_that_come_and_go_are_told_whole()
    {
        MandateDocument after = Papers.Translation with
        {
            Title = "Letters",
            LeftOut = [],
            Clauses =
            [
                .. Papers.Translation.Clauses.Where(clause => clause.Id != "3"),
                new LimitClause { Id = "4", Text = "No names.", Cites = [Papers.Cite] },
            ],
        };
        string all = string.Join('\n', Of(after));
        all.ShouldContain("The mandate (changed)\n  - Title: Translation\n  + Title: Letters\n");
        all.ShouldContain("  - Left out: statement 12 of consultation c1: Not for a machine.");
        all.ShouldContain("Clause 4, Limit (added)\n  + Kind: Limit\n  + Text: No names.\n");
        all.ShouldContain("Clause 3, Limit (removed)\n  - Kind: Limit\n  - Text: No letter is kept.\n");
        all.ShouldContain("  - Figure /kept: at most 0");
        MandateDifference.Of(Papers.Translation, after).Lines(Language.French)
            .ShouldContain("Clause 4, Limite (ajout)");
    }

    [Fact]
    public void Other_votes_behind_a_clause_are_told()
    {
        TermClause term = Papers.Translation.Clause<TermClause>("9");
        Of(Papers.Translation.With(term with { Cites = [Papers.Cite with { Result = 50 }] })).ShouldBe(
        [
            "Clause 9, Term (changed)",
            "  + Votes behind it: statements 7 of consultation c1 (result at entry 50)",
            "  - Votes behind it: statements 7 of consultation c1 (result at entry 41)",
        ]);
    }

    private static string[] Of(MandateDocument after) =>
        [.. MandateDifference.Of(Papers.Translation, after).Lines(Language.English)];
}
