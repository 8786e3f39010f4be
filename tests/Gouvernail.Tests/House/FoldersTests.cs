namespace Gouvernail.Tests.House;

public sealed class FoldersTests
{
    private static readonly string[] _namesOfNothing =
        ["Common", "Utils", "Util", "Utilities", "Helpers", "Helper", "Managers", "Services", "Misc", "Shared"];

    [Fact]
    public void Folders_are_named_after_a_concept() => NamedAfterNothing(Repository.Folders("src")).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Gouvernail/Consult/Helpers", 1)]
    [InlineData("src/Gouvernail.Common", 1)]
    [InlineData("src/Gouvernail/shared", 1)]
    [InlineData("src/Gouvernail/Consult/Polis", 0)]
    public void A_folder_named_after_nothing_is_found(string folder, int faults) =>
        NamedAfterNothing([folder]).Count().ShouldBe(faults);

    [Fact]
    public void Only_folders_that_hold_something_exist() =>
        Repository.Folders().Where(IsEmpty).ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution_and_holds_code()
    {
        string solution = Repository.Read("Gouvernail.slnx");
        foreach (RepositoryFile project in Repository.Files("src", "tests", "bench")
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            solution.ShouldContain($"\"{project.Path}\"");
            Repository.Sources(project.Folder).ShouldNotBeEmpty($"{project.Path} holds no code.");
        }
    }

    private static IEnumerable<string> NamedAfterNothing(IEnumerable<string> folders) => folders.Where(folder =>
        folder.Split('/', '.').Any(part => _namesOfNothing.Contains(part, StringComparer.OrdinalIgnoreCase)));

    private static bool IsEmpty(string folder)
    {
        string path = Path.Combine(Repository.Root, folder);
        string[] files = Directory.GetFiles(path);
        return !Directory.EnumerateDirectories(path).Any() && Array.TrueForAll(files, IsPlaceholder);
    }

    private static bool IsPlaceholder(string file) => Path.GetFileName(file) is ".gitkeep" or ".keep" or ".gitignore";
}
