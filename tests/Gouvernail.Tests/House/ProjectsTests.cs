using System.Reflection;
using System.Text.Json;
using Gouvernail.Choice;

namespace Gouvernail.Tests.House;

public sealed class ProjectsTests
{
    [Fact]
    public void Every_project_references_only_what_the_house_allows()
    {
        RepositoryFile[] projects =
            [.. Repository.Files("src").Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))];
        projects.Length.ShouldBeGreaterThanOrEqualTo(3);
        Projects.Faults(projects).ShouldBeEmpty();
    }

    [Fact]
    public void The_compiled_projects_reference_only_what_the_house_allows()
    {
        Assembly choice = typeof(VoteTable).Assembly;
        Assembly gouvernail = typeof(Language).Assembly;
        Projects.Faults("Gouvernail.Choice", choice.GetReferencedAssemblies()).ShouldBeEmpty();
        Projects.Faults("Gouvernail", gouvernail.GetReferencedAssemblies()).ShouldBeEmpty();
    }

    [Fact]
    public void The_mathematics_resolves_no_package_but_the_analyzer()
    {
        using JsonDocument locked = JsonDocument.Parse(Repository.Read("src/Gouvernail.Choice/packages.lock.json"));
        locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Select(package => package.Name)
            .ShouldBe(["Microsoft.CodeAnalysis.BannedApiAnalyzers"]);
    }

    [Theory]
    [InlineData("src/Gouvernail.Choice/Gouvernail.Choice.csproj", "ProjectReference",
        "../Gouvernail/Gouvernail.csproj")]
    [InlineData("src/Gouvernail.Choice/Gouvernail.Choice.csproj", "PackageReference", "MathNet.Numerics")]
    [InlineData("src/Gouvernail.Log/Gouvernail.Log.csproj", "FrameworkReference", "Microsoft.AspNetCore.App")]
    [InlineData("src/Gouvernail/Gouvernail.csproj", "ProjectReference", "..\\Gouvernail.Cli\\Gouvernail.Cli.csproj")]
    [InlineData("src/Gouvernail.Cli/Gouvernail.Cli.csproj", "ProjectReference",
        "../Gouvernail.Choice/Gouvernail.Choice.csproj")]
    [InlineData("src/Gouvernail.Common/Gouvernail.Common.csproj", "None", "README.md")]
    public void A_reference_against_the_house_is_found(string path, string kind, string reference) =>
        Projects.Faults([RepositoryFile.Of(path, Project(kind, reference))]).ShouldHaveSingleItem();

    [Fact]
    public void The_references_of_the_house_pass() =>
        Projects.Faults([
            RepositoryFile.Of("src/Gouvernail/Gouvernail.csproj",
                Project("ProjectReference", "../Gouvernail.Choice/Gouvernail.Choice.csproj")),
            RepositoryFile.Of("src/Gouvernail.Cli/Gouvernail.Cli.csproj",
                Project("PackageReference", "System.CommandLine")),
        ]).ShouldBeEmpty();

    [Fact]
    public void A_compiled_reference_against_the_house_is_found() =>
        Projects.Faults("Gouvernail.Choice", [new("System.Runtime"), new("Gouvernail"), new("Newtonsoft.Json")])
            .Count().ShouldBe(2);

    private static string Project(string kind, string include) =>
        $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><{kind} Include="{include}" /></ItemGroup></Project>""";
}
