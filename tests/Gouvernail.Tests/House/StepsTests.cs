namespace Gouvernail.Tests.House;

public sealed class StepsTests
{
    [Fact]
    public void Every_file_imports_only_its_own_step_and_those_on_its_left() =>
        Steps.Faults(Repository.Sources("src")).ShouldBeEmpty();

    [Fact]
    public void Every_namespace_is_the_name_of_its_folder() =>
        Steps.NamespaceFaults(Repository.Sources("src", "tests")).ShouldBeEmpty();

    [Fact]
    public void There_are_sources_to_check() =>
        Repository.Sources("src").ShouldContain(file => file.Path == "src/Gouvernail/Consult/Conversation.cs");

    [Theory]
    [InlineData("using Gouvernail.Aggregate;")]
    [InlineData("using static Gouvernail.Aggregate.Count;")]
    [InlineData("using A = global::Gouvernail.Aggregate.Count;")]
    [InlineData("global using Gouvernail.Aggregate.OpinionMaps;")]
    [InlineData("class A { object b = Gouvernail . Contest . Petition.None; }")]
    [InlineData("class A { string b = $\"{Gouvernail.Steer.Feed.Name}\"; }")]
    [InlineData("using Gouvernail.Server.Verify;")]
    [InlineData("using Gouvernail.Audits;")]
    public void A_step_that_names_one_on_its_right_is_found(string code) =>
        Faults("src/Gouvernail/Consult/Example.cs", "// first line\n" + code)
            .ShouldHaveSingleItem().ShouldStartWith("src/Gouvernail/Consult/Example.cs, line 2: Consult may not name");

    [Theory]
    [InlineData("using Gouvernail.People;\nusing Gouvernail.Consult;\nusing Gouvernail.Choice;")]
    [InlineData("using Gouvernail.Journals;")]
    [InlineData("// using Gouvernail.Steer;\nclass A { string b = \"Gouvernail.Steer.Feed\"; }")]
    [InlineData("using Other.Gouvernail.Steer;")]
    [InlineData("using Gouvernail.Steering;")]
    public void A_step_that_names_those_on_its_left_passes(string code) =>
        Faults("src/Gouvernail/Consult/Example.cs", code).ShouldBeEmpty();

    [Fact]
    public void The_same_holds_in_the_server() =>
        Faults("src/Gouvernail.Server/People/Example.cs", "using Gouvernail.Server.Consult;\nusing Gouvernail.Steer;")
            .Count().ShouldBe(2);

    [Theory]
    [InlineData("People")]
    [InlineData("Contest")]
    [InlineData("Audits")]
    public void The_journals_name_no_step_and_audits_name_every_one(string step)
    {
        Faults("src/Gouvernail/Journals/Example.cs", $"using Gouvernail.{step};")
            .ShouldHaveSingleItem().ShouldEndWith($"Journals may not name {step}.");
        Faults("src/Gouvernail/Audits/Example.cs", $"using Gouvernail.Journals;\nusing Gouvernail.{step};")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Only_reactions_may_name_every_step_from_the_root()
    {
        Faults("src/Gouvernail/Reactions.cs", "using Gouvernail.Contest;").ShouldBeEmpty();
        Faults("src/Gouvernail/Language.cs", "using Gouvernail.Journals;").ShouldBeEmpty();
        Faults("src/Gouvernail/Language.cs", "using Gouvernail.People;").ShouldHaveSingleItem();
        Faults("src/Gouvernail/Consult/Reactions.cs", "using Gouvernail.Contest;").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_folder_that_is_no_step_is_found() =>
        Faults("src/Gouvernail/Reports/Example.cs", "").ShouldHaveSingleItem().ShouldContain("Reports is not a step");

    [Theory]
    [InlineData("namespace Gouvernail.Aggregate;", 1)]
    [InlineData("namespace Gouvernail.Consult.Polis { }", 1)]
    [InlineData("public sealed class Nowhere;", 1)]
    [InlineData("namespace Gouvernail.Consult;\npublic sealed class Here;", 0)]
    [InlineData("return 0;", 0)]
    public void A_namespace_that_is_not_its_folder_is_found(string code, int faults) =>
        Steps.NamespaceFaults([RepositoryFile.Of("src/Gouvernail/Consult/Example.cs", code)]).Count().ShouldBe(faults);

    private static IEnumerable<string> Faults(string path, string code) =>
        Steps.Faults([RepositoryFile.Of(path, code)]);
}
