using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class HeaderTests
{
    private const string Header = "participant,statement,vote\n";

    [Theory]
    [InlineData("Participant,Statement,Vote", 1, "participant")]
    [InlineData("participant, statement , vote", 2, "statement")]
    [InlineData("voter-id,comment-id,VOTE", 3, "vote")]
    public void A_column_named_otherwise_is_told_with_the_name_that_is_expected(string header, int column, string name)
    {
        Reading reading = Desk.Read(header + "\na,s,1\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 1, column));
        reading.Problem!.Expected.English.ShouldBe($"the name {name}, in lower case and without spaces around it");
    }

    [Theory]
    [InlineData(';', "columns separated by semicolons, participant;statement;vote")]
    [InlineData('\t', "columns separated by tabs, participant\\tstatement\\tvote")]
    public void Fields_that_commas_do_not_separate_are_told(char separator, string found)
    {
        Reading reading = Desk.Read(Header.Replace(',', separator) + "a,s,1\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Found.English.ShouldBe(found);
        reading.Problem.Expected.English.ShouldStartWith("fields separated by commas");
    }

    [Theory]
    [InlineData("\"participant\";\"statement\";\"vote\"\n")]
    [InlineData("\"participant\"\t\"statement\"\t\"vote\"\n")]
    public void Quoted_fields_that_commas_do_not_separate_are_told(string header)
    {
        Reading reading = Desk.Read(header);
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 1));
        reading.Problem!.Expected.English.ShouldStartWith("fields separated by commas");
    }

    [Fact]
    public void Files_are_named_in_the_order_of_their_names_and_not_of_the_disk()
    {
        using var desk = new Desk();
        foreach (string name in (string[])["m", "b", "Z", "a", "k", "c"])
        {
            desk.With($"{name}-votes.csv", Header);
        }

        string[] files = [.. "Zabck".Select(name => desk[$"{name}-votes.csv"])];
        Desk.ReadAt(desk.Folder).Problem!.Found.English
            .ShouldBe("several files for votes.csv: " + string.Join(", ", files));
    }
}
