namespace Gouvernail.Tests.House;

public sealed class SizesTests
{
    private const int MostLines = 400;
    private const int MostColumns = 120;

    [Fact]
    public void A_source_file_has_at_most_400_lines_of_120_signs() =>
        Repository.Sources("src", "tests", "bench").SelectMany(Faults).ShouldBeEmpty();

    [Fact]
    public void A_long_file_and_a_long_line_are_found()
    {
        Faults(RepositoryFile.Of("a.cs", new string('\n', MostLines))).ShouldBeEmpty();
        Faults(RepositoryFile.Of("a.cs", new string('\n', MostLines) + "a")).ShouldHaveSingleItem();
        Faults(RepositoryFile.Of("a.cs", new string('é', MostColumns) + "\r\n")).ShouldBeEmpty();
        Faults(RepositoryFile.Of("a.cs", "\n" + new string('a', MostColumns + 1)))
            .ShouldHaveSingleItem().ShouldStartWith("a.cs, line 2");
    }

    private static IEnumerable<string> Faults(RepositoryFile file)
    {
        string[] lines = file.Lines;
        int count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        if (count > MostLines)
        {
            yield return $"{file.Path} has {count} lines: split it by concept.";
        }

        for (int i = 0; i < lines.Length; i++)
        {
            int signs = lines[i].TrimEnd('\r').EnumerateRunes().Count();
            if (signs > MostColumns)
            {
                yield return $"{file.Path}, line {i + 1} has {signs} signs.";
            }
        }
    }
}
