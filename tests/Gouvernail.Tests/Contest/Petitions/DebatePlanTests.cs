using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Tests.Contest.Petitions;

public sealed class DebatePlanTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void What_a_petition_opens_can_be_opened_as_it_is(Language language)
    {
        PetitionDescribed longest = new(
            Full(PetitionDescribed.LongestTitle), Full(PetitionDescribed.LongestText),
            Full(PetitionDescribed.LongestName), language);
        foreach (string? automaton in (string?[])[null, "a1"])
        {
            var street = new Street(debate: 1);
            street.Start(PetitionEffect.Debate, automaton, text: longest).ShouldBeNull();
            var plan = DebatePlan.Of(street.P1, street.P1.Description, null, "https://town.example/petitions/p1");
            street.Do(OpenConsultation.Decide(
                street.Consultations, new OpenConsultation(null, plan.Plan, Street.Key))).ShouldBeNull();
            int before = street.Entries.Count;
            street.Do(SeedStatements.Decide(street.Consultations, new SeedStatements("c2", plan.Seeds))).ShouldBeNull();
            (street.Entries.Count - before).ShouldBe(plan.Seeds.Count, "each is a statement of its own");
            plan.Plan.Description.ShouldContain("p1");
        }
    }

    [Fact]
    public void A_review_names_the_automaton_and_is_balanced()
    {
        var street = new Street(suspension: 1);
        street.Start().ShouldBeNull();
        var plan = DebatePlan.Of(street.P1, street.P1.Description, "Sorting", "");
        plan.Plan.Topic.ShouldBe("Review of automaton Sorting (a1): Stop the sorting machine");
        plan.Seeds.ShouldContain("Automaton Sorting (a1) should go on as it is.");
        plan.Seeds.ShouldContain("Automaton Sorting (a1) should be stopped for good.");
        plan.Plan.Terms.Organiser.ShouldBe("Parents of the school");
    }

    [Fact]
    public void A_debate_opens_even_where_the_text_was_erased()
    {
        var street = new Street(suspension: 1);
        street.Start().ShouldBeNull();
        DebatePlan.Of(street.P1, null, null, "").Plan.Topic.ShouldContain("petition p1");
    }

    [Fact]
    public void A_debate_waits_for_nobodys_invitations()
    {
        var street = new Street(debate: 1);
        street.Start(PetitionEffect.Debate).ShouldBeNull();
        DebatePlan.Of(street.P1, street.P1.Description, null, "").Plan.Terms.Allows(Rung.Open).ShouldBeTrue();
    }

    private static string Full(int length) => string.Concat(Enumerable.Repeat("😀a", length / 2));
}
