using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals;

/// <summary>
/// What a journal has committed last: the signed head, and the unfinished tiles under it, which are costly to make
/// again from what is stored. Never changed once made, so that any thread may use it.
/// </summary>
internal sealed class CommittedHead(SignedNote note, long size, IReadOnlyList<Tile> edge, IJournalStore store)
    : ITileSource
{
    private readonly StoredTiles _stored = new(store);

    public SignedNote Note { get; } = note;

    public long Size { get; } = size;

    public byte[]? Read(TilePath path)
    {
        foreach (Tile tile in edge)
        {
            if (tile.Path == path)
            {
                return tile.Bytes.ToArray();
            }
        }

        return _stored.Read(path);
    }
}
