using Gouvernail.Log.Tiles;

namespace Gouvernail.Log.Tests.Tiles;

/// <summary>A log of numbered entries, tiled in memory.</summary>
internal sealed class MemoryTiles : ITileSource
{
    public Dictionary<TilePath, byte[]> Bytes { get; } = [];

    public TileEdge Edge { get; } = new();

    public static MemoryTiles Of(int size)
    {
        var log = new MemoryTiles();
        var completed = new List<Tile>();
        for (int i = 0; i < size; i++)
        {
            log.Edge.Append(Hash.Leaf(NaiveTree.Entry(i)), completed);
        }

        foreach (Tile tile in completed.Concat(log.Edge.Partial()))
        {
            log.Bytes[tile.Path] = tile.Bytes.ToArray();
        }

        foreach (TilePath path in TileLayout.Level(TilePath.EntriesLevel, size))
        {
            log.Bytes[path] = EntryBundle.Encode([.. Enumerable.Range((int)path.Index * 256, path.Width)
                .Select(i => new ReadOnlyMemory<byte>(NaiveTree.Entry(i)))]);
        }

        return log;
    }

    public byte[]? Read(TilePath path) => Bytes.GetValueOrDefault(path);
}
