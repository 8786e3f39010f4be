using Gouvernail.Log.Tiles;

namespace Gouvernail.Log.Tests.Tiles;

public sealed class TileFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly TileFolder _files;

    public TileFolderTests() => _files = new TileFolder(_folder.FullName);

    [Fact]
    public void A_folder_of_tiles_is_read_as_it_was_written()
    {
        MemoryTiles log = Write(300);
        TilesTests.ReadsWhole(_files, 300, log.Edge.Root()).ShouldBeTrue();
        _files.Read(new TilePath(0, 9, 9)).ShouldBeNull();
        _files.Write(new TilePath(0, 1, 44), new byte[100_000]);
        _files.Read(new TilePath(0, 1, 44)).ShouldBeNull();
    }

    [Fact]
    public void An_older_tree_is_read_from_the_files_of_a_newer_one()
    {
        Write(600);
        foreach (int size in (int[])[1, 200, 255, 256, 257, 512, 520, 599])
        {
            TilesTests.ReadsWhole(_files, size, MemoryTiles.Of(size).Edge.Root()).ShouldBeTrue($"size {size}");
        }

        _files.Read(new TilePath(0, 2, 89)).ShouldBeNull();
        _files.Read(new TilePath(TilePath.EntriesLevel, 2, 89)).ShouldBeNull();
        _files.Read(new TilePath(1, 1, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(TilePath.EntriesLevel)]
    public void A_partial_is_cut_only_from_a_wider_one_that_is_whole(int level)
    {
        byte[] whole = MemoryTiles.Of(10).Bytes[new TilePath(level, 0, 10)];
        byte[] right = MemoryTiles.Of(4).Bytes[new TilePath(level, 0, 4)];
        var narrow = new TilePath(level, 0, 4);
        foreach (byte[] wrong in (byte[][])[[], whole[..^1], [.. whole, 0], new byte[20_000_000]])
        {
            _files.Write(new TilePath(level, 0, 10), wrong);
            _files.Read(narrow).ShouldBeNull();
        }

        _files.Write(new TilePath(level, 0, 10), whole);
        _files.Read(narrow).ShouldBe(right);
        _files.Write(new TilePath(level, 0, 7), []);
        _files.Read(narrow).ShouldBe(right);
        _files.Write(new TilePath(level, 0, 3), [1]);
        _files.Read(narrow).ShouldBe(right);
        _files.Write(narrow, [1]);
        _files.Read(narrow).ShouldBe([1]);
    }

    [Fact]
    public void What_was_written_is_flushed_and_what_was_deleted_since_is_passed_over()
    {
        _files.Flush();
        Write(300);
        _files.Flush();
        _files.Write(new TilePath(0, 1, 45), new byte[45 * 32]);
        Directory.Delete(Path.Combine(_folder.FullName, "tile/0/001.p"), recursive: true);
        _files.Write(new TilePath(0, 1, 46), new byte[46 * 32]);
        _files.Flush();
        _files.Flush();
        _files.Read(new TilePath(0, 1, 46)).ShouldBe(new byte[46 * 32]);
    }

    [Fact]
    public void A_folder_named_from_where_one_stands_is_flushed_too()
    {
        string name = Path.GetRelativePath(Environment.CurrentDirectory, _folder.FullName) + "/";
        var files = new TileFolder(name);
        files.Write(new TilePath(0, 0, 1), new byte[32]);
        files.Flush();
        _files.Read(new TilePath(0, 0, 1)).ShouldBe(new byte[32]);
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed() =>
        Should.Throw<IOException>(() => Disk.FlushFolder(Path.Combine(_folder.FullName, "none")));

    public void Dispose() => _folder.Delete(recursive: true);

    private MemoryTiles Write(int size)
    {
        MemoryTiles log = MemoryTiles.Of(size);
        foreach ((TilePath path, byte[] bytes) in log.Bytes)
        {
            _files.Write(path, bytes);
        }

        return log;
    }
}
