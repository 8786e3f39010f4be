namespace Gouvernail.Server.Tests;

public sealed class PhrasesTests
{
    [Fact]
    public void A_text_that_is_not_there_throws() =>
        Should.Throw<KeyNotFoundException>(() => Phrases.Of(typeof(Home), Language.English)["nothing"]);

    [Theory]
    [InlineData(Language.English, 0, "0 votes")]
    [InlineData(Language.English, 1, "1 vote")]
    [InlineData(Language.English, 1921, "1,921 votes")]
    [InlineData(Language.French, 0, "0 vote")]
    [InlineData(Language.French, 1, "1 vote")]
    [InlineData(Language.French, 1921, "1\u202f921 votes")]
    public void Numbers_and_plurals_follow_the_language(Language language, long votes, string expected) =>
        Phrases.Of(typeof(Home), language).Count("votes", votes).ShouldBe(expected);
}
