using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

public sealed class TextReportTests
{
    [Fact]
    public void The_report_says_what_the_map_found_in_English()
    {
        string report = Report(Sample.Of(), Language.English);
        report.ShouldStartWith("What should AI do in our town?\n══════════════════════════════\n");
        report.ShouldContain("300 people cast 5,780 votes on 30 statements.");
        report.ShouldContain("The votes draw three groups of people who vote alike.");
        report.ShouldContain("Group A · 124 people (47%) · stable: 0.93 out of 1");
        report.ShouldContain("Group C · 45 people (17%) · not stable: 0.57 out of 1, read it with care");
        report.ShouldContain(" • 74% of group A agree (against 19% of the others): “Our data must stay on machines");
        Unwrapped(report).ShouldContain("In 50 resamples of the participants, 47 found three groups again.");
        report.ShouldContain("score 48 out of 100 · 90% interval 43 to 51");
        report.ShouldContain("   A ███▒▒▒▒▒▒▒▒▒▒▒▒▒▒··· 19% agree · 66% disagree · 15% pass");
        Unwrapped(report).ShouldContain("The tool that exported these votes had made 3 groups.");
        report.ShouldContain("with the method opinion-map/1.");
    }

    [Fact]
    public void The_report_says_the_same_in_French_typography()
    {
        string report = Report(Sample.Of(french: true), Language.French);
        report.ShouldStartWith("Que doit faire l’IA dans notre commune ?\n");
        report.ShouldContain("300 personnes ont exprimé 5\u202F780 votes sur 30 énoncés.");
        report.ShouldContain("Groupe\u00A0A · 124 personnes (47\u202F%) · stable\u00A0: 0,93 sur 1");
        Unwrapped(report).ShouldContain(
            "74\u202F% du groupe\u00A0A sont d’accord (contre 19\u202F% des autres)\u00A0: «\u00A0Nos");
        report.ShouldContain("Est-ce sûr\u202F?");
        report.ShouldNotContain("'");
    }

    [Fact]
    public void Lines_fit_in_88_columns_and_end_with_a_line_feed()
    {
        string report = Report(Sample.Of(groups: 5), Language.English);
        report.ShouldNotContain("\r");
        report.ShouldEndWith("\n");
        report.ShouldNotContain("\n\n\n");
        report.Split('\n').ShouldAllBe(line => line.Length <= 88);
    }

    [Fact]
    public void Wide_characters_are_wrapped_without_spaces()
    {
        Sample sample = Sample.Of();
        string text = new('車', 300);
        var wide = sample.Conversation with
        {
            Statements = [.. sample.Conversation.Statements.Select(s => s with { Text = text })],
        };
        Report(sample with { Conversation = wide }, Language.English).Split('\n')
            .ShouldAllBe(line => line.Length + line.Count(c => c == '車') <= 88);
    }

    [Fact]
    public void What_people_wrote_cannot_drive_the_terminal()
    {
        Sample sample = Sample.Of();
        var hostile = sample.Conversation with
        {
            Topic = "Title\u001B]0;owned\u0007\r\nsecond line\u0085\u2028",
            Statements =
            [
                .. sample.Conversation.Statements.Select(s => s with
                {
                    Text = "\u001B[2J \u202Ehidden\u2066 two\nlines\twith\u200B spaces a" + new string('\u0301', 400),
                }),
            ],
        };
        string report = Report(sample with { Conversation = hostile }, Language.English);
        report.ShouldStartWith("Title]0;owned second line\n");
        report.ShouldContain("“[2J hidden two lines with spaces a\u0301\u0301\u0301\u0301\u0301”");
        report.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
    }

    [Fact]
    public void A_rejected_statement_is_never_shown()
    {
        Sample sample = Sample.Of();
        OpinionMap map = sample.Map with { Divisive = [new Divisive(4, 0.99), .. sample.Map.Divisive] };
        string report = Report(sample with { Map = map }, Language.English);
        report.ShouldNotContain("UNSPEAKABLE");
        Unwrapped(report).ShouldContain("The facilitators rejected one statement: it is not shown here.");
    }

    [Fact]
    public void Without_resamples_the_report_says_that_it_does_not_know()
    {
        string report = Report(Sample.Of(resampled: false), Language.English);
        Unwrapped(report).ShouldContain("no resample was asked for");
        report.ShouldNotContain("interval");
        report.ShouldNotContain("stable:");
    }

    [Fact]
    public void One_group_means_that_nothing_separates_people()
    {
        string report = Report(Sample.Of(groups: 1), Language.English);
        Unwrapped(report).ShouldContain("nothing separates people into camps");
        Unwrapped(report).ShouldContain("47 found one group again.");
        report.ShouldNotContain("What divides");
    }

    [Theory]
    [InlineData("nothing", "Personne n’a encore voté")]
    [InlineData("nobody", "Personne n’a encore voté")]
    [InlineData("one person", "1 personne a exprimé 1 vote sur 2 énoncés.")]
    [InlineData("one statement", "Il n’y a qu’un seul groupe")]
    [InlineData("same place", "Aucun énoncé n’a encore de score.")]
    public void Too_little_to_say_is_said_in_a_sentence(string name, string sentence)
    {
        Report(Degenerate.Of(name), Language.French).ShouldContain(sentence);
        Report(Degenerate.Of(name), Language.English).Length.ShouldBeGreaterThan(80);
    }

    private static string Unwrapped(string report) => report.Replace("\n   ", " ").Replace('\n', ' ');

    private static string Report(Sample sample, Language language)
    {
        using var writer = new StringWriter();
        TextReport.Write(writer, sample.Conversation, sample.Map, language);
        return writer.ToString();
    }
}
