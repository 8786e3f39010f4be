namespace Gouvernail.Cli.Tests;

/// <summary>A folder of one's own, with a simulated conversation in it; gone after the test.</summary>
public sealed class Desk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gouvernail-").FullName;

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(_folder, name);

    /// <summary>Simulates a conversation into a folder of this name, once.</summary>
    public string Conversation(string name = "conversation", int participants = 120)
    {
        if (Directory.Exists(At(name)))
        {
            return At(name);
        }

        Outcome outcome = Running.Cli(
            "simulate", "conversation", "--participants", $"{participants}", "--statements", "30", "--density", "0.6",
            "--groups", "2", "--out", At(name));
        outcome.Error.ShouldBe("");
        return At(name);
    }

    /// <summary>Writes a file.</summary>
    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(At(name), content);
        return At(name);
    }

    /// <summary>Everything in the folder, hidden files included.</summary>
    public string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(e => Path.GetFileName(e)!).Order()];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
