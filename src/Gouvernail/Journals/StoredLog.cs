using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Journals;

/// <summary>The end of a stored log, seen to lead to what was signed.</summary>
/// <param name="Head">The head.</param>
/// <param name="Note">The signed checkpoint; null for a log without entries.</param>
/// <param name="Tiles">Its tiles, of which those at the edge are read; null for a log without entries.</param>
/// <param name="LastTime">The time of the last entry.</param>
internal sealed record StoredLog(StoredHead Head, SignedNote? Note, VerifiedTiles? Tiles, DateTimeOffset LastTime)
{
    /// <summary>The root of its first entries.</summary>
    public Hash? RootAt(long size) => Tiles is null ? null : Subtrees.Root(Tiles, size);

    /// <summary>Takes up a log.</summary>
    /// <exception cref="JournalException">It does not lead to what was signed.</exception>
    public static StoredLog Load(IJournalStore store, VerifierKey key, HeadFile? headFile)
    {
        StoredHead head = store.Head();
        if (store.Read(head.Size, head.Size + 1, opened: false).Any())
        {
            throw Damaged("There are entries beyond the signed head.");
        }

        if (head.Size == 0)
        {
            headFile?.Check(key, 0, _ => null);
            return new StoredLog(head, null, null, DateTimeOffset.MinValue);
        }

        if (!SignedNote.TryParse(head.Checkpoint, out SignedNote? note, out Problem? problem)
            || !note.TryVerify([key], out _, out problem)
            || !Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out problem))
        {
            throw Damaged(problem);
        }

        if (checkpoint.Size != head.Size || checkpoint.Origin != key.Name)
        {
            throw Damaged("The signed head is of another size or another log.");
        }

        if (!VerifiedTiles.TryOpen(
                new StoredTiles(store), head.Size, checkpoint.Root, out VerifiedTiles? verified, out problem)
            || !verified.TryReadEntries((head.Size - 1) / TilePath.FullWidth, out var entries, out problem))
        {
            throw Damaged(problem);
        }

        headFile?.Check(key, head.Size, size => Subtrees.Root(verified, size));
        return Entry.TryParse(entries[^1], out Entry? last, out Wording? malformed)
            ? new StoredLog(head, note, verified, last.Time)
            : throw Damaged(malformed.English);
    }

    public static JournalException Damaged(Problem? problem) => Damaged(problem?.Message ?? "A hash is missing.");

    public static JournalException Damaged(string what) => new(JournalFault.Damaged, new(
        $"the stored log does not lead to what was signed: {what} Nothing is written to it. Restore the folder from "
            + "a copy, whole",
        $"le registre conservé ne mène pas à ce qui a été signé\u00a0: {what} Rien n’y est écrit. Rétablissez le "
            + "dossier, en entier, depuis une copie"));
}
