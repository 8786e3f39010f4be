using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Tests.Journals;

/// <summary>A data folder whose writers die, and everything that they had acknowledged.</summary>
internal sealed class CrashedLog : IDisposable
{
    private readonly DirectoryInfo _desk = Directory.CreateTempSubdirectory("gouvernail-");
    private readonly List<Acknowledgement> _acknowledged = [];
    private int _copies;

    public CrashedLog() =>
        Folder = DataFolder.Create(Path.Combine(_desk.FullName, "log"), "tests.example/crash", _ => { });

    public DataFolder Folder { get; }

    public int Acknowledged => _acknowledged.Count;

    public int Erased => _acknowledged.Count(one => one.Erased >= 0);

    /// <summary>Takes note of what a writer has said; gives its complaints.</summary>
    public IReadOnlyList<string> Hear(IReadOnlyList<string> lines)
    {
        _acknowledged.AddRange(lines.Select(Acknowledgement.TryParse).OfType<Acknowledgement>());
        return [.. lines.Where(line => line.StartsWith("fault", StringComparison.Ordinal))];
    }

    /// <summary>
    /// A copy of the folder as it lies on the disk, without what only live processes hold: the lock, and the index of
    /// the write-ahead log.
    /// </summary>
    public DataFolder Copy()
    {
        DirectoryInfo copy = Directory.CreateDirectory(Path.Combine(_desk.FullName, $"copy {_copies++}"));
        foreach (string file in Directory.EnumerateFiles(Folder.Path)
            .Where(file => Path.GetFileName(file) != "lock" && !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        }

        return new DataFolder(copy.FullName);
    }

    /// <summary>Opens the folder, or a copy of it, and fails where anything acknowledged is not there.</summary>
    public void ShouldHoldAll(DataFolder? copy = null)
    {
        DataFolder folder = copy ?? Folder;
        using IDisposable claim = folder.Claim();
        using SignerKey key = folder.ReadKey();
        Checkpoint? published = Published(folder, key);
        using SqliteJournalStore store = SqliteJournalStore.OpenToWrite(folder.Database);
        using var head = new HeadFile(folder.Checkpoint);
        var notebook = new Notebook();
        using Journal journal = Journal.Open(store, key, [notebook], new JournalOptions
        {
            HeadFile = head,
            Snapshots = new Snapshots(folder.Snapshots),
        });
        Rebuilt rebuilt = journal.Checkpoint is { } note
            ? Rebuilt.ShouldEqual(store, JournalDesk.CheckpointOf(note))
            : new Rebuilt(store);
        notebook.ToString().ShouldBe(rebuilt.Notebook.ToString());
        EntriesShouldBe(rebuilt);
        foreach (Acknowledgement one in _acknowledged)
        {
            one.Size.ShouldBeLessThanOrEqualTo(rebuilt.Size, $"{one}");
            rebuilt.RootAt(one.Size).ShouldBe(one.Root, $"{one}");
        }

        if (published is not null)
        {
            published.Size.ShouldBeLessThanOrEqualTo(rebuilt.Size);
            rebuilt.RootAt(published.Size).ShouldBe(published.Root);
        }

        TracesShouldBeGone(folder);
    }

    public void Dispose() => _desk.Delete(recursive: true);

    private static Checkpoint? Published(DataFolder folder, SignerKey key)
    {
        if (!File.Exists(folder.Checkpoint) || File.ReadAllBytes(folder.Checkpoint) is not { Length: > 0 } bytes)
        {
            return null;
        }

        SignedNote.TryParse(bytes, out SignedNote? note, out _).ShouldBeTrue("no crash of a process tears the file");
        note!.TryVerify([key.Verifier], out _, out _).ShouldBeTrue();
        return JournalDesk.CheckpointOf(note);
    }

    private void EntriesShouldBe(Rebuilt rebuilt)
    {
        HashSet<long> erased = [.. rebuilt.Entries
            .Where(one => one.Entry.Kind == Note.Erasure).Select(one => Note.Erased(one.Entry))];
        foreach ((Entry entry, StoredEntry stored) in rebuilt.Entries)
        {
            (entry.IsSealed && stored.Content is null).ShouldBe(
                erased.Contains(stored.Position), $"{stored.Position}: sealed, and erased or not");
        }

        foreach (Acknowledgement one in _acknowledged)
        {
            (one.First + one.Prints.Count).ShouldBeLessThanOrEqualTo(rebuilt.Size, $"{one}");
            for (int i = 0; i < one.Prints.Count; i++)
            {
                (Entry entry, StoredEntry stored) = rebuilt.Entries[(int)one.First + i];
                string print = !entry.IsSealed ? "p" + Note.Print(entry.Body.Span)
                    : stored.Content is { } content ? "s" + Note.Print(content.Payload)
                    : one.Prints[i];
                print.ShouldBe(one.Prints[i], $"{one}");
            }

            (one.Erased < 0 || erased.Contains(one.Erased)).ShouldBeTrue($"{one}");
        }
    }

    private void TracesShouldBeGone(DataFolder folder)
    {
        string raw = JournalDesk.RawFiles(folder);
        HashSet<string> found = [];
        for (int at = Next(raw, 0); at >= 0; at = Next(raw, at + 1))
        {
            found.Add(raw.Substring(at, Math.Min(Note.MarkerOf(0).Length, raw.Length - at)));
        }

        _acknowledged.Where(one => one.Erased >= 0 && found.Contains(one.Trace)).ShouldBeEmpty();
    }

    private static int Next(string raw, int from) => raw.IndexOf(Note.Marker, from, StringComparison.Ordinal);
}
