using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Tests.Audits;

public sealed class PetitionTests : IDisposable
{
    private readonly Town _town = new();
    private readonly byte[] _key = Pseudonyms.NewKey();

    public void Dispose() => _town.Dispose();

    [Fact]
    public void A_log_with_a_petition_in_it_holds_in_the_folder_and_in_a_bundle()
    {
        Start(threshold: 3);
        Sign("bob");
        Act(_ => WithdrawSignature.Decide(Book, new WithdrawSignature("p1", Of("bob"))));
        Sign("bob");
        Sign("cleo");
        Sign("dan");
        Act(_ => AnswerPetition.Decide(Book, new AnswerPetition("p1", new("The operator", "We will look.", "r1"))));
        ShouldHold("before");
        AuditReport report = Town.Audit(_town.Bundle("open"));
        report.Counts.Closed.ShouldBe(0, "everything that a petition seals is open to everybody");
        _town.Community.PetitionBook.TryGet("p1", out Petition? petition).ShouldBeTrue();
        _town.Erase(petition!.EntriesOf(Of("cleo")).Single()).Refusal.ShouldBeNull();
        ShouldHold("after");
        _town.Reopen();
        _town.Community.PetitionBook.TryGet("p1", out petition).ShouldBeTrue();
        petition!.Count.ShouldBe(3);
        petition.Passed.ShouldNotBeNull("what passed stays passed");
        Book.TryGet("p1", out Petition? writer).ShouldBeTrue();
        writer!.Count.ShouldBe(3);
        ShouldHold("reopened");
    }

    [Fact]
    public void A_petition_said_to_have_passed_without_its_signatures_is_found()
    {
        Start(threshold: 3);
        _town.Submit(new PetitionPassed(PetitionEffect.Debate, 3).ToDraft("p1"));
        Told().ShouldContain("passed; it had 1 signatures of 3");
    }

    [Fact]
    public void A_petition_that_passes_twice_is_found()
    {
        Start(threshold: 1);
        _town.Submit(new PetitionPassed(PetitionEffect.Debate, 1).ToDraft("p1"));
        Told().ShouldContain("or had passed before");
    }

    [Fact]
    public void A_petition_that_was_kept_from_passing_is_found()
    {
        Start(threshold: 2);
        _town.Submit(new PetitionSigned(Rung.Open).ToDraft("p1", Of("bob")));
        _town.Submit(new PetitionClosed(PetitionEnd.Stopped, "We do not like it.", null).ToDraft("p1", null));
        Told().ShouldContain("and did not pass");
    }

    [Fact]
    public void A_second_signature_of_one_person_and_one_that_comes_too_late_are_found()
    {
        Start(threshold: 9);
        _town.Submit(new PetitionSigned(Rung.Open).ToDraft("p1", Of("ana")));
        Told().ShouldContain("is its person’s second");
        _town.Submit(new PetitionClosed(PetitionEnd.Withdrawn, "", null).ToDraft("p1", Of("ana")));
        _town.Submit(new PetitionSigned(Rung.Open).ToDraft("p1", Of("bob")));
        Told("late").Split('\n').Count(line => line.Contains("came too late", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void A_signature_under_no_petition_and_one_that_says_nothing_are_found()
    {
        _town.Submit(new PetitionSigned(Rung.Open).ToDraft("p7", Of("ana")));
        Told().ShouldContain("petition p7, which has not started");
        Start(threshold: 9);
        _town.Submit(new Draft(PetitionSigned.Kind)
        {
            Consultation = "p1",
            Pseudonym = Of("bob"),
            Payload = "{}"u8.ToArray(),
        });
        Told("nothing").ShouldContain("says it is a petition-signed, and is not one");
    }

    private PetitionBook Book => _town.Community.Petitions.Book;

    private string Of(string person) => new Pseudonyms(_key).Of(person);

    private void Start(int threshold)
    {
        var set = new PetitionThresholdsSet(
            new Dictionary<PetitionEffect, int> { [PetitionEffect.Debate] = threshold }, Rung.Open, null, 30, null);
        Act(_ => SetPetitionThresholds.Decide(_town.Community.Consultations, new SetPetitionThresholds(set)));
        Act(now => StartPetition.Decide(
            Book, _town.Community.Consultations, _ => true,
            new StartPetition(
                PetitionEffect.Debate, null, new("Trees", "Plant trees.", "", Language.English), Of("ana"), Rung.Open,
                _key),
            now));
    }

    private void Sign(string person) =>
        Act(now => SignPetition.Decide(Book, new SignPetition("p1", Of(person), Rung.Open), now));

    private void Act(Func<DateTimeOffset, Decision> decide) =>
        _town.Community.Act(decide, TestContext.Current.CancellationToken).Refusal.ShouldBeNull();

    private string Told(string name = "public") => Town.Told(Town.Audit(_town.Bundle(name)));

    private void ShouldHold(string name)
    {
        Told(name).ShouldNotContain("Mismatch");
        using var folder = new StoredBundle(_town.Folder);
        Town.Told(Town.Audit(folder)).ShouldNotContain("Mismatch");
    }
}
