using System.Security.Cryptography;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log.Tests.Witnesses;

public sealed class FileMemoryTests : IDisposable
{
    private readonly string _desk = Directory.CreateTempSubdirectory("gouvernail-").FullName;
    private readonly SmallLog _log = new(20);

    private string Folder => Path.Combine(_desk, "seen");

    [Fact]
    public void What_was_cosigned_is_known_to_the_next_process()
    {
        FileMemory.Create(Folder);
        using (FileMemory memory = Open())
        {
            memory.Last(SmallLog.Origin).ShouldBeNull();
            memory.TryAdvance(null, _log.Checkpoint(7)).ShouldBeTrue();
            memory.TryAdvance(null, _log.Checkpoint(9)).ShouldBeFalse();
            memory.TryAdvance(_log.Checkpoint(7), _log.Checkpoint(9)).ShouldBeTrue();
            memory.TryAdvance(null, new Checkpoint("other", 0, Hash.Empty)).ShouldBeTrue();
        }

        using FileMemory later = Open();
        later.Last(SmallLog.Origin).ShouldBe(_log.Checkpoint(9));
        later.Last("other")!.Size.ShouldBe(0);
        later.Last("unknown").ShouldBeNull();
    }

    [Fact]
    public void The_folder_and_its_files_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs file modes");
        FileMemory.Create(Folder);
        using FileMemory memory = Open();
        memory.TryAdvance(null, _log.Checkpoint(7)).ShouldBeTrue();
#pragma warning disable CA1416 // Skipped where there are no modes.
        File.GetUnixFileMode(Folder).ShouldBe(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(FileOf()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
        File.ReadAllBytes(FileOf()).ShouldBe(_log.Checkpoint(7).ToBytes());
    }

    [Fact]
    public void Two_at_once_do_not_open_one_memory()
    {
        FileMemory.Create(Folder);
        using (Open())
        {
            Should.Throw<IOException>(() => FileMemory.TryOpen(Folder, out _, out _));
        }

        Open().Dispose();
    }

    [Fact]
    public void A_memory_that_is_gone_is_not_an_empty_one()
    {
        FileMemory.TryOpen(Folder, out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.Missing);
        Directory.Exists(Folder).ShouldBeFalse();
        FileMemory.Create(Folder);
        File.WriteAllText(Path.Combine(Folder, "a"), "");
        Should.Throw<IOException>(() => FileMemory.Create(Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("log.example/city\n7\n")]
    [InlineData("log.example/city\n7\nAAAA\n")]
    [InlineData("other\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log.example/city\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")]
    public void A_damaged_memory_is_refused_and_never_taken_for_a_new_log(string content)
    {
        Remember(7);
        File.WriteAllText(FileOf(), content);
        FileMemory.TryOpen(Folder, out _, out Problem? problem).ShouldBeFalse();
        problem.Kind.ShouldBe(ProblemKind.Malformed);

        // The refusal leaves nothing locked.
        File.WriteAllBytes(FileOf(), _log.Checkpoint(7).ToBytes());
        Open().Dispose();
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("AB")]
    public void A_stray_file_is_refused(string name)
    {
        Remember(7);
        File.WriteAllBytes(Path.Combine(Folder, name), _log.Checkpoint(7).ToBytes());
        FileMemory.TryOpen(Folder, out _, out Problem? problem).ShouldBeFalse();
        problem.Message.ShouldContain("a stray file");
    }

    [Fact]
    public void What_was_killed_before_it_was_written_is_swept_away()
    {
        Remember(7);
        File.WriteAllText(FileOf() + ".part", "log.exam");
        using FileMemory memory = Open();
        memory.Last(SmallLog.Origin).ShouldBe(_log.Checkpoint(7));
        File.Exists(FileOf() + ".part").ShouldBeFalse();
    }

    [Fact]
    public void A_disk_that_does_not_take_the_checkpoint_leaves_the_one_before()
    {
        Remember(7);
        using FileMemory memory = Open();

        // Where the new file should go, there is a folder.
        Directory.CreateDirectory(FileOf() + ".part");
        Exception? thrown = Record.Exception(() => memory.TryAdvance(_log.Checkpoint(7), _log.Checkpoint(9)));
        (thrown is IOException or UnauthorizedAccessException).ShouldBeTrue();
        memory.Last(SmallLog.Origin).ShouldBe(_log.Checkpoint(7));

        Directory.Delete(FileOf() + ".part");
        memory.TryAdvance(_log.Checkpoint(7), _log.Checkpoint(9)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_somebody_changes_meanwhile_stops_the_witness(bool isGone)
    {
        Remember(7);
        using FileMemory memory = Open();
        File.Delete(FileOf());
        if (!isGone)
        {
            File.WriteAllBytes(FileOf(), _log.Checkpoint(3).ToBytes());
        }

        Should.Throw<InvalidDataException>(() => memory.TryAdvance(_log.Checkpoint(7), _log.Checkpoint(9)));
        memory.Last(SmallLog.Origin).ShouldBe(_log.Checkpoint(7));
    }

    [Fact]
    public void Of_many_at_once_one_advances()
    {
        FileMemory.Create(Folder);
        using FileMemory memory = Open();
        int[] sizes = [.. Enumerable.Range(1, 16)];
        int won = sizes.AsParallel().WithDegreeOfParallelism(8)
            .Count(size => memory.TryAdvance(null, _log.Checkpoint(size)));
        won.ShouldBe(1);
        Checkpoint last = memory.Last(SmallLog.Origin)!;
        File.ReadAllBytes(FileOf()).ShouldBe(last.ToBytes());
    }

    [Fact]
    public void A_closed_memory_answers_nothing()
    {
        Remember(7);
        FileMemory memory = Open();
        memory.Dispose();
        Should.Throw<ObjectDisposedException>(() => memory.Last(SmallLog.Origin));
        Should.Throw<ObjectDisposedException>(() => memory.TryAdvance(_log.Checkpoint(7), _log.Checkpoint(9)));
    }

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(_desk, recursive: true);
    }

    private void Remember(long size)
    {
        FileMemory.Create(Folder);
        using FileMemory memory = Open();
        memory.TryAdvance(null, _log.Checkpoint(size)).ShouldBeTrue();
    }

    private FileMemory Open()
    {
        FileMemory.TryOpen(Folder, out FileMemory? memory, out Problem? problem).ShouldBeTrue(problem?.Message);
        return memory!;
    }

    private string FileOf() =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(TextLines.Utf8(SmallLog.Origin))));
}
