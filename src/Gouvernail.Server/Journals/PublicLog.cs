using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Server.Journals;

/// <summary>The log as anybody may read it, beside its writer.</summary>
internal sealed class PublicLog : IDisposable
{
    private readonly SqliteJournalStore _store;
    private readonly StoredTiles _tiles;

    /// <exception cref="JournalException">It cannot be read.</exception>
    public PublicLog(DataFolder folder)
    {
        _store = SqliteJournalStore.OpenToRead(folder.Database);
        _tiles = new StoredTiles(_store);
    }

    /// <summary>The head as committed.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public StoredHead Head() => _store.Head();

    /// <summary>A tile or a bundle of entries; null where the log does not reach so far.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public byte[]? Tile(TilePath path) => _tiles.Read(path);

    /// <summary>Entries in order, with what they sealed.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    public IEnumerable<StoredEntry> Read(long first, long before, bool opened) => _store.Read(first, before, opened);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
