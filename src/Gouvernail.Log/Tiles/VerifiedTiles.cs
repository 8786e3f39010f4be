using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tiles;

/// <summary>
/// Reads the hashes of a tree from tiles that nobody trusts. The tiles at the right edge together give the root, so
/// they are checked first; every full tile is then checked against its hash in the tile above, up to the edge. Holds at
/// most 64 full tiles (512 kB).
/// <para>For one thread at a time, reading included: a read changes which tiles are held and
/// <see cref="LastProblem"/>. Threads that read at once each open their own over the same source: a few reads.</para>
/// </summary>
public sealed class VerifiedTiles : IHashReader
{
    private const int MostKept = 64;

    private readonly ITileSource _source;
    private readonly Tile?[] _edge = new Tile?[TilePath.TopLevel + 1];
    private readonly Dictionary<TilePath, Tile> _kept = [];
    private readonly Queue<TilePath> _oldest = [];

    private VerifiedTiles(ITileSource source, long size)
    {
        _source = source;
        Size = size;
    }

    /// <summary>How many entries the tree has.</summary>
    public long Size { get; }

    /// <summary>What was wrong with the last tile that <see cref="Read"/> or a bundle could not give.</summary>
    public Problem? LastProblem { get; private set; }

    internal IEnumerable<Tile> Edge => _edge.OfType<Tile>();

    /// <summary>Reads the tiles at the edge and checks that they lead to the root.</summary>
    /// <param name="source">Where the tiles are.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="root">Its root, from a checkpoint whose signatures were checked.</param>
    /// <param name="tiles">The reader.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryOpen(
        ITileSource source,
        long size,
        Hash root,
        [NotNullWhen(true)] out VerifiedTiles? tiles,
        [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        tiles = new VerifiedTiles(source, size);
        problem = null;
        foreach (TilePath path in TileLayout.Edge(size))
        {
            if (!tiles.TryFetch(path, out Tile? tile, out problem))
            {
                tiles = null;
                return false;
            }

            tiles._edge[path.Level] = tile;
        }

        // Each complete subtree that the tree is made of lies in an edge tile, so this reads no other.
        if (Subtrees.Root(tiles, size) == root)
        {
            return true;
        }

        tiles = null;
        problem = new Problem(ProblemKind.WrongHash, "The tiles at the edge do not lead to the root.");
        return false;
    }

    /// <inheritdoc/>
    public Hash? Read(int height, long index)
    {
        if (height is < 0 or > 62 || index < 0 || index >= Size >> height)
        {
            return null;
        }

        int level = height / 8;
        int within = height % 8;
        long first = index << within;
        return TileLayout.Tile(level, first >> 8, Size) is { } path && Get(path) is { } tile
            ? tile.Subtree((int)(first & 255), within)
            : null;
    }

    /// <summary>Reads a bundle's entries and checks each against its leaf.</summary>
    /// <param name="index">The bundle's position: entries <paramref name="index"/>·256 on.</param>
    /// <param name="entries">The entries, in order.</param>
    /// <param name="problem">What is wrong.</param>
    public bool TryReadEntries(
        long index,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? entries,
        [NotNullWhen(false)] out Problem? problem)
    {
        entries = null;
        problem = null;
        if (TileLayout.Tile(TilePath.EntriesLevel, index, Size) is not { } path
            || _source.Read(path) is not { } bytes)
        {
            problem = new Problem(ProblemKind.Missing, "There is no such entry bundle.");
            return false;
        }

        if (Get(new TilePath(0, index, path.Width)) is not { } leaves)
        {
            problem = LastProblem!;
            return false;
        }

        if (!EntryBundle.TryDecode(bytes, path.Width, out entries, out problem))
        {
            return false;
        }

        for (int i = 0; i < entries.Count; i++)
        {
            if (Hash.Leaf(entries[i].Span) != leaves[i])
            {
                problem = new Problem(ProblemKind.WrongHash, $"An entry of {path} does not have its leaf's hash.");
                entries = null;
                return false;
            }
        }

        return true;
    }

    private Tile? Get(TilePath path)
    {
        if (!path.IsFull)
        {
            return _edge[path.Level];
        }

        if (_kept.TryGetValue(path, out Tile? kept))
        {
            return kept;
        }

        // Level 7 has at most 127 hashes, so a full tile always has one above it.
        TilePath above = TileLayout.Tile(path.Level + 1, path.Index >> 8, Size)!.Value;
        if (Get(above) is not { } parent)
        {
            return null;
        }

        if (!TryFetch(path, out Tile? tile, out Problem? problem))
        {
            LastProblem = problem;
            return null;
        }

        if (tile.Subtree(0, 8) != parent[(int)(path.Index & 255)])
        {
            LastProblem = new Problem(ProblemKind.WrongHash, $"{path} is not what the tile above says.");
            return null;
        }

        Keep(path, tile);
        return tile;
    }

    private void Keep(TilePath path, Tile tile)
    {
        if (_oldest.Count == MostKept)
        {
            _kept.Remove(_oldest.Dequeue());
        }

        _kept[path] = tile;
        _oldest.Enqueue(path);
    }

    private bool TryFetch(TilePath path, [NotNullWhen(true)] out Tile? tile, [NotNullWhen(false)] out Problem? problem)
    {
        tile = null;
        if (_source.Read(path) is { } bytes)
        {
            return Tile.TryRead(path, bytes, out tile, out problem);
        }

        problem = new Problem(ProblemKind.Missing, $"{path} is not there.");
        return false;
    }
}
