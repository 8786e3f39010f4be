using System.Text.RegularExpressions;

namespace Gouvernail.Tests.House;

public sealed partial class CommittedTextTests
{
    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Repository.Files("").SelectMany(MachinePaths).ShouldBeEmpty();

    [Theory]
    [InlineData("open '", "home", "/me/votes.csv'")]
    [InlineData("cd ", "root", "/project")]
    [InlineData("file://", "tmp", "/votes.csv")]
    [InlineData("C:", "Users", "/me")]
    public void A_machine_path_is_found(string before, string folder, string after) =>
        MachinePaths(RepositoryFile.Of("a.md", $"one\n{before}/{folder}{after}"))
            .ShouldHaveSingleItem().ShouldStartWith("a.md, line 2");

    [Theory]
    [InlineData("https://example.org/", "home", "/page")]
    [InlineData("bench/", "tmp", "/votes")]
    [InlineData("/a", "home", "/")]
    public void A_path_inside_something_else_passes(string before, string folder, string after) =>
        MachinePaths(RepositoryFile.Of("a.md", $"{before.TrimEnd('/')}/{folder}{after}")).ShouldBeEmpty();

    [Fact]
    public void Lock_files_name_no_registry()
    {
        RepositoryFile[] locks = [.. Repository.Files("").Where(file => file.Name.EndsWith("lock.json"))];
        locks.ShouldNotBeEmpty();
        locks.Where(file => file.Text.Contains("://", StringComparison.Ordinal))
            .Select(file => file.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Repository.Files("src", "tests", "bench")
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !Repository.Has(file.Folder + "/packages.lock.json"))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    private static IEnumerable<string> MachinePaths(RepositoryFile file) => file.Lines
        .Select((line, i) => (Path: MachinePath().Match(line), Line: i + 1))
        .Where(found => found.Path.Success)
        .Select(found => $"{file.Path}, line {found.Line}: {found.Path.Value.Trim()}");

    [GeneratedRegex(@"(?<![\w.\])}-])(file:/|[A-Z]:)?/(home|root|tmp|work|Users)/")]
    private static partial Regex MachinePath();
}
