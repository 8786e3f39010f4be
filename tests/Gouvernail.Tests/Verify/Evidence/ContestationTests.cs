using Gouvernail.Journals;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Tests.Verify.Evidence;

/// <summary>What auditors say against an automaton.</summary>
public sealed class ContestationTests
{
    [Fact]
    public void What_stands_against_an_automaton_cannot_be_silenced_by_erasing_it()
    {
        using var yard = new Yard();
        yard.Admit();
        yard.Hall.Act(_ => ContestClause.Decide(
            yard.Community.Roles, yard.Community.Mandates.Book, isAutomaton: true,
            new ContestClause("a1", $"{yard.Mandate}#3", "Wrong in 3 of 10 letters.", null))).ShouldBeNull();
        Contestation said = yard.Community.Loop.Evidence.Book.Contestations.ShouldHaveSingleItem();
        yard.Ask().IsAdmitted.ShouldBeFalse();

        var erasure = new Tombstone(said.Position, "asked for", "facilitators");
        Erase(yard, erasure)!.Code.ShouldBe("contestation-stands");
        yard.Ask().IsAdmitted.ShouldBeFalse();

        // Settled with a reason that all can read, it can go.
        yard.Hall.Act(_ => SettleContestation.Decide(
            yard.Community.Roles, yard.Community.Loop.Evidence.Book,
            new SettleContestation(said.Position, "They were ten letters of another year.", null))).ShouldBeNull();
        yard.Ask().IsAdmitted.ShouldBeTrue();
        Erase(yard, erasure).ShouldBeNull();
        Erase(yard, erasure)!.Code.ShouldBe("erased-already");
        yard.Ask().IsAdmitted.ShouldBeTrue();
    }

    private static Refusal? Erase(Yard yard, Tombstone erasure) =>
        yard.Community.Erase(erasure, TestContext.Current.CancellationToken).Refusal;
}
