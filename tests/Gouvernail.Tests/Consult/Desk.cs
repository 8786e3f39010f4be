using System.IO.Compression;
using System.Text;
using Gouvernail.Choice;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

/// <summary>A temporary folder with the files of one test.</summary>
internal sealed class Desk : IDisposable
{
    public Desk() => Folder = Directory.CreateTempSubdirectory("gouvernail-").FullName;

    public string Folder { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public Desk With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public Desk With(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this;
    }

    /// <summary>Packs a folder's files under names with a prefix.</summary>
    public string Zip(string folder, string prefix = "")
    {
        string path = this["packed.zip"];
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            archive.CreateEntryFromFile(file, prefix + Path.GetFileName(file));
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Reads the text as one file of votes.</summary>
    public static Reading Read(string text, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static Reading Read(byte[] bytes, ReadOptions? options = null)
    {
        using var desk = new Desk();
        return ReadAt(desk.With("votes.csv", bytes)["votes.csv"], options);
    }

    public static Reading ReadAt(string path, ReadOptions? options = null) =>
        ConversationReader.Read(path, options, TestContext.Current.CancellationToken);

    public static InputProblem? Export(string folder, Conversation conversation) =>
        PolisExport.Write(folder, conversation, null, TestContext.Current.CancellationToken);

    /// <summary>The problem's place, its file named without the folder; it is told in both languages.</summary>
    public static (string File, long Line, int Column) Place(Reading reading)
    {
        InputProblem problem = reading.Problem.ShouldNotBeNull();
        reading.Conversation.ShouldBeNull();
        InputProblemTests.ShouldBeToldInBothLanguages(problem);
        return (Path.GetFileName(problem.File), problem.Line, problem.Column);
    }

    /// <summary>Votes as text, in the order of rows and columns: "a:s1+ s2- s3.".</summary>
    public static string Show(VoteTable votes) => string.Join('\n', Enumerable.Range(0, votes.Participants.Count)
        .Select(row => votes.Participants[row] + ":" + string.Join(' ', votes.Row(row).ToArray()
            .Select(cell => votes.Statements[VoteTable.StatementOf(cell)].Id + "-.+"[VoteTable.VoteOf(cell) + 1]))));
}
