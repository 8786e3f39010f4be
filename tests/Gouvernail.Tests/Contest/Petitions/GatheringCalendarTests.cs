using System.Text;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Tests.Contest.Petitions;

/// <summary>Against the rules of RFC 5545.</summary>
public sealed class GatheringCalendarTests
{
    public static PetitionGathering Gathering { get; } = new(
        new DateTime(2030, 5, 1, 18, 30, 0),
        new DateTime(2030, 5, 1, 22, 0, 0),
        "Town hall, main square; \"left\" door",
        [new("18:30", "Speeches"), new("20:00", "Soup")]);

    [Fact]
    public void The_file_is_one_event_of_one_calendar()
    {
        string[] lines = Unfolded(Calendar());
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[1].ShouldBe("VERSION:2.0");
        lines[^1].ShouldBe("END:VCALENDAR");
        lines.ShouldContain("UID:petition-p1@town.example/log");
        lines.ShouldContain("DTSTAMP:20300102T030405Z", "the log's time, in UTC (§3.8.7.2)");
        lines.ShouldContain("DTSTART:20300501T183000", "floating: the clocks of the place (§3.3.5)");
        lines.ShouldContain("DTEND:20300501T220000");
        lines.ShouldContain("""LOCATION:Town hall\, main square\; "left" door""");
        lines.ShouldContain("""DESCRIPTION:18:30 Speeches\n20:00 Soup\n\nIt sorts children.\n\nNobody can say how.""");
        lines.ShouldContain("URL:https://town.example/petitions/p1");
        lines.ShouldContain("STATUS:CONFIRMED");
        foreach (string once in (string[])["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "PRODID"])
        {
            lines.Count(line => line.StartsWith(once + ":", StringComparison.Ordinal)).ShouldBe(1, once);
        }
    }

    [Fact]
    public void Lines_end_in_crlf_and_have_at_most_75_octets_without_a_character_cut()
    {
        string title = string.Concat(Enumerable.Repeat("é😀\\;,", 25));
        string file = Calendar(Street.Text with { Title = title, Text = "one\r\ntwo\nthree", Gathering = Gathering });
        file.ShouldEndWith("\r\n");
        file.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        file.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        foreach (string line in file.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line).Length.ShouldBeGreaterThanOrEqualTo(0);
        }

        file.Split("\r\n").ShouldContain(line => line.StartsWith(' '), "the title is longer than a line");
        string summary = Unfolded(file).Single(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal));
        Plain(summary["SUMMARY:".Length..]).ShouldBe(title);
    }

    [Fact]
    public void The_event_stays_the_same_event_when_it_is_put_better_or_called_off()
    {
        Street street = Called();
        string[] before = Unfolded(GatheringCalendar.Of(street.P1, "town.example/log", "")!);
        street.Now = street.Now.AddHours(1);
        street.Describe(Street.Text with { Gathering = Gathering with { End = null } }).ShouldBeNull();
        string[] after = Unfolded(GatheringCalendar.Of(street.P1, "town.example/log", "")!);
        after.Single(line => line.StartsWith("UID:", StringComparison.Ordinal))
            .ShouldBe(before.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        before.ShouldContain("SEQUENCE:0");
        after.ShouldContain("SEQUENCE:1");
        after.ShouldContain("LAST-MODIFIED:20300102T040405Z");
        after.ShouldNotContain(line => line.StartsWith("DTEND", StringComparison.Ordinal));
        after.ShouldNotContain(line => line.StartsWith("URL", StringComparison.Ordinal));
        street.Stop("It names a private person.").ShouldBeNull();
        Unfolded(GatheringCalendar.Of(street.P1, "town.example/log", "")!).ShouldContain("STATUS:CANCELLED");
    }

    [Fact]
    public void There_is_no_file_where_there_is_no_gathering()
    {
        var street = new Street();
        street.Start().ShouldBeNull();
        GatheringCalendar.Of(street.P1, "town.example/log", "").ShouldBeNull();
    }

    private static Street Called(PetitionDescribed? text = null)
    {
        var street = new Street();
        street.Start(text: text ?? Street.Text with { Gathering = Gathering }).ShouldBeNull();
        return street;
    }

    private static string Calendar(PetitionDescribed? text = null) =>
        GatheringCalendar.Of(Called(text).P1, "town.example/log", "https://town.example/petitions/p1")!;

    /// <summary>The content lines, as §3.1 says to unfold them.</summary>
    private static string[] Unfolded(string file) =>
        file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string value) => value
        .Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);
}
