using Gouvernail.Journals;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Tests.Journals;

/// <summary>Where a store fails.</summary>
public enum Fault
{
    None,
    AtBegin,
    AtAdd,
    AtTile,
    BeforeCommit,
    AfterCommit,
    AtScrub,
}

/// <summary>A store on a disk that fails where the test says, until it says otherwise.</summary>
internal sealed class FaultyStore(IJournalStore inner) : IJournalStore
{
    public Fault Fault { get; set; }

    /// <summary>How many times it has failed.</summary>
    public int Failures { get; private set; }

    public StoredHead Head() => inner.Head();

    public IEnumerable<StoredEntry> Read(long first, long before, bool opened) => inner.Read(first, before, opened);

    public Sealed? ReadSealed(long position) => inner.ReadSealed(position);

    public byte[]? ReadTile(TilePath path) => inner.ReadTile(path);

    public byte[]? ReadSecret(string name) => inner.ReadSecret(name);

    public IJournalBatch Begin(long size)
    {
        FailIf(Fault.AtBegin);
        return new Batch(this, inner.Begin(size));
    }

    public bool Scrub()
    {
        FailIf(Fault.AtScrub);
        return inner.Scrub();
    }

    public void Dispose() => inner.Dispose();

    private void FailIf(Fault here)
    {
        if (Fault == here)
        {
            Failures++;
            throw new JournalException(JournalFault.Disk, new("a fault of this test", "une panne de ce test"));
        }
    }

    private sealed class Batch(FaultyStore store, IJournalBatch inner) : IJournalBatch
    {
        private int _entries;

        public void Add(long position, ReadOnlySpan<byte> entry)
        {
            if (_entries++ == 2)
            {
                store.FailIf(Fault.AtAdd);
            }

            inner.Add(position, entry);
        }

        public void Add(Tile tile)
        {
            store.FailIf(Fault.AtTile);
            inner.Add(tile);
        }

        public void Keep(long position, Sealed content) => inner.Keep(position, content);

        public void Forget(long position) => inner.Forget(position);

        public void Keep(Secret secret) => inner.Keep(secret);

        public void Commit(StoredHead head)
        {
            store.FailIf(Fault.BeforeCommit);
            inner.Commit(head);
            store.FailIf(Fault.AfterCommit);
        }

        public void Dispose() => inner.Dispose();
    }
}
