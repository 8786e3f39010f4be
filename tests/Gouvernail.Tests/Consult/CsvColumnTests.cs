using System.Text;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class CsvColumnTests
{
    [Theory]
    [InlineData("author,Text\na,One\nb,\"Two, and\n more\"\n", "Text", "2:One|3:Two, and\n more")]
    [InlineData("One\nTwo\n", null, "1:One|2:Two")]
    [InlineData("sentence,author\nOne,a\n", "sentence", "2:One")]
    [InlineData("a@b,x\nc@d,y\n", null, "1:a@b|2:c@d")]
    [InlineData("text\n\nOne\n", "text", "2:|3:One")]
    [InlineData("One; and two\n", null, "1:One; and two")]
    public void The_column_is_the_named_one_or_the_first(string csv, string? column, string expected)
    {
        CsvTexts read = Read(csv);
        read.Problem.ShouldBeNull();
        read.Column.ShouldBe(column);
        string.Join('|', read.Texts.Select(t => $"{t.Line}:{t.Text}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("text;author\nOne;a\n", "semicolons")]
    [InlineData("text,author\nOne\n", "line 2")]
    [InlineData("text\n\"One\n", "line 2")]
    [InlineData("", "empty")]
    public void What_is_wrong_is_told_and_nothing_is_read(string csv, string says)
    {
        CsvTexts read = Read(csv);
        read.Texts.ShouldBeEmpty();
        read.Problem!.ToString().ShouldContain(says);
        read.Problem.File.ShouldBe("list.csv");
    }

    private static CsvTexts Read(string csv) => CsvColumn.Read(
        "list.csv",
        new MemoryStream(Encoding.UTF8.GetBytes(csv)),
        ["text"],
        field => field.Contains('@', StringComparison.Ordinal),
        TestContext.Current.CancellationToken);
}
