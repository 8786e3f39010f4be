namespace Gouvernail.Tests.House;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("a // Gouvernail.Steer\nb", "a b")]
    [InlineData("a /* Steer\nSteer */ b", "a b")]
    [InlineData("a \"Steer \\\" Steer\" b", "a b")]
    [InlineData("a @\"Steer \"\" \\\" b", "a b")]
    [InlineData("a $\"Steer {{Steer}} {x + \"Steer\"} Steer\" b", "a x + b")]
    [InlineData("a $@\"Steer {x}\" b", "a x b")]
    [InlineData("a \"\"\"Steer \" // \"\" Steer\"\"\" b", "a b")]
    [InlineData("a $$\"\"\"Steer {Steer} {{new T { X = y }}} Steer\"\"\" b", "a new T { X = y } b")]
    [InlineData("a '\"' b '\\'' c", "a b c")]
    [InlineData("a // \"\nb /* ' */ c", "a b c")]
    [InlineData("if (a) { b } } c", "if (a) { b } } c")]
    public void Comments_and_literals_are_blanked_and_code_stays(string text, string code) =>
        string.Join(' ', CSharpText.CodeOf(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ShouldBe(code);

    [Fact]
    public void Lines_are_kept() =>
        CSharpText.CodeOf("a /*\n*/ \"\"\"\n\n\"\"\" b // c\nd").Count(sign => sign == '\n').ShouldBe(4);
}
