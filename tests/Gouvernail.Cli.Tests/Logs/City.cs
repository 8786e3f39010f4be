using System.Globalization;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;

namespace Gouvernail.Cli.Tests.Logs;

/// <summary>A community founded from the command line, in a folder of its own; gone after the test.</summary>
internal sealed class City : IDisposable
{
    public const string Origin = "example.org/our-city";

    public City() => Running.Cli("init", Folder, "--origin", Origin, "--community", "Our city").Error.ShouldBe("");

    public Desk Desk { get; } = new();

    public string Folder => Desk.At("city");

    public string Vkey => File.ReadAllText(Path.Combine(Folder, "vkey")).TrimEnd();

    /// <summary>The size of the log.</summary>
    public long Size => Read(store => store.Head().Size);

    public void Dispose() => Desk.Dispose();

    /// <summary>Runs a command that has to be done, and reads its object.</summary>
    public JsonElement Done(params string[] args)
    {
        Outcome outcome = Running.Cli([args[0], Folder, .. args[1..], "--json"]);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Output.Count(c => c == '\n').ShouldBe(1);
        return Object(outcome);
    }

    /// <summary>Imports a small simulated conversation.</summary>
    public JsonElement Import() => Done("import", Desk.Conversation());

    public Outcome Run(params string[] args) => Running.Cli([args[0], Folder, .. args[1..]]);

    /// <summary>The entries of the log, with what they seal.</summary>
    public IReadOnlyList<Entry> Entries() => Read(store => store.Read(0, store.Head().Size, opened: false)
        .Select(e => Entry.TryParse(e.Bytes, out Entry? entry, out _) ? entry : throw new InvalidDataException())
        .ToArray());

    /// <summary>A consultation as the log tells it.</summary>
    public ReplayedConversation Replay(string consultation)
    {
        using Community community = Community.Open(new DataFolder(Folder), TimeProvider.System);
        return community.Replay(consultation, community.Journal.Size, TestContext.Current.CancellationToken)!;
    }

    /// <summary>Every pseudonym of a consultation.</summary>
    public string[] Pseudonyms(string consultation) => [.. Entries()
        .Where(e => e.Consultation == consultation && e.Pseudonym is not null).Select(e => e.Pseudonym!).Distinct()];

    /// <summary>What the folder holds, but for the file that says who works on it.</summary>
    public string State() => string.Join('\n', Read(store => (string[])[
        store.Head().Size.ToString(CultureInfo.InvariantCulture),
        Convert.ToBase64String(store.Head().Checkpoint),
        .. store.Read(0, store.Head().Size + 10, opened: true)
            .Select(e => $"{e.Position} {e.Content is null} {Convert.ToHexString(e.Bytes)}"),
        File.ReadAllText(Path.Combine(Folder, "checkpoint")),
        .. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("blobs", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ]));

    public static JsonElement Object(Outcome outcome)
    {
        using JsonDocument document = JsonDocument.Parse(outcome.Bytes);
        return document.RootElement.Clone();
    }

    public static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private T Read<T>(Func<SqliteJournalStore, T> read)
    {
        using SqliteJournalStore store = SqliteJournalStore.OpenToRead(Path.Combine(Folder, "journal.db"));
        return read(store);
    }
}
