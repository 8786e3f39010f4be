using System.Text;
using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Tests.Journals;

/// <summary>A journal of one test, with its folder, its key and a projection; closed and opened at will.</summary>
internal sealed class JournalDesk : IDisposable
{
    private readonly bool _isOnDisk;
    private Journal? _journal;
    private HeadFile? _headFile;

    public JournalDesk(bool onDisk)
    {
        _isOnDisk = onDisk;
        Folder = new DataFolder(Directory.CreateTempSubdirectory("gouvernail-").FullName);
        if (onDisk)
        {
            SqliteJournalStore.Create(Folder.Database);
        }

        Store = onDisk ? SqliteJournalStore.OpenToWrite(Folder.Database) : new MemoryJournalStore();
    }

    public DataFolder Folder { get; }

    public SignerKey Key { get; init; } = SignerKey.Generate("tests.example/log", SignatureKind.Ed25519);

    public FakeClock Clock { get; } = new();

    public bool KeepsSnapshots { get; init; }

    public bool KeepsHead { get; init; }

    /// <summary>The store; setting another leaves it to the desk to dispose of.</summary>
    public IJournalStore Store { get; set; }

    public Notebook Notebook { get; private set; } = new();

    /// <summary>The journal, opened when it is first asked for.</summary>
    public Journal Journal => _journal ??= Open();

    public Snapshots Snapshots => new(Folder.Snapshots);

    /// <summary>The signed head, as the journal gives it.</summary>
    public Checkpoint Head => CheckpointOf(Journal.Checkpoint.ShouldNotBeNull());

    public static Checkpoint CheckpointOf(SignedNote note) =>
        Checkpoint.TryParse(note.Text, out Checkpoint? head, out _) ? head : throw new InvalidOperationException();

    public Outcome Submit(Func<DateTimeOffset, Decision> decide) =>
        Journal.Submit(decide, TestContext.Current.CancellationToken);

    public Outcome Log(params IEnumerable<Draft> drafts) => Submit(_ => Decision.Log(drafts));

    /// <summary>Logs public notes, each named after its place.</summary>
    public void Fill(int count, int perAct = 1000)
    {
        for (long start = Journal.Size, end = start + count; start < end; start += perAct)
        {
            Log(Enumerable.Range(0, (int)Math.Min(perAct, end - start)).Select(i => Note.Public($"note {start + i}")));
        }
    }

    /// <summary>Ends the journal's process, as it were, in good order; what is on the disk stays.</summary>
    public void Close()
    {
        _journal?.Dispose();
        _journal = null;
        _headFile?.Dispose();
        _headFile = null;
        Store.Dispose();
    }

    public void Reopen()
    {
        Close();
        Notebook = new Notebook();
        Store = _isOnDisk ? SqliteJournalStore.OpenToWrite(Folder.Database) : Store;
        _ = Journal;
    }

    /// <summary>True if a text stands anywhere in the files of the database or of the snapshots.</summary>
    public bool FilesHold(string text) => RawFiles(Folder).Contains(text, StringComparison.Ordinal);

    /// <summary>All bytes of the files of the database, the write-ahead log included, and of the snapshots.</summary>
    public static string RawFiles(DataFolder folder) => string.Concat(Directory
        .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path).StartsWith("journal.db", StringComparison.Ordinal)
            || path.StartsWith(folder.Snapshots, StringComparison.Ordinal))
        .Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(path))));

    public void Dispose()
    {
        Close();
        Key.Dispose();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private Journal Open()
    {
        _headFile = KeepsHead ? new HeadFile(Folder.Checkpoint) : null;
        return Journal.Open(Store, Key, [Notebook], new JournalOptions
        {
            Clock = Clock,
            HeadFile = _headFile,
            Snapshots = KeepsSnapshots ? Snapshots : null,
        });
    }
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
