using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Tests.Mandate.Texts;

public sealed class MandateMarkdownTests
{
    [Fact]
    public void It_tells_each_clause_with_the_votes_behind_it_group_by_group()
    {
        string page = Write(new MandateReport(Papers.Translation)
        {
            TextOf = (consultation, statement) => (consultation, statement) == ("c1", "7") ? "Letters are hard." : null,
        });
        page.ShouldStartWith("# Translation\n\n*Mandate m1, version 2*\n\nFor what?\n\nFor reading.\n");
        page.ShouldContain("> Translate letters.\n\n- Allowed: translation\n- Forbidden: hiring\n");
        page.ShouldContain("- Statement 7 of consultation c1: “Letters are hard.”\n"
            + "  - Everybody: 63 of 80 agree (79%), 9 disagree\n"
            + "  - Group A: 41 of 52 agree (79%), 6 disagree\n"
            + "  - Group B: nobody voted on it\n"
            + "  - To check: the result at entry 41 of the log, whose output has the SHA-256 "
            + $"`{new string('a', 64)}`\n");
        page.ShouldContain("Measure “clarity”: weight 0.75. Share of readers who say so.");
        page.ShouldContain("Measure “languages”: from 20% to 50%.");
        page.ShouldContain("Signed by: 2 at least, of the role auditor");
        page.ShouldContain("Figure /kept: at most 0");
        page.ShouldContain("A permit lasts at most: 30 days");
        page.ShouldContain("## What was left out, and why\n\n"
            + "- Statement 12 of consultation c1\n  - Not for a machine.\n");
        page.ShouldContain(Papers.Translation.Digest);
        page.ShouldContain("gouvernail mandate show DIR m1 --version 2 --json | sha256sum");
    }

    [Fact]
    public void It_is_said_in_French_around_the_words_of_the_mandate()
    {
        string page = MandateMarkdown.Write(new MandateReport(Papers.Translation), Language.French);
        page.ShouldContain("> Translate letters.\n\n- Permis\u00a0: translation\n- Interdit\u00a0: hiring\n");
        page.ShouldContain("Groupe A\u00a0: 41 sur 52 sont d’accord (79\u00a0%), 6 pas d’accord");
        page.ShouldContain("poids 0,75");
        page.ShouldContain("Un permis dure au plus\u00a0: 30 jours");
    }

    [Fact]
    public void It_tells_how_it_was_adopted()
    {
        using var hall = new Hall();
        hall.Adopted(hall.Json());
        MandateHistory mandate = hall.Book.Find("m1")!;
        string page = Write(MandateReport.Of(hall.Book, mandate, mandate.Last, hall.Clock.GetUtcNow()));
        page.ShouldContain("*Mandate m1, version 1: in force*");
        page.ShouldContain("2 of these 3 sign it with keys of their own: Trustee 0, Trustee 1, Trustee 2.");
        page.ShouldContain("- Signed by Trustee 0, with the key ");
        page.ShouldContain($"(entry {mandate.Last.AdoptedAt})");
        hall.Act(_ => RevokeMandate.Decide(
            hall.Community.Roles, hall.Community.Mandates.Book, new RevokeMandate("m1", "It *failed*.", null)))
            .ShouldBeNull();
        mandate = hall.Book.Find("m1")!;
        page = Write(MandateReport.Of(hall.Book, mandate, mandate.Last, hall.Clock.GetUtcNow()));
        page.ShouldContain(": revoked*");
        page.ShouldContain("It \\*failed\\*.");
    }

    [Theory]
    [InlineData("# Not a title", "\\# Not a title")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("1) not a list", "1\\) not a list")]
    [InlineData("2.5 %", "2\\.5 %")]
    [InlineData("At 2.5 %", "At 2.5 %")]
    [InlineData("a\n\n## b\r\n> c", "a \\#\\# b \\> c")]
    [InlineData("<script>&amp;[a](http://b)", "\\<script\\>\\&amp;\\[a\\](http\\://b)")]
    [InlineData("see www.b.example, a@b.example", "see www\\.b.example, a\\@b.example")]
    [InlineData("`x` \\` *y* _z_ | ~~u~~", "\\`x\\` \\\\\\` \\*y\\* \\_z\\_ \\| \\~\\~u\\~\\~")]
    [InlineData("a\u202eb\u0007\u2028c", "ab c")]
    [InlineData("===", "\\===")]
    public void What_people_wrote_stays_a_text(string text, string markdown)
    {
        MandateDocument document = Papers.Translation.With(
            Papers.Translation.Clause<PurposeClause>("1") with { Text = text });
        Write(new MandateReport(document with { Title = text })).ShouldContain($"> {markdown}\n");
        Write(new MandateReport(document with { Title = text })).ShouldStartWith($"# {markdown}\n");
    }

    [Fact]
    public void A_hash_that_is_none_is_not_shown()
    {
        MandateDocument document = Papers.Translation with { Replaces = "`<b>`" };
        Write(new MandateReport(document)).ShouldNotContain("<b>");
    }

    private static string Write(MandateReport report) => MandateMarkdown.Write(report, Language.English);
}
