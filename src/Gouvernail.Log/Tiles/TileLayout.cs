namespace Gouvernail.Log.Tiles;

/// <summary>
/// Which tiles a tree of a given size has (C2SP tlog-tiles): level L + 1 hashes only full tiles of level L.
/// </summary>
public static class TileLayout
{
    /// <summary>How many hashes the level has: <c>⌊size / 256^level⌋</c>.</summary>
    /// <param name="level">0 to <see cref="TilePath.TopLevel"/>, or the level of entry bundles, which has the
    /// entries.</param>
    /// <param name="size">The size of the tree, 0 or more entries.</param>
    public static long HashCount(int level, long size) => size >> (8 * Math.Max(level, 0));

    /// <summary>
    /// The tile that holds position <paramref name="index"/>·256 on, as wide as a tree of that size has it.
    /// </summary>
    /// <returns>Nothing where the tree has no such tile.</returns>
    public static TilePath? Tile(int level, long index, long size)
    {
        if (level is < TilePath.EntriesLevel or > TilePath.TopLevel || index < 0 || size < 0)
        {
            return null;
        }

        long full = HashCount(level, size) >> 8;
        int rest = (int)(HashCount(level, size) & 255);
        return index < full ? new TilePath(level, index, TilePath.FullWidth)
            : index == full && rest > 0 ? new TilePath(level, index, rest)
            : null;
    }

    /// <summary>
    /// The partial tiles at the right edge, lowest level first; a level whose width would be 0 has none.
    /// </summary>
    public static IEnumerable<TilePath> Edge(long size)
    {
        for (int level = 0; level <= TilePath.TopLevel; level++)
        {
            int width = (int)(HashCount(level, size) & 255);
            if (width > 0)
            {
                yield return new TilePath(level, HashCount(level, size) >> 8, width);
            }
        }
    }

    /// <summary>All tiles of a level, in order, the partial one last.</summary>
    public static IEnumerable<TilePath> Level(int level, long size)
    {
        for (long index = 0; Tile(level, index, size) is { } path; index++)
        {
            yield return path;
        }
    }

    /// <summary>
    /// All tiles and entry bundles of a tree: the bundles, then each level of hashes from the leaves up.
    /// </summary>
    public static IEnumerable<TilePath> All(long size)
    {
        for (int level = TilePath.EntriesLevel; level <= TilePath.TopLevel; level++)
        {
            foreach (TilePath path in Level(level, size))
            {
                yield return path;
            }
        }
    }
}
