using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests.Tiles;

public sealed class TilesTests
{
    [Fact]
    public void A_tree_of_70000_entries_has_the_tiles_of_the_specification()
    {
        TileLayout.Level(0, 70_000).Count().ShouldBe(274);
        TileLayout.Level(0, 70_000).Last().ToString().ShouldBe("tile/0/273.p/112");
        TileLayout.Level(1, 70_000).Select(path => path.ToString()).ShouldBe(["tile/1/000", "tile/1/001.p/17"]);
        TileLayout.Level(2, 70_000).Select(path => path.ToString()).ShouldBe(["tile/2/000.p/1"]);
        TileLayout.Level(3, 70_000).ShouldBeEmpty();
        TileLayout.Level(TilePath.EntriesLevel, 70_000).Last().ToString().ShouldBe("tile/entries/273.p/112");
        TileLayout.All(70_000).Count().ShouldBe(274 + 274 + 2 + 1);
    }

    [Theory]
    [InlineData("tile/0/x001/x234/067", 0, 1_234_067, 256)]
    [InlineData("tile/entries/x001/x234/067.p/8", -1, 1_234_067, 8)]
    [InlineData("tile/0/000", 0, 0, 256)]
    [InlineData("tile/7/000.p/127", 7, 0, 127)]
    [InlineData("tile/1/x001/000.p/255", 1, 1_000, 255)]
    public void A_path_is_read_and_written(string text, int level, long index, int width)
    {
        TilePath.TryParse(text, out TilePath? path, out _).ShouldBeTrue();
        path.ShouldBe(new TilePath(level, index, width));
        path.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/002")]
    [InlineData("tile/0/xx01/002")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/entrie/000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    public void Another_spelling_is_refused(string text)
    {
        TilePath.TryParse(text, out TilePath? path, out Problem? problem).ShouldBeFalse();
        path.ShouldBeNull();
        problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    [InlineData(70_000)]
    public void A_tiled_tree_gives_the_roots_and_proofs_of_a_plain_one(int size)
    {
        MemoryTiles log = MemoryTiles.Of(size);
        log.Bytes.Keys.Order(Comparer<TilePath>.Create((a, b) => (a.Level, a.Index).CompareTo((b.Level, b.Index))))
            .ShouldBe(TileLayout.All(size));
        var plain = new MemoryTree();
        foreach (Hash leaf in NaiveTree.Leaves(size))
        {
            plain.Append(leaf);
        }

        Hash root = log.Edge.Root();
        root.ShouldBe(Subtrees.Root(plain, size)!.Value);
        VerifiedTiles.TryOpen(log, size, root, out VerifiedTiles? tiles, out _).ShouldBeTrue();
        for (int i = 0; i < size; i += 1 + (size / 37))
        {
            InclusionProof.Make(tiles, i, size).ShouldBe(InclusionProof.Make(plain, i, size));
            ConsistencyProof.Make(tiles, i, size).ShouldBe(ConsistencyProof.Make(plain, i, size));
            Subtrees.Root(tiles, i).ShouldBe(Subtrees.Root(plain, i));
            tiles.TryReadEntries(i / 256, out IReadOnlyList<ReadOnlyMemory<byte>>? entries, out _).ShouldBeTrue();
            entries[i % 256].ToArray().ShouldBe(NaiveTree.Entry(i));
        }

        tiles.Read(0, size).ShouldBeNull();
        tiles.TryReadEntries(size, out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_edge_taken_up_from_tiles_grows_as_if_it_had_never_stopped()
    {
        for (int size = 0; size < 600; size += 43)
        {
            MemoryTiles log = MemoryTiles.Of(size);
            TileEdge.TryRestore(log, size, log.Edge.Root(), out TileEdge? edge, out _).ShouldBeTrue();
            for (int i = size; i < 700; i++)
            {
                edge.Append(Hash.Leaf(NaiveTree.Entry(i)), []);
            }

            MemoryTiles whole = MemoryTiles.Of(700);
            edge.Root().ShouldBe(whole.Edge.Root());
            edge.Partial().Select(tile => Convert.ToHexString(tile.Bytes.Span))
                .ShouldBe(whole.Edge.Partial().Select(tile => Convert.ToHexString(tile.Bytes.Span)));
        }
    }

    [Fact]
    public void Every_changed_bit_of_a_tile_or_bundle_is_refused()
    {
        const int size = 258;
        MemoryTiles log = MemoryTiles.Of(size);
        Hash root = log.Edge.Root();
        foreach ((TilePath path, byte[] bytes) in log.Bytes.ToArray())
        {
            int step = path.IsFull ? 61 : 1;
            for (int bit = 0; bit < bytes.Length * 8; bit += step)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                ReadsWhole(log, size, root).ShouldBeFalse($"{path}, bit {bit}");
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            log.Bytes[path] = bytes[..^1];
            ReadsWhole(log, size, root).ShouldBeFalse();
            log.Bytes[path] = [.. bytes, 0];
            ReadsWhole(log, size, root).ShouldBeFalse();
            log.Bytes.Remove(path);
            ReadsWhole(log, size, root).ShouldBeFalse();
            log.Bytes[path] = bytes;
        }

        ReadsWhole(log, size, root).ShouldBeTrue();
    }

    [Fact]
    public void A_bundle_of_the_longest_and_the_shortest_entries_is_read_back()
    {
        ReadOnlyMemory<byte>[] entries = [new byte[65_535], Array.Empty<byte>(), new byte[] { 1 }];
        byte[] bundle = EntryBundle.Encode(entries);
        EntryBundle.TryDecode(bundle, 3, out IReadOnlyList<ReadOnlyMemory<byte>>? again, out _).ShouldBeTrue();
        again.Select(entry => entry.Length).ShouldBe([65_535, 0, 1]);
        EntryBundle.TryDecode(bundle, 2, out _, out _).ShouldBeFalse();
        EntryBundle.TryDecode(bundle, 4, out _, out _).ShouldBeFalse();
        EntryBundle.TryDecode(bundle, 0, out _, out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => EntryBundle.Encode([new byte[65_536]]));
        Should.Throw<ArgumentException>(() => EntryBundle.Encode([]));
    }

    internal static bool ReadsWhole(ITileSource source, long size, Hash root)
    {
        if (!VerifiedTiles.TryOpen(source, size, root, out VerifiedTiles? tiles, out _))
        {
            return false;
        }

        for (long bundle = 0; bundle * 256 < size; bundle++)
        {
            if (!tiles.TryReadEntries(bundle, out _, out _))
            {
                return false;
            }
        }

        return true;
    }
}
