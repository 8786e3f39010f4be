using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals;

/// <summary>A journal's store that lasts as long as the process: for tests, and for trying things out.</summary>
public sealed class MemoryJournalStore : IJournalStore
{
    private readonly Lock _gate = new();
    private readonly List<byte[]> _entries = [];
    private readonly Dictionary<long, Sealed> _sealed = [];
    private readonly Dictionary<TilePath, byte[]> _tiles = [];
    private readonly Dictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);
    private StoredHead _head = StoredHead.Empty;

    /// <inheritdoc/>
    public StoredHead Head()
    {
        lock (_gate)
        {
            return _head;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoredEntry> Read(long first, long before, bool opened)
    {
        for (long position = Math.Max(0, first); position < before; position++)
        {
            byte[] bytes;
            lock (_gate)
            {
                if (position >= _entries.Count)
                {
                    yield break;
                }

                bytes = _entries[(int)position];
            }

            yield return new StoredEntry(position, bytes, opened ? ReadSealed(position) : null);
        }
    }

    /// <inheritdoc/>
    public Sealed? ReadSealed(long position)
    {
        lock (_gate)
        {
            return _sealed.GetValueOrDefault(position);
        }
    }

    /// <inheritdoc/>
    public byte[]? ReadTile(TilePath path)
    {
        lock (_gate)
        {
            return _tiles.GetValueOrDefault(path);
        }
    }

    /// <inheritdoc/>
    public byte[]? ReadSecret(string name)
    {
        lock (_gate)
        {
            return _secrets.GetValueOrDefault(name);
        }
    }

    /// <inheritdoc/>
    public IJournalBatch Begin(long size) => size == Head().Size
        ? new Batch(this)
        : throw new JournalException(JournalFault.InUse, new(
            "another process writes to this log", "un autre processus écrit dans ce registre"));

    /// <inheritdoc/>
    public bool Scrub() => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The entries stay, so that a journal can be opened again on them.
    }

    private sealed class Batch(MemoryJournalStore store) : IJournalBatch
    {
        private readonly List<Action> _changes = [];

        public void Add(long position, ReadOnlySpan<byte> entry)
        {
            byte[] bytes = entry.ToArray();
            _changes.Add(() => store._entries.Add(bytes));
        }

        public void Keep(long position, Sealed content) => _changes.Add(() => store._sealed[position] = content);

        public void Forget(long position) => _changes.Add(() => store._sealed.Remove(position));

        public void Add(Tile tile)
        {
            byte[] bytes = tile.Bytes.ToArray();
            _changes.Add(() => store._tiles[tile.Path] = bytes);
        }

        public void Keep(Secret secret) => _changes.Add(() =>
        {
            if (secret.Bytes.Length == 0)
            {
                store._secrets.Remove(secret.Name);
            }
            else
            {
                store._secrets[secret.Name] = secret.Bytes;
            }
        });

        public void Commit(StoredHead head)
        {
            lock (store._gate)
            {
                _changes.ForEach(change => change());
                store._head = head;
            }
        }

        public void Dispose() => _changes.Clear();
    }
}
