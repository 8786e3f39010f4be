using Gouvernail.Log;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals;

/// <summary>
/// The tiles and entry bundles of a stored log, as files would hold them. Full tiles of hashes are stored; unfinished
/// ones and bundles are made from what is.
/// </summary>
public sealed class StoredTiles(IJournalStore store) : ITileSource
{
    /// <inheritdoc/>
    public byte[]? Read(TilePath path)
    {
        if (path.Level == TilePath.EntriesLevel)
        {
            var entries = new List<ReadOnlyMemory<byte>>(path.Width);
            foreach (StoredEntry entry in Range(path.Index, path.Width))
            {
                entries.Add(entry.Bytes);
            }

            return entries.Count == path.Width ? EntryBundle.Encode(entries) : null;
        }

        byte[]? full = store.ReadTile(new TilePath(path.Level, path.Index, TilePath.FullWidth));
        if (full is not null || path.IsFull)
        {
            return full?[..(path.Width * Hash.Length)];
        }

        byte[] bytes = new byte[path.Width * Hash.Length];
        return path.Level == 0 ? Leaves(path, bytes) : Roots(path, bytes);
    }

    private byte[]? Leaves(TilePath path, byte[] bytes)
    {
        int count = 0;
        foreach (StoredEntry entry in Range(path.Index, path.Width))
        {
            Hash.Leaf(entry.Bytes).CopyTo(bytes.AsSpan(count++ * Hash.Length));
        }

        return count == path.Width ? bytes : null;
    }

    private byte[]? Roots(TilePath path, byte[] bytes)
    {
        for (int i = 0; i < path.Width; i++)
        {
            long below = (path.Index * TilePath.FullWidth) + i;
            var lower = new TilePath(path.Level - 1, below, TilePath.FullWidth);
            if (store.ReadTile(lower) is not { } full || !Tile.TryRead(lower, full, out Tile? tile, out _))
            {
                return null;
            }

            tile.Subtree(0, 8).CopyTo(bytes.AsSpan(i * Hash.Length));
        }

        return bytes;
    }

    private IEnumerable<StoredEntry> Range(long bundle, int width)
    {
        long first = bundle * TilePath.FullWidth;
        return store.Read(first, first + width, opened: false);
    }
}
