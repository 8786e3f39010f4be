using System.Text.RegularExpressions;

namespace Gouvernail.Tests.House;

public sealed partial class DocumentsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("LISEZMOI.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("docs/README.md")]
    [InlineData("docs/glossary.md")]
    [InlineData("docs/exit-codes.md")]
    [InlineData("docs/faults.md")]
    [InlineData("docs/formats/opinion-map.md")]
    [InlineData("docs/methods/opinion-map.md")]
    public void A_document_that_people_look_for_is_there(string path) => Repository.Has(path).ShouldBeTrue();

    [Fact]
    public void The_glossary_says_everything_in_both_languages()
    {
        string glossary = Repository.Read("docs/glossary.md");
        Rows(glossary).Count().ShouldBeGreaterThan(40);
        GlossaryFaults(glossary).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("| vote | vote | a side taken |  |", 1)]
    [InlineData("| vote | vote | a side taken |", 1)]
    [InlineData("| vote | vote | A side taken. | Un avis. |\n| vote | voix | A side. | Un avis. |", 1)]
    [InlineData("| vote | vote | A side taken. | Un avis. |", 0)]
    public void A_glossary_row_that_lacks_something_is_found(string rows, int faults) =>
        GlossaryFaults("| English | Français | Meaning | Sens |\n|---|---|---|---|\n" + rows).Count().ShouldBe(faults);

    [Fact]
    public void The_two_readmes_give_the_same_commands()
    {
        string[] english = [.. Commands(Repository.Read("README.md"))];
        english.ShouldNotBeEmpty();
        Commands(Repository.Read("LISEZMOI.md")).ShouldBe(english);
    }

    [Fact]
    public void Commands_are_the_dollar_lines_of_console_blocks() =>
        Commands("$ no\n```console\n$ a --lang fr -o b\noutput\n$ c\n```\n```\n$ no\n```\n").ShouldBe(["a -o b", "c"]);

    [Fact]
    public void Every_link_inside_the_repository_leads_somewhere() =>
        Repository.Files("").Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(DeadLinks).ShouldBeEmpty();

    [Fact]
    public void A_link_that_leads_nowhere_is_found() =>
        DeadLinks(RepositoryFile.Of("docs/a.md", "[a](../README.md) [b](nowhere.md#x) [c](#d) [e](https://f.org)"))
            .ShouldBe(["docs/a.md: nowhere.md#x"]);

    [Fact]
    public void Every_document_is_in_the_index()
    {
        string index = Repository.Read("docs/README.md");
        Repository.Files("docs").Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => file.Path["docs/".Length..])
            .Where(path => path != "README.md" && !index.Contains($"({path})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string[]> Rows(string glossary)
    {
        bool inTable = false;
        foreach (string line in glossary.Split('\n'))
        {
            bool isRow = line.StartsWith('|');
            if (isRow && inTable && !line.StartsWith("|--", StringComparison.Ordinal))
            {
                yield return [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            }

            // The first row of a table is its heading.
            inTable = isRow;
        }
    }

    private static IEnumerable<string> GlossaryFaults(string glossary)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] row in Rows(glossary))
        {
            if (row.Length != 4 || row.Any(string.IsNullOrEmpty))
            {
                yield return $"\"{row[0]}\" needs a word and a meaning in both languages.";
            }
            else if (!seen.Add(row[0]))
            {
                yield return $"\"{row[0]}\" stands twice.";
            }
        }
    }

    private static IEnumerable<string> Commands(string document)
    {
        bool inConsole = false;
        foreach (string line in document.Split('\n'))
        {
            inConsole = line.StartsWith("```", StringComparison.Ordinal)
                ? line.StartsWith("```console", StringComparison.Ordinal)
                : inConsole;
            if (inConsole && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                // Each reader gets the report in the language being read.
                yield return LanguageOption().Replace(line[2..].TrimEnd(), "");
            }
        }
    }

    private static IEnumerable<string> DeadLinks(RepositoryFile document) => Link().Matches(document.Text)
        .Select(match => match.Groups["to"].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith('#'))
        .Where(to => !Path.Exists(Path.Combine(Repository.Root, document.Folder, to.Split('#')[0])))
        .Select(to => $"{document.Path}: {to}");

    [GeneratedRegex(@" --lang (en|fr)\b|(?<=samples/[a-z-]+)\.(en|fr)\b")]
    private static partial Regex LanguageOption();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();
}
