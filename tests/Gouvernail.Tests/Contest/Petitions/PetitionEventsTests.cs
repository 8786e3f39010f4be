using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Contest.Petitions;

public sealed class PetitionEventsTests
{
    [Fact]
    public void Public_events_come_back_as_they_went()
    {
        foreach (PetitionThresholdsSet set in (PetitionThresholdsSet[])[
            new(new Dictionary<PetitionEffect, int> { [PetitionEffect.Debate] = 7 }, Rung.Open, null, 1, null),
            new(PetitionEffects.All.ToDictionary(e => e, e => 1 + (int)e), Rung.Member, "c1", 730, "r1")])
        {
            PetitionThresholdsSet.Read(EntryOf(set.ToDraft())).ShouldBe(set);
        }

        DateTimeOffset until = new(2030, 2, 3, 4, 5, 6, TimeSpan.Zero);
        foreach (PetitionStarted started in (PetitionStarted[])[
            new(PetitionEffect.Debate, null, 3, Rung.Open, null, until),
            new(PetitionEffect.Suspension, "a1", 100_000, Rung.Code, "c1", until)])
        {
            Draft draft = started.ToDraft("p1", "who", Street.Key);
            PetitionStarted.Read(EntryOf(draft)).ShouldBe(started);
            draft.Secrets.ShouldHaveSingleItem().Name.ShouldBe("pseudonyms/p1");
        }

        foreach (PetitionEnd cause in Enum.GetValues<PetitionEnd>())
        {
            var closed = new PetitionClosed(cause, cause == PetitionEnd.Stopped ? "A \"reason\"." : "", null);
            PetitionClosed.Read(EntryOf(closed.ToDraft("p1", null))).ShouldBe(closed);
        }
    }

    [Fact]
    public void Sealed_events_come_back_as_they_went()
    {
        foreach (PetitionDescribed text in (PetitionDescribed[])[
            Street.Text,
            Street.Text with { Language = Language.French, Gathering = GatheringCalendarTests.Gathering },
            Street.Text with { Gathering = GatheringCalendarTests.Gathering with { End = null, Programme = [] } }])
        {
            PetitionDescribed.Read(text.ToDraft("p1", "who").Payload).ShouldBe(text);
        }

        foreach (Rung rung in Rungs.All)
        {
            PetitionSigned.Read(new PetitionSigned(rung).ToDraft("p1", "who").Payload)!.Value.Rung.ShouldBe(rung);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"rung":"high"}""")]
    [InlineData("""{"asked-by":"","language":"en","text":"x"}""")]
    [InlineData("""{"asked-by":"","language":"de","text":"x","title":"x"}""")]
    [InlineData("""{"asked-by":"","event":{},"language":"en","text":"x","title":"x"}""")]
    [InlineData(
        """{"asked-by":"","event":{"place":"","programme":[1],"start":"2030-01-01T10:00"},"lang"""
        + """uage":"en","text":"","title":""}""")]
    [InlineData("""{"from":1,"text":"x"}""")]
    public void What_is_no_event_of_a_petition_is_nothing(string payload)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(payload);
        PetitionSigned.Read(bytes).ShouldBeNull();
        PetitionDescribed.Read(bytes).ShouldBeNull();
        PetitionAnswered.Read(bytes).ShouldBeNull();
    }

    [Theory]
    [InlineData(PetitionThresholdsSet.Kind, """{"days":1,"rung":"code","signatures":{"debate":1}}""")]
    [InlineData(PetitionThresholdsSet.Kind, """{"days":1,"rung":"open","signatures":{"riot":1}}""")]
    [InlineData(PetitionThresholdsSet.Kind, """{"days":1,"rung":"open","signatures":{"debate":0}}""")]
    [InlineData(PetitionThresholdsSet.Kind, """{"days":1,"rung":"open","signatures":[]}""")]
    [InlineData(PetitionStarted.Kind,
        """{"effect":"suspension","rung":"open","threshold":1,"until":"2030-01-01T00:00:00Z"}""")]
    [InlineData(PetitionStarted.Kind,
        """{"effect":"debate","rung":"open","threshold":0,"until":"2030-01-01T00:00:00Z"}""")]
    [InlineData(PetitionPassed.Kind, """{"effect":"debate","signatures":0}""")]
    [InlineData(PetitionClosed.Kind, """{"cause":"stopped"}""")]
    [InlineData(PetitionClosed.Kind, """{"cause":"bored"}""")]
    public void What_bears_a_kind_and_says_nothing_of_it_is_nothing(string kind, string body)
    {
        Entry entry = EntryOf(new Draft(kind)
        {
            Consultation = "p1",
            Pseudonym = "who",
            Body = System.Text.Encoding.UTF8.GetBytes(body),
        });
        PetitionThresholdsSet.Read(entry).ShouldBeNull();
        PetitionStarted.Read(entry).ShouldBeNull();
        PetitionPassed.Read(entry).ShouldBeNull();
        PetitionClosed.Read(entry).ShouldBeNull();
    }

    [Fact]
    public void Texts_are_kept_as_everybody_reads_them()
    {
        PetitionDescribed tidy = PetitionTexts.Tidy(new PetitionDescribed(
            "  Stop\u202e it ", "One\r\ntwo\n\n\n  three  ", "", Language.English)
        {
            Gathering = GatheringCalendarTests.Gathering with
            {
                Programme = [new(" 18:00", " Speeches "), new("", " ")],
            },
        });
        tidy.Title.ShouldBe("Stop it");
        tidy.Text.ShouldBe("One\ntwo\n\nthree");
        tidy.Gathering!.Programme.ShouldBe([new ProgrammeItem("18:00", "Speeches")]);
    }

    [Fact]
    public void Texts_that_nobody_could_print_are_refused()
    {
        var street = new Street();
        string? Start(PetitionDescribed text) => street.Start(text: text);
        Start(Street.Text with { Title = "…" }).ShouldBe("no-petition-text");
        Start(Street.Text with { Text = "" }).ShouldBe("no-petition-text");
        Start(Street.Text with { Title = new string('a', 151) }).ShouldBe("text-too-long");
        PetitionGathering called = GatheringCalendarTests.Gathering;
        Start(Street.Text with { Gathering = called with { End = called.Start } }).ShouldBe("ends-before-start");
        Start(Street.Text with { Gathering = called with { Place = new string('a', 201) } }).ShouldBe("text-too-long");
        Start(Street.Text with
        {
            Gathering = called with { Programme = [.. Enumerable.Repeat(new ProgrammeItem("1", "a"), 51)] },
        }).ShouldBe("programme-too-long");
        Start(Street.Text with { Gathering = called with { Programme = [new("18:00", new string('a', 201))] } })
            .ShouldBe("text-too-long");
        street.Book.Count.ShouldBe(0);
    }

    private static Entry EntryOf(Draft draft) => new()
    {
        Kind = draft.Kind,
        Time = DateTimeOffset.UnixEpoch,
        Consultation = draft.Consultation,
        Pseudonym = draft.Pseudonym,
        Body = draft.Body,
    };
}
