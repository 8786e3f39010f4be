using System.Globalization;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Choice.Tests;

/// <summary>The example of the package's README, as it stands there, compiled and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_prints_what_the_readme_says()
    {
        string readme = Repository("src/Gouvernail.Choice/README.md");

        Example().ShouldBe(Block(readme, "text"));
    }

    [Fact]
    public void The_example_run_here_is_the_one_printed_there()
    {
        string readme = Block(Repository("src/Gouvernail.Choice/README.md"), "csharp");
        string here = Repository("tests/Gouvernail.Choice.Tests/ReadmeTests.cs");
        int from = here.LastIndexOf("// <example>", StringComparison.Ordinal) + 12;
        int to = here.LastIndexOf("// </example>", StringComparison.Ordinal);
        string body = here[from..to];

        Code(body.Replace("console.", "Console.", StringComparison.Ordinal)).ShouldBe(Code(readme));
    }

    private static string Example()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        using var console = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        // <example>
        // Who voted what: 1 agree, -1 disagree, 0 pass. A person's last vote on a statement counts.
        var votes = new List<(string Participant, string Statement, int Vote)>();
        for (int person = 0; person < 40; person++)
        {
            bool forIt = person % 2 == 0;
            votes.Add(($"person {person}", "an AI may sort the applications", forIt ? 1 : -1));
            votes.Add(($"person {person}", "the counter may close", forIt ? 1 : -1));
            votes.Add(($"person {person}", "a human decides in the end", 1));
        }

        OpinionMap map = OpinionMapMethod.Compute(VoteTable.FromVotes(votes), new MapOptions { Resamples = 50 });

        string sizes = string.Join(" and ", map.Groups.Select(g => g.Members.Count));
        console.WriteLine($"{map.Groups.Count} groups of {sizes}");
        CommonGround best = map.CommonGround[0];
        console.WriteLine($"common ground: {map.Statements[best.Statement].Id}");
        console.WriteLine($"most divisive: {map.Statements[map.Divisive[0].Statement].Id}");
        console.WriteLine($"found again in {map.Stability!.SameNumber:P0} of resamples");
        // </example>
        return console.ToString();
    }

    private static string Code(string text) => string.Join('\n', text.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)));

    private static string Block(string readme, string language)
    {
        int from = readme.IndexOf("```" + language + "\n", StringComparison.Ordinal) + language.Length + 4;
        return readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private static string Repository(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gouvernail.slnx")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, path));
    }
}
