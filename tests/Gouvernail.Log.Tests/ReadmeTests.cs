using System.Globalization;
using System.Text;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests;

/// <summary>The example of the package's README, as it stands there, compiled and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_prints_what_the_readme_says() =>
        Example().ShouldBe(Block(Repository("src/Gouvernail.Log/README.md"), "text"));

    [Fact]
    public void The_example_run_here_is_the_one_printed_there()
    {
        string readme = Block(Repository("src/Gouvernail.Log/README.md"), "csharp");
        string here = Repository("tests/Gouvernail.Log.Tests/ReadmeTests.cs");
        int from = here.LastIndexOf("// <example>", StringComparison.Ordinal) + 12;
        int to = here.LastIndexOf("// </example>", StringComparison.Ordinal);
        string body = here[from..to];

        Code(body.Replace("console.", "Console.", StringComparison.Ordinal)).ShouldBe(Code(readme));
    }

    private static string Example()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        // <example>
        // The log: entries are bytes, the key bears the log's name.
        using SignerKey key = SignerKey.Generate("example.org/minutes", SignatureKind.Ed25519);
        var tree = new MemoryTree();
        foreach (string line in (string[])["The meeting opens.", "The budget is adopted.", "The meeting closes."])
        {
            tree.Append(Hash.Leaf(Encoding.UTF8.GetBytes(line)));
        }

        // The head of the log, signed; and a receipt for entry 1, to be kept in a file.
        Hash root = Subtrees.Root(tree, tree.Size)!.Value;
        SignedNote head = new Checkpoint("example.org/minutes", tree.Size, root).Sign(key);
        byte[] file = new Receipt(1, InclusionProof.Make(tree, 1, tree.Size)!, head).ToBytes();

        // Anybody, later, without the log: the file, the entry and the log's public key suffice.
        TrustPolicy policy = TrustPolicy.Of(key.Verifier);
        if (!Receipt.TryParse(file, out Receipt? receipt, out Problem? problem))
        {
            throw new InvalidDataException(problem.Message);
        }

        bool holds = receipt.TryVerify("The budget is adopted."u8, policy, out AcceptedCheckpoint? seen, out problem);
        console.WriteLine($"{holds}: entry {receipt.Index} of {seen!.Checkpoint.Size}");
        holds = receipt.TryVerify("The budget is refused."u8, policy, out seen, out problem);
        console.WriteLine($"{holds}: {problem!.Message}");
        // </example>
        return console.ToString();
    }

    private static string Code(string text) => string.Join('\n', text.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0)
        .Where(line => !line.StartsWith("using ", StringComparison.Ordinal) || line.Contains('=')));

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
