using System.Buffers;
using System.Text;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Audits;

/// <summary>A data folder as its owner can check it: everything that was sealed is open to them.</summary>
public sealed class StoredBundle : IBundle
{
    private readonly DataFolder _folder;
    private readonly SqliteJournalStore _store;
    private readonly StoredHead _head;

    /// <summary>Opens a data folder to read, beside its writer if there is one.</summary>
    /// <exception cref="JournalException">It cannot be opened, or holds less than was signed.</exception>
    public StoredBundle(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        _store = SqliteJournalStore.OpenToRead(folder.Database);
        Tiles = new StoredTiles(_store);
        try
        {
            _head = CheckedHead();
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsWhole => true;

    /// <summary>
    /// True where something was erased since this was opened: payloads may be gone before their tombstone is seen.
    /// </summary>
    public bool IsOutdated => _store.Head().LastErasure >= _head.Size;

    /// <inheritdoc/>
    public ITileSource Tiles { get; }

    /// <inheritdoc/>
    public byte[]? Read(string name, int most) => name switch
    {
        BundleFiles.Checkpoint => _head.Size == 0 ? null : _head.Checkpoint,
        BundleFiles.VerifierKey => ReadFile(_folder.VerifierKey),
        _ => null,
    };

    /// <inheritdoc/>
    public Stream? Openings(long number)
    {
        long first = number * OpenedFile.Span;
        return first < _head.Size ? new Lines(_store, first, Math.Min(first + OpenedFile.Span, _head.Size)) : null;
    }

    /// <inheritdoc/>
    public Stream? Blob(string name)
    {
        string path = Path.Combine(_folder.Blobs, name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    /// <summary>The head, once it is seen that the store holds all that was signed and given out.</summary>
    private StoredHead CheckedHead()
    {
        StoredHead head = _store.Head();
        if (ReadFile(_folder.VerifierKey) is not { } text
            || !VerifierKey.TryParse(Encoding.UTF8.GetString(text).TrimEnd('\n'), out VerifierKey? key, out _))
        {
            return head;
        }

        while (true)
        {
            using var signed = new HeadFile(_folder.Checkpoint);
            try
            {
                signed.Check(key, head.Size, size => RootAt(head, size));
                return head;
            }
            catch (JournalException e) when (e.Fault == JournalFault.Behind && _store.Head().Size > head.Size)
            {
                // The writer beside us has gone on in between.
                head = _store.Head();
            }
        }
    }

    private Hash? RootAt(StoredHead head, long size) =>
        SignedNote.TryParse(head.Checkpoint, out SignedNote? note, out _)
        && Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out _)
        && VerifiedTiles.TryOpen(Tiles, checkpoint.Size, checkpoint.Root, out VerifiedTiles? tiles, out _)
            ? Subtrees.Root(tiles, size)
            : null;

    private static byte[]? ReadFile(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>The openings of some entries as their file would have them, made while they are read.</summary>
    private sealed class Lines : OneWayStream
    {
        private readonly IEnumerator<StoredEntry> _entries;
        private readonly ArrayBufferWriter<byte> _bytes = new(1 << 12);
        private int _at;

        public Lines(SqliteJournalStore store, long first, long before)
        {
            _entries = store.Read(first, before, opened: true).GetEnumerator();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _bytes.WrittenCount && !Refill())
            {
                return 0;
            }

            int taken = Math.Min(count, _bytes.WrittenCount - _at);
            _bytes.WrittenSpan.Slice(_at, taken).CopyTo(buffer.AsSpan(offset));
            _at += taken;
            return taken;
        }

        protected override void Dispose(bool disposing)
        {
            _entries.Dispose();
            base.Dispose(disposing);
        }

        private bool Refill()
        {
            const int Enough = 1 << 15;
            _bytes.ResetWrittenCount();
            _at = 0;
            while (_bytes.WrittenCount < Enough && _entries.MoveNext())
            {
                if (_entries.Current.Content is { } content)
                {
                    OpenedFile.WriteLine(_bytes, _entries.Current.Position, content);
                }
            }

            return _bytes.WrittenCount > 0;
        }
    }
}
