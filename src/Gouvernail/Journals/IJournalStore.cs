using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals;

/// <summary>
/// Where a journal keeps its log: entries, full tiles, sealed payloads, secrets, and one head. One writer at a time;
/// any number of readers, which see committed batches whole. Two implementations: in memory, and in SQLite; a database
/// server fits the same shape, with the head's row as the lock.
/// </summary>
/// <exception cref="JournalException">Every member: the disk or the database fails.</exception>
public interface IJournalStore : IDisposable
{
    /// <summary>The head as last committed.</summary>
    StoredHead Head();

    /// <summary>Entries in order, from <paramref name="first"/> on and before <paramref name="before"/>.</summary>
    /// <param name="first">Place of the first.</param>
    /// <param name="before">Place after the last; entries that do not exist are left out.</param>
    /// <param name="opened">True to read the payloads too.</param>
    IEnumerable<StoredEntry> Read(long first, long before, bool opened);

    /// <summary>What an entry sealed; null where it is public, erased or not there.</summary>
    Sealed? ReadSealed(long position);

    /// <summary>A full tile of hashes, 8,192 bytes; null where there is none.</summary>
    byte[]? ReadTile(TilePath path);

    /// <summary>A secret; null where there is none.</summary>
    byte[]? ReadSecret(string name);

    /// <summary>Begins a batch on top of a log of this size.</summary>
    /// <exception cref="JournalException">The log has another size: somebody else writes.</exception>
    IJournalBatch Begin(long size);

    /// <summary>
    /// Leaves no copy of what was erased in files that the store keeps beside its own; false where a reader is in the
    /// way, and it has to be tried again.
    /// </summary>
    bool Scrub();
}

/// <summary>Entries being committed: all of it or, without <see cref="Commit"/>, nothing.</summary>
public interface IJournalBatch : IDisposable
{
    /// <summary>Adds an entry at a place.</summary>
    void Add(long position, ReadOnlySpan<byte> entry);

    /// <summary>Keeps what the entry at a place sealed.</summary>
    void Keep(long position, Sealed content);

    /// <summary>Deletes what the entry at a place sealed, key and payload.</summary>
    void Forget(long position);

    /// <summary>Adds a full tile of hashes.</summary>
    void Add(Tile tile);

    /// <summary>Keeps a secret, or destroys it where its bytes are empty.</summary>
    void Keep(Secret secret);

    /// <summary>Makes everything durable, with the new head.</summary>
    void Commit(StoredHead head);
}

/// <summary>The head of a stored log.</summary>
/// <param name="Size">How many entries.</param>
/// <param name="Checkpoint">The signed checkpoint of that size; empty for a log without entries.</param>
/// <param name="LastErasure">The place of the last entry that erased another; −1 where none did.</param>
public sealed record StoredHead(long Size, byte[] Checkpoint, long LastErasure)
{
    /// <summary>The head of a log without entries.</summary>
    public static StoredHead Empty { get; } = new(0, [], -1);
}

/// <summary>An entry as stored.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="Bytes">The entry.</param>
/// <param name="Content">What it sealed; null where it is public or erased, or was not asked for.</param>
public readonly record struct StoredEntry(long Position, byte[] Bytes, Sealed? Content);
