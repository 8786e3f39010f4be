using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Statements;

namespace Gouvernail.Tests.Consult.Statements;

public sealed class StatementTextTests
{
    [Theory]
    [InlineData("  Plant\r\n\tlime trees. ", "Plant lime trees.")]
    [InlineData("Plant \u202Eseert emil\u202C.", "Plant seert emil.")]
    [InlineData("Pl\u200Bant\uFEFF li\u2060me\u00AD.", "Plant lime.")]
    [InlineData("Tag\U000E0041\U000E007F ok", "Tag ok")]
    [InlineData("Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306algo", "Z\u0300\u0301\u0302\u0303algo")]
    [InlineData("\u0000a\u0007b\u009Fc", "abc")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩\u200D🌾 yes", "👩\u200D🌾 yes")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void What_is_kept_is_what_everybody_reads(string typed, string kept)
    {
        StatementText.Clean(typed, 280, out string text).ShouldBeNull();
        text.ShouldBe(kept);
        StatementText.Tidy(text).ShouldBe(text);
    }

    [Fact]
    public void Half_a_sign_becomes_nothing_and_nothing_is_no_sentence()
    {
        StatementText.Tidy("a\uD800b").ShouldBe("ab");
        foreach (string typed in (string[])["", " \n", "\u200B", "...", "👍", "\u3164"])
        {
            StatementText.Clean(typed, 280, out _).ShouldNotBeNull(typed);
        }
    }

    [Fact]
    public void Length_is_counted_in_characters_that_people_see()
    {
        StatementText.Clean(new string('é', 280), 280, out _).ShouldBeNull();
        StatementText.Clean(string.Concat(Enumerable.Repeat("𝒜", 280)), 280, out _).ShouldBeNull();
        StatementText.Clean(new string('é', 281), 280, out _)!.English.ShouldContain("281");
    }

    [Fact]
    public void Sentences_that_say_nearly_the_same_are_found_nearest_first()
    {
        ListedStatement[] statements =
        [
            new("1", 0, "Every public AI must be usable by people with disabilities."),
            new("2", 1, "The city should plant more trees on the market square."),
            new("3", 2, "More trees should be planted on the square."),
        ];
        NearDuplicates.Of("the city should plant trees on the market square!", statements)
            .Select(near => near.Statement.Id).ShouldBe(["2", "3"]);
        NearDuplicates.Of("Buses should run at night.", statements).ShouldBeEmpty();
        NearDuplicates.Similarity("", "").ShouldBe(0);
        NearDuplicates.Similarity("Trees!", "trees").ShouldBe(1);
    }
}
