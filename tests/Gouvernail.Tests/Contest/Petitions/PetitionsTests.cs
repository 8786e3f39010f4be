using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Tests.Contest.Petitions;

public sealed class PetitionsTests
{
    [Fact]
    public void The_signature_that_makes_the_number_makes_the_petition_pass_and_none_does_again()
    {
        var street = new Street(suspension: 3);
        street.Start().ShouldBeNull();
        street.P1.Count.ShouldBe(1, "who starts a petition signs it");
        street.Sign("bob").ShouldBeNull();
        street.P1.Passed.ShouldBeNull();
        street.Sign("cleo").ShouldBeNull();
        street.P1.Passed!.Signatures.ShouldBe(3);
        street.Sign("dan").ShouldBeNull("after it passed, signatures still count up");
        street.P1.Count.ShouldBe(4);
        street.CountOf(PetitionPassed.Kind).ShouldBe(1);
        PetitionPassed.Read(street.Entries.First(it => it.Entry.Kind == PetitionPassed.Kind).Entry)
            .ShouldBe(new PetitionPassed(PetitionEffect.Suspension, 3));
        street.Withdraw("dan").ShouldBe("passed-already");
    }

    [Fact]
    public void A_person_signs_once_and_can_sign_again_after_taking_it_back()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        street.Sign("ana").ShouldBe("signed-already");
        street.Withdraw("bob").ShouldBe("not-signed");
        street.Sign("bob").ShouldBeNull();
        street.Withdraw("bob").ShouldBeNull();
        street.Withdraw("bob").ShouldBe("not-signed");
        street.P1.Count.ShouldBe(1);
        street.Sign("bob").ShouldBeNull();
        street.P1.Count.ShouldBe(2);
        street.P1.EntriesOf(street.Of("bob")).Count.ShouldBe(2, "both signatures are kept of them");
    }

    [Theory]
    [InlineData(Rung.Open, Rung.Open, null)]
    [InlineData(Rung.Open, Rung.Code, null)]
    [InlineData(Rung.Code, Rung.Open, "not-on-the-roll")]
    [InlineData(Rung.Code, Rung.Code, null)]
    [InlineData(Rung.Code, Rung.Member, null)]
    [InlineData(Rung.Member, Rung.Code, "not-on-the-roll")]
    [InlineData(Rung.Member, Rung.Member, null)]
    public void A_signature_below_the_rung_is_refused_and_not_silently_left_out(
        Rung required, Rung rung, string? refusal)
    {
        var street = new Street(rung: required);
        street.Start(rung: required).ShouldBeNull();
        street.Sign("bob", rung).ShouldBe(refusal);
        street.P1.Count.ShouldBe(refusal is null ? 2 : 1);
    }

    [Fact]
    public void A_petition_keeps_the_threshold_under_which_it_started()
    {
        var street = new Street(suspension: 3);
        street.Start().ShouldBeNull();
        street.Set(new PetitionThresholdsSet(
            new Dictionary<PetitionEffect, int> { [PetitionEffect.Suspension] = 1000 }, Rung.Member, "c1", 5, "r1"))
            .ShouldBeNull();
        street.Sign("bob").ShouldBeNull();
        street.Sign("cleo").ShouldBeNull();
        street.P1.Passed.ShouldNotBeNull();
        street.Start(rung: Rung.Member).ShouldBeNull();
        street.Book.TryGet("p2", out Petition? later).ShouldBeTrue();
        later!.Started.Threshold.ShouldBe(1000);
        street.Book.Thresholds.Count.ShouldBe(2);
    }

    [Fact]
    public void There_is_no_petition_for_what_nobody_set_a_threshold_in_advance()
    {
        var street = new Street();
        street.Start(PetitionEffect.Review).ShouldBe("no-threshold");
        street.Start(PetitionEffect.Suspension, automaton: null).ShouldBe("no-automaton");
        street.Start(PetitionEffect.Suspension, "a2").ShouldBe("no-such-automaton");
        street.Start(PetitionEffect.Debate, automaton: null).ShouldBeNull();
        street.Start(PetitionEffect.Debate, rung: Rung.Open).ShouldBe("not-on-the-roll");
        street.Sign("bob", petition: "p2").ShouldBe("no-such-petition");
    }

    [Theory]
    [InlineData(0, 30, Rung.Code, "c1", "threshold-number")]
    [InlineData(5, 0, Rung.Code, "c1", "petition-days")]
    [InlineData(5, 731, Rung.Code, "c1", "petition-days")]
    [InlineData(5, 30, Rung.Host, "c1", "petition-rung")]
    [InlineData(5, 30, Rung.Code, null, "no-roll")]
    [InlineData(5, 30, Rung.Code, "c9", "no-such-consultation")]
    [InlineData(5, 30, Rung.Code, "c2", "no-roll")]
    [InlineData(5, 30, Rung.Open, null, null)]
    public void A_threshold_that_nobody_could_count_is_refused(
        int number, int days, Rung rung, string? roll, string? refusal)
    {
        var street = new Street();
        street.Log(new ConsultationDrafted(new ConsultationOpened("A draft", "", "", Publication.Nothing))
            .ToDraft("c2", Street.Key));
        street.Set(new PetitionThresholdsSet(
            new Dictionary<PetitionEffect, int> { [PetitionEffect.Debate] = number }, rung, roll, days, null))
            .ShouldBe(refusal);
    }

    [Fact]
    public void The_text_stays_as_others_read_it()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        long read = street.P1.DescribedIn;
        PetitionDescribed better = Street.Text with { Title = "Suspend the sorting machine" };
        street.Describe(better, "bob").ShouldBe("not-the-starter");
        street.Describe(better).ShouldBeNull();
        street.P1.Revision.ShouldBe(2);
        street.Sign("bob", read: read).ShouldBe("changed-meanwhile");
        street.Sign("bob", read: street.P1.DescribedIn).ShouldBeNull();
        street.Describe(Street.Text).ShouldBe("signed-by-others");
        street.P1.Description!.Title.ShouldBe("Suspend the sorting machine");
    }

    [Fact]
    public void A_petition_ends_with_its_days_and_the_log_says_so_once()
    {
        var street = new Street(days: 10);
        street.Start().ShouldBeNull();
        ExpirePetitions.IsDue(street.Book, street.Now).ShouldBeFalse();
        street.Now = street.P1.Started.Until;
        street.Sign("bob").ShouldBe("petition-ended", "even before the log says that it ended");
        ExpirePetitions.IsDue(street.Book, street.Now).ShouldBeTrue();
        street.Expire();
        street.Expire();
        street.CountOf(PetitionClosed.Kind).ShouldBe(1);
        street.P1.Closed!.Cause.ShouldBe(PetitionEnd.Expired);
        street.Withdraw("ana").ShouldBeNull("nobody is held to a signature that came to nothing");
    }

    [Fact]
    public void Nobody_stops_a_petition_in_silence_nor_one_that_passed()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        street.Stop(" ").ShouldBe("no-reason");
        street.TakeBack("bob").ShouldBe("not-the-starter");
        street.Stop("It names a private person.").ShouldBeNull();
        street.Sign("bob").ShouldBe("petition-stopped");
        street.P1.Closed.ShouldBe(new PetitionClosed(PetitionEnd.Stopped, "It names a private person.", "r1"));

        var passed = new Street(suspension: 1);
        passed.Start().ShouldBeNull();
        passed.P1.Passed.ShouldNotBeNull();
        passed.Stop("We do not like it.").ShouldBe("passed-already");
        passed.TakeBack("ana").ShouldBe("passed-already");

        var own = new Street();
        own.Start().ShouldBeNull();
        own.TakeBack("ana").ShouldBeNull();
        own.Sign("bob").ShouldBe("petition-withdrawn");
    }

    [Fact]
    public void An_answer_says_in_whose_name_it_is_given()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        string? Answer(string from, string text) => street.Do(AnswerPetition.Decide(
            street.Book, new AnswerPetition("p1", new PetitionAnswered(from, text, "r1"))));
        Answer("", "We will look.").ShouldBe("no-answer");
        Answer("The operator", " ").ShouldBe("no-answer");
        Answer("The operator", new string('a', 5001)).ShouldBe("text-too-long");
        Answer("The operator", "We  will look.\r\n\r\n\r\nSoon.").ShouldBeNull();
        street.P1.Answers.ShouldHaveSingleItem().Answer
            .ShouldBe(new PetitionAnswered("The operator", "We will look.\n\nSoon.", "r1"));
        street.Erase(street.P1.Answers[0].Position);
        street.P1.Answers.ShouldHaveSingleItem().Answer.ShouldBeNull("that there was one stays in the log");
    }

    [Fact]
    public void Who_erases_their_signature_is_counted_no_more_and_what_passed_stays_passed()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        street.Sign("bob").ShouldBeNull();
        street.Sign("cleo").ShouldBeNull();
        street.Erase(street.P1.EntriesOf(street.Of("bob")).ShouldHaveSingleItem());
        street.P1.Count.ShouldBe(2);
        street.P1.EntriesOf(street.Of("bob")).ShouldBeEmpty();
        street.P1.Passed.ShouldNotBeNull();
        foreach (long position in street.P1.EntriesOf(street.Of("ana")))
        {
            street.Erase(position);
        }

        street.P1.Description.ShouldBeNull();
        street.Sign("dan").ShouldBe("petition-erased", "nobody signs what nobody can read");
        Told(street.Replayed()).ShouldBe(Told(street.Book));
    }

    [Fact]
    public void A_snapshot_knows_what_the_log_knows()
    {
        var street = new Street();
        street.Start(text: Street.Text with { Gathering = GatheringCalendarTests.Gathering }).ShouldBeNull();
        street.Sign("bob").ShouldBeNull();
        street.Now = street.Now.AddDays(1);
        street.Sign("cleo").ShouldBeNull();
        street.Erase(street.P1.EntriesOf(street.Of("bob"))[0]);
        using var snapshot = new MemoryStream();
        street.Petitions.Save(snapshot);
        snapshot.Position = 0;
        var again = new PetitionList();
        again.TryLoad(snapshot).ShouldBeTrue();
        Told(again.Book).ShouldBe(Told(street.Book));
        again.Book.All.Single().Description.ShouldBe(street.P1.Description);
        street.P1.Days.Select(day => day.Value).ShouldBe([1, 1]);
    }

    [Fact]
    public void Tens_of_thousands_sign_and_erase_without_anybody_waiting()
    {
        const int People = 20_000;
        var street = new Street(suspension: People);
        street.Start().ShouldBeNull();
        for (int i = 1; i < People; i++)
        {
            street.Sign($"person {i}").ShouldBeNull();
        }

        street.P1.Passed!.Signatures.ShouldBe(People);

        // Each of these would take the whole tape again: a hundred million signatures, were they not forgotten singly.
        for (int i = 1; i <= 5000; i++)
        {
            street.Erase(street.P1.EntriesOf(street.Of($"person {i}"))[0]);
        }

        street.P1.Count.ShouldBe(People - 5000);
        street.P1.Days.Values.Sum().ShouldBe(People - 5000);
    }

    internal static string Told(PetitionBook book) => string.Join('\n', book.All.Select(p => string.Join(' ',
        p.Id, p.Count, p.Passed, p.Closed?.Word, p.Description?.Title, p.DescribedIn, p.Answers.Count,
        string.Join(',', p.Days), string.Join(',', p.Signatories.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => $"{s.Key}{s.Value.Stands}{string.Join('/', s.Value.Entries)}")))));
}
