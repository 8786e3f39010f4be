using System.Buffers;
using System.Text;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Audits;

/// <summary>
/// Writes what the public may have of a log: checkpoint, tiles, entry bundles, openings as each consultation's policy
/// allows, outputs of results, the verifier key. No key, no secret, no closed payload.
/// </summary>
public static class BundleExport
{
    private const int Attempts = 5;

    /// <summary>Writes a bundle. It appears whole or not at all.</summary>
    /// <param name="folder">The data folder; somebody else may be writing to it.</param>
    /// <param name="path">Where to: missing or empty.</param>
    /// <param name="cosign">Asks witnesses to cosign the head; null to leave it as it is.</param>
    /// <param name="progress">Told the share written, 0 to 1.</param>
    /// <param name="cancellation">Stops the writing; nothing is left.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="JournalException">The data folder cannot be read.</exception>
    /// <exception cref="IOException">The bundle cannot be written.</exception>
    public static ExportedBundle Write(
        DataFolder folder,
        string path,
        Func<SignedNote, ITileSource, SignedNote>? cosign = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(path);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string partial = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.part");
        try
        {
            using SqliteJournalStore store = SqliteJournalStore.OpenToRead(folder.Database);
            for (int attempt = 1; ; attempt++)
            {
                StoredHead head = store.Head();
                ExportedBundle written =
                    new Writing(folder, store, head, partial, cosign, progress, cancellation).Run();
                if (store.Head().LastErasure < head.Size)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    if (Directory.Exists(target))
                    {
                        Directory.Delete(target);
                    }

                    Directory.Move(partial, target);
                    Publish(target);
                    return written;
                }

                // Something was erased while it was being written: what was copied must not get out.
                Directory.Delete(partial, recursive: true);
                if (attempt == Attempts)
                {
                    throw new JournalException(JournalFault.InUse, new(
                        "things were erased from the journal all the while it was being copied; try again later",
                        "des choses ont été effacées du journal tout le temps de la copie\u00a0; réessayez plus tard"));
                }
            }
        }
        catch
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            throw;
        }
    }

    private static void Publish(string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(target, File.GetUnixFileMode(target) | Others);
        }
    }

    private sealed class Writing(
        DataFolder folder,
        SqliteJournalStore store,
        StoredHead head,
        string target,
        Func<SignedNote, ITileSource, SignedNote>? cosign,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        private readonly Publications _publications = new(OpenKinds.All);
        private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);
        private readonly ArrayBufferWriter<byte> _lines = new(1 << 16);
        private readonly List<ReadOnlyMemory<byte>> _entries = new(TilePath.FullWidth);
        private readonly TileFolder _tiles = new(target);
        private long _opened;

        public ExportedBundle Run()
        {
            // Until it is whole, and known to hold nothing erased, nobody else may look into it.
            DataFolder.MakePrivateFolder(target);
            var source = new StoredTiles(store);
            WriteEntries();
            for (int level = 0; level <= TilePath.TopLevel; level++)
            {
                foreach (TilePath path in TileLayout.Level(level, head.Size))
                {
                    cancellation.ThrowIfCancellationRequested();
                    _tiles.Write(path, source.Read(path) ?? throw StoredTilesMissing(path));
                }
            }

            long missing = CopyOutputs();
            byte[] checkpoint = head.Checkpoint;
            if (cosign is not null && SignedNote.TryParse(checkpoint, out SignedNote? note, out _))
            {
                checkpoint = cosign(note, source).ToBytes();
            }

            File.Copy(folder.VerifierKey, At(BundleFiles.VerifierKey));
            File.WriteAllText(At("README.txt"), BundleReadme.Text, new UTF8Encoding(false));

            // Last, so that a bundle with a checkpoint is one that has everything.
            File.WriteAllBytes(At(BundleFiles.Checkpoint), checkpoint);
            return new ExportedBundle(head.Size, _opened, _outputs.Count - missing, checkpoint);
        }

        private void WriteEntries()
        {
            // Statements come before the consultation opens, and only its end tells whether votes are public.
            foreach (StoredEntry stored in store.Read(0, head.Size, opened: false))
            {
                if (Publications.Matters(stored.Bytes) && Entry.TryParse(stored.Bytes, out Entry? entry, out _))
                {
                    _publications.Apply(entry);
                }
            }

            foreach (StoredEntry stored in store.Read(0, head.Size, opened: true))
            {
                _entries.Add(stored.Bytes);
                if (Entry.TryParse(stored.Bytes, out Entry? entry, out _))
                {
                    Look(entry);
                    if (stored.Content is { } content && _publications.Allow(entry, content.Payload))
                    {
                        Require(content.Opens(entry.Seal.Span), stored.Position);
                        OpenedFile.WriteLine(_lines, stored.Position, content);
                        _opened++;
                    }
                }

                long next = stored.Position + 1;
                if (_entries.Count == TilePath.FullWidth || next == head.Size)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report((double)next / head.Size);
                    long bundle = stored.Position / TilePath.FullWidth;
                    var path = new TilePath(TilePath.EntriesLevel, bundle, _entries.Count);
                    _tiles.Write(path, EntryBundle.Encode(_entries));
                    _entries.Clear();
                    FlushLines(stored.Position / OpenedFile.Span);
                }
            }
        }

        private void Look(Entry entry)
        {
            if (ResultPublished.TryRead(entry, out ResultPublished? result))
            {
                _outputs.Add(result.Output);
            }
        }

        private static void Require(bool holds, long position)
        {
            if (!holds)
            {
                throw new JournalException(JournalFault.Damaged, new(
                    $"what entry {position} sealed is damaged; check the journal with gouvernail verify",
                    $"ce que l’entrée {position} scellait est abîmé\u00a0; contrôlez "
                        + $"le journal avec gouvernail verify"));
            }
        }

        private void FlushLines(long number)
        {
            if (_lines.WrittenCount == 0)
            {
                return;
            }

            Directory.CreateDirectory(At(BundleFiles.Opened));
            using var file = new FileStream(At(OpenedFile.PathOf(number)), FileMode.Append, FileAccess.Write);
            file.Write(_lines.WrittenSpan);
            _lines.ResetWrittenCount();
        }

        private long CopyOutputs()
        {
            long missing = 0;
            var blobs = new Blobs(folder.Blobs);
            Directory.CreateDirectory(At(BundleFiles.Blobs));
            foreach (string name in _outputs)
            {
                cancellation.ThrowIfCancellationRequested();
                if (blobs.Read(name) is { } bytes && Blobs.NameOf(bytes) == name)
                {
                    File.WriteAllBytes(At($"{BundleFiles.Blobs}/{name}"), bytes);
                }
                else
                {
                    missing++;
                }
            }

            return missing;
        }

        private string At(string name) => Path.Combine(target, name);

        private static JournalException StoredTilesMissing(TilePath path) => new(JournalFault.Damaged, new(
            $"the journal has no {path}; check it with gouvernail verify",
            $"le journal n’a pas {path}\u00a0; contrôlez-le avec gouvernail verify"));
    }
}

/// <summary>What was exported.</summary>
/// <param name="Entries">Entries of the log.</param>
/// <param name="Opened">Payloads opened to the public.</param>
/// <param name="Outputs">Outputs of results.</param>
/// <param name="Checkpoint">The signed head.</param>
public sealed record ExportedBundle(long Entries, long Opened, long Outputs, byte[] Checkpoint);
