using System.Collections.Concurrent;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests.Tiles;

public sealed class TreeAuditTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(70_000)]
    public void A_right_log_has_no_problem_and_gives_all_entries_in_order(int size)
    {
        MemoryTiles log = MemoryTiles.Of(size);
        foreach (int threads in (int[])[1, 2, 7])
        {
            var seen = new CountingTiles(log);
            int next = 0;
            Check(seen, Head(log, size), new TreeAuditOptions
            {
                Threads = threads,
                Entries = (first, entries) =>
                {
                    first.ShouldBe(next);
                    foreach (ReadOnlyMemory<byte> entry in entries)
                    {
                        entry.ToArray().ShouldBe(NaiveTree.Entry(next++));
                    }
                },
            }).ShouldBeNull();

            next.ShouldBe(size);
            seen.Asked.Keys.ShouldBe(TileLayout.All(size), ignoreOrder: true);
            seen.Asked.Values.ShouldAllBe(times => times == 1);
        }
    }

    [Fact]
    public void A_changed_bit_a_lacking_a_longer_and_a_shorter_file_are_named()
    {
        const int size = 65_536 + 258;
        MemoryTiles log = MemoryTiles.Of(size);
        Checkpoint head = Head(log, size);
        string[] names = ["tile/entries/000", "tile/entries/255", "tile/entries/256", "tile/entries/257.p/2",
            "tile/0/000", "tile/0/256", "tile/0/257.p/2", "tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1"];
        foreach (string name in names)
        {
            TilePath.TryParse(name, out TilePath? path, out _).ShouldBeTrue();
            byte[] right = log.Bytes[path.Value];
            foreach (int at in (int[])[0, right.Length - 1])
            {
                byte[] changed = [.. right];
                changed[at] ^= 1;
                Named(changed, path.Value);
            }

            Named([], path.Value);
            Named(right[..^1], path.Value);
            Named([.. right, 0], path.Value);
            Named([.. right, .. new byte[17_000_000]], path.Value).ShouldBe(ProblemKind.TooLarge);
            Named(null, path.Value).ShouldBe(ProblemKind.Missing);
            log.Bytes[path.Value] = right;
        }

        Check(log, head).ShouldBeNull();

        ProblemKind Named(byte[]? bytes, TilePath path)
        {
            log.Bytes.Remove(path);
            if (bytes is not null)
            {
                log.Bytes[path] = bytes;
            }

            Problem? problem = Check(log, head, new TreeAuditOptions { Threads = 3 });
            problem.ShouldNotBeNull().Message.ShouldContain(path.ToString());
            return problem.Kind;
        }
    }

    [Fact]
    public void Another_root_or_size_is_refused()
    {
        MemoryTiles log = MemoryTiles.Of(700);
        Check(log, new Checkpoint("log.example", 700, Hash.Empty)).ShouldNotBeNull()
            .Kind.ShouldBe(ProblemKind.WrongHash);
        Check(log, new Checkpoint("log.example", 512, log.Edge.Root())).ShouldNotBeNull();
        Check(log, new Checkpoint("log.example", 701, log.Edge.Root())).ShouldNotBeNull();
    }

    [Fact]
    public void The_first_problem_is_told_and_later_entries_are_not_given()
    {
        MemoryTiles log = MemoryTiles.Of(10_000);
        log.Bytes.Remove(new TilePath(TilePath.EntriesLevel, 30, 256));
        log.Bytes.Remove(new TilePath(TilePath.EntriesLevel, 10, 256));
        var given = new List<long>();
        foreach (int threads in (int[])[1, 4])
        {
            given.Clear();
            var options = new TreeAuditOptions { Threads = threads, Entries = (i, _) => given.Add(i) };
            Check(log, Head(log, 10_000), options).ShouldNotBeNull().Message.ShouldContain("tile/entries/010");
            given.ShouldBe(Enumerable.Range(0, 10).Select(i => 256L * i));
        }
    }

    [Fact]
    public void Progress_grows_to_one_and_cancelling_stops()
    {
        MemoryTiles log = MemoryTiles.Of(10_000);
        var shares = new Shares();
        Check(log, Head(log, 10_000), new TreeAuditOptions { Progress = shares }).ShouldBeNull();
        shares.Told.ShouldBe(shares.Told.Order());
        shares.Told[^1].ShouldBe(1);
        shares.Told.Count.ShouldBeInRange(20, 101);

        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => TreeAudit.Check(
            log, Head(log, 10_000), new TreeAuditOptions { Entries = (_, _) => stop.Cancel() }, stop.Token));
    }

    [Fact]
    public void What_the_source_or_the_watcher_throws_comes_out_as_it_is()
    {
        MemoryTiles log = MemoryTiles.Of(10_000);
        Should.Throw<IOException>(() => Check(new BrokenTiles(), Head(log, 10_000)));
        Should.Throw<InvalidDataException>(() => Check(log, Head(log, 10_000), new TreeAuditOptions
        {
            Entries = (_, _) => throw new InvalidDataException(),
        }));
    }

    [Fact]
    public void The_root_at_an_earlier_size_takes_few_reads()
    {
        const int size = 70_000;
        MemoryTiles log = MemoryTiles.Of(size);
        foreach (long earlier in (long[])[1, 255, 256, 65_535, 65_536, 69_999])
        {
            var seen = new CountingTiles(log);
            VerifiedTiles.TryOpen(seen, size, log.Edge.Root(), out VerifiedTiles? tiles, out _).ShouldBeTrue();
            Subtrees.Root(tiles, earlier).ShouldBe(MemoryTiles.Of((int)earlier).Edge.Root());
            seen.Asked.Values.Sum().ShouldBeLessThanOrEqualTo(6);
        }
    }

    private static Problem? Check(ITileSource tiles, Checkpoint head, TreeAuditOptions? options = null) =>
        TreeAudit.Check(tiles, head, options, TestContext.Current.CancellationToken);

    private static Checkpoint Head(MemoryTiles log, long size) => new("log.example", size, log.Edge.Root());

    private sealed class CountingTiles(ITileSource source) : ITileSource
    {
        public ConcurrentDictionary<TilePath, int> Asked { get; } = [];

        public byte[]? Read(TilePath path)
        {
            Asked.AddOrUpdate(path, 1, (_, times) => times + 1);
            return source.Read(path);
        }
    }

    private sealed class BrokenTiles : ITileSource
    {
        public byte[] Read(TilePath path) => throw new IOException();
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
