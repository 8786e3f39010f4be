using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tiles;

/// <summary>
/// The right edge of a growing tiled tree: at most one unfinished tile per level, so at most 64 kB for any size. Full
/// tiles leave it as they are completed; unfinished ones can be written out at any time.
/// </summary>
public sealed class TileEdge
{
    private readonly byte[]?[] _levels = new byte[TilePath.TopLevel + 1][];
    private readonly Hash[] _tileRoots = new Hash[TilePath.TopLevel + 1];
    private Frontier _frontier = new();

    /// <summary>How many entries the tree has.</summary>
    public long Size => _frontier.Size;

    /// <summary>The root of the tree as it stands.</summary>
    public Hash Root() => _frontier.Root();

    /// <summary>The root where the tree goes on with one subtree that is smaller than all it is made of.</summary>
    internal Hash RootWith(Hash last) => _frontier.RootWith(last);

    /// <summary>Takes up a tree from the tiles at its edge, once they are seen to lead to its root.</summary>
    /// <param name="tiles">Where the tiles are.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="root">Its root.</param>
    /// <param name="edge">The edge, ready to grow.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRestore(
        ITileSource tiles,
        long size,
        Hash root,
        [NotNullWhen(true)] out TileEdge? edge,
        [NotNullWhen(false)] out Problem? problem)
    {
        edge = VerifiedTiles.TryOpen(tiles, size, root, out VerifiedTiles? verified, out problem)
            ? Restore(verified)
            : null;
        return edge is not null;
    }

    /// <summary>Takes up a tree whose edge has been read and seen to lead to its root.</summary>
    public static TileEdge Restore(VerifiedTiles verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        long size = verified.Size;
        var hashes = new List<Hash>();
        long end = 0;
        for (int height = 62; height >= 0; height--)
        {
            if ((size >> height & 1) == 1)
            {
                // The edge tiles hold all of these and were read just now.
                hashes.Add(verified.Read(height, end >> height)!.Value);
                end += 1L << height;
            }
        }

        Frontier.TryRestore(size, hashes, out Frontier? frontier);
        var edge = new TileEdge { _frontier = frontier! };
        foreach (Tile tile in verified.Edge)
        {
            byte[] bytes = new byte[Tile.FullBytes];
            tile.Bytes.CopyTo(bytes);
            edge._levels[tile.Path.Level] = bytes;
        }

        return edge;
    }

    /// <summary>Appends the hash of an entry, and adds the tiles that it completes, lowest level first.</summary>
    /// <param name="leaf">The hash of the entry (<see cref="Hash.Leaf"/>).</param>
    /// <param name="completed">Receives full tiles.</param>
    public void Append(Hash leaf, ICollection<Tile> completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        long before = Size;
        _frontier.Append(leaf, _tileRoots);
        Hash hash = leaf;
        for (int level = 0; level <= TilePath.TopLevel; level++)
        {
            long position = before >> (8 * level);
            byte[] bytes = _levels[level] ??= new byte[Tile.FullBytes];
            hash.CopyTo(bytes.AsSpan((int)(position & 255) * Hash.Length));
            if ((position & 255) != 255)
            {
                return;
            }

            Tile.TryRead(new TilePath(level, position >> 8, TilePath.FullWidth), bytes, out Tile? tile, out _);
            completed.Add(tile!);
            hash = _tileRoots[level];
        }
    }

    /// <summary>The unfinished tiles, lowest level first; a level that has just been completed has none.</summary>
    public IReadOnlyList<Tile> Partial()
    {
        var tiles = new List<Tile>();
        foreach (TilePath path in TileLayout.Edge(Size))
        {
            Tile.TryRead(path, _levels[path.Level].AsSpan(0, path.Width * Hash.Length), out Tile? tile, out _);
            tiles.Add(tile!);
        }

        return tiles;
    }
}
