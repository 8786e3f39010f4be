using System.Text;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Tests.Audits;

/// <summary>A bundle of any entries at all, at most 255.</summary>
internal static class ForeignLog
{
    public static MemoryBundle Of(SignerKey key, params byte[][] entries)
    {
        var tree = new MemoryTree();
        var leaves = new List<byte>();
        foreach (byte[] entry in entries)
        {
            tree.Append(Hash.Leaf(entry));
            byte[] leaf = new byte[Hash.Length];
            Hash.Leaf(entry).CopyTo(leaf);
            leaves.AddRange(leaf);
        }

        Hash root = Subtrees.Root(tree, entries.Length)!.Value;
        return new MemoryBundle(new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["checkpoint"] = new Checkpoint(key.Verifier.Name, entries.Length, root).Sign(key).ToBytes(),
            ["vkey"] = Encoding.UTF8.GetBytes(key.Verifier + "\n"),
            [new TilePath(0, 0, entries.Length).ToString()] = [.. leaves],
            [new TilePath(TilePath.EntriesLevel, 0, entries.Length).ToString()] =
                EntryBundle.Encode([.. entries.Select(e => (ReadOnlyMemory<byte>)e)]),
        });
    }
}
