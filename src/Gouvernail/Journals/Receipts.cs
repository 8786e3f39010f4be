using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Journals;

/// <summary>Makes receipts from what is stored.</summary>
public static class Receipts
{
    /// <summary>A receipt for the entry at a place, against the last signed head.</summary>
    /// <param name="store">The stored log.</param>
    /// <param name="position">The place of the entry.</param>
    /// <returns>The receipt, with the entry as its extra data; null where there is no such entry.</returns>
    /// <exception cref="JournalException">What is stored does not lead to what was signed.</exception>
    public static Receipt? Prove(IJournalStore store, long position)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoredHead head = store.Head();
        if (position < 0 || position >= head.Size)
        {
            return null;
        }

        if (!SignedNote.TryParse(head.Checkpoint, out SignedNote? note, out Problem? problem))
        {
            throw StoredLog.Damaged(problem);
        }

        return Prove(store, new StoredTiles(store), note, position);
    }

    /// <summary>A receipt against a signed head, from tiles that a journal holds.</summary>
    internal static Receipt? Prove(IJournalStore store, ITileSource source, SignedNote note, long position)
    {
        if (!Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out Problem? problem)
            || !VerifiedTiles.TryOpen(source, checkpoint.Size, checkpoint.Root, out VerifiedTiles? tiles, out problem))
        {
            throw StoredLog.Damaged(problem);
        }

        if (position < 0 || position >= checkpoint.Size)
        {
            return null;
        }

        byte[] entry = store.Read(position, position + 1, opened: false).First().Bytes;
        IReadOnlyList<Hash>? proof = InclusionProof.Make(tiles, position, checkpoint.Size);
        if (proof is null
            || InclusionProof.Check(Hash.Leaf(entry), position, checkpoint.Size, checkpoint.Root, proof) is not null)
        {
            throw StoredLog.Damaged(tiles.LastProblem);
        }

        return new Receipt(position, proof, note, entry);
    }
}
