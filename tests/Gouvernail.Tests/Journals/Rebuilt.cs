using Gouvernail.CrashWriter;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Tests.Journals;

/// <summary>A log made anew from its stored entries alone, to compare with what else is stored.</summary>
internal sealed class Rebuilt
{
    private readonly MemoryTree _tree = new();

    public Rebuilt(IJournalStore store)
    {
        StoredHead head = store.Head();
        DateTimeOffset last = DateTimeOffset.MinValue;
        foreach (StoredEntry stored in store.Read(0, long.MaxValue, opened: true))
        {
            stored.Position.ShouldBe(Entries.Count);
            Entry.TryParse(stored.Bytes, out Entry? entry, out _).ShouldBeTrue();
            entry!.Time.ShouldBeGreaterThanOrEqualTo(last);
            (stored.Content?.Opens(entry.Seal.Span) ?? true).ShouldBeTrue($"{stored.Position} does not open");
            last = entry.Time;
            Notebook.Apply(stored.Position, entry, stored.Content?.Payload);
            _tree.Append(Hash.Leaf(stored.Bytes));
            Entries.Add((entry, stored));
        }

        Size.ShouldBe(head.Size);
        TilesShouldBeStored(store);
    }

    public List<(Entry Entry, StoredEntry Stored)> Entries { get; } = [];

    public Notebook Notebook { get; } = new();

    public long Size => Entries.Count;

    public Hash RootAt(long size) => Subtrees.Root(_tree, size).ShouldNotBeNull();

    /// <summary>Fails where the head that a store has signed is not that of its entries.</summary>
    public static Rebuilt ShouldEqual(IJournalStore store, Checkpoint head)
    {
        var rebuilt = new Rebuilt(store);
        head.Size.ShouldBe(rebuilt.Size);
        head.Root.ShouldBe(rebuilt.RootAt(head.Size));
        return rebuilt;
    }

    private void TilesShouldBeStored(IJournalStore store)
    {
        foreach (TilePath path in TileLayout.All(Size).Where(path => path.IsFull && path.Level >= 0))
        {
            byte[] tile = store.ReadTile(path).ShouldNotBeNull(path.ToString());
            for (int i = 0; i < path.Width; i++)
            {
                Hash expected = _tree.Read(8 * path.Level, (path.Index * TilePath.FullWidth) + i)!.Value;
                new Hash(tile.AsSpan(i * Hash.Length, Hash.Length)).ShouldBe(expected, path.ToString());
            }
        }
    }
}
