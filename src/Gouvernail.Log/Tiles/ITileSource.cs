namespace Gouvernail.Log.Tiles;

/// <summary>
/// Where tiles and entry bundles come from: a folder, a store, a server. Nothing it gives is believed.
/// <see cref="TreeAudit"/> asks from several threads at once unless it is told to use one.
/// </summary>
public interface ITileSource
{
    /// <summary>The bytes of a tile, at most <see cref="MostBytes"/> of them; nothing where it has none.</summary>
    byte[]? Read(TilePath path);

    /// <summary>The most bytes that a tile or bundle can have: what a careful source stops reading at.</summary>
    static int MostBytes(TilePath path) => path.Level == TilePath.EntriesLevel
        ? path.Width * (EntryBundle.LongestEntry + 2)
        : path.Width * Hash.Length;
}
