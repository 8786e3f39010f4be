using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Tests.Journals;

/// <summary>What comes to a folder from outside: other processes, lost ends, lost rights, things left lying.</summary>
public sealed class OutsideFaultTests
{
    [Fact]
    public void A_second_process_is_turned_away_and_the_first_goes_on()
    {
        using var log = new CrashedLog();
        using WriterProcess first = WriterProcess.Start(log.Folder.Path, "first");
        first.WaitFor("acknowledged");
        using WriterProcess second = WriterProcess.Start(log.Folder.Path, "second");
        second.WaitForEnd().ShouldHaveSingleItem().ShouldStartWith("fault InUse ");
        second.Error.ShouldBe("");
        Should.Throw<JournalException>(log.Folder.Claim).Fault.ShouldBe(JournalFault.InUse);
        first.WaitForMore("acknowledged", 50);
        log.Hear(first.Kill()).ShouldBeEmpty();
        log.ShouldHoldAll();
    }

    [Fact]
    public void A_lost_or_altered_end_of_the_write_ahead_log_is_never_passed_over_in_silence()
    {
        using var log = Killed();
        var chance = new SeededGenerator([], "torn write-ahead log");
        int opened = 0;
        int refused = 0;
        for (int i = 0; i < 60; i++)
        {
            DataFolder copy = log.Copy();
            string wal = copy.Database + "-wal";
            byte[] bytes = File.ReadAllBytes(wal);
            bytes.Length.ShouldBeGreaterThan(4096);
            if (i % 2 == 0)
            {
                bytes = bytes[..(i == 0 ? 0 : chance.NextBelow(bytes.Length))];
            }
            else
            {
                // Some near the end, where only what was never committed may stand.
                int place = i % 3 == 0 ? bytes.Length - 1 - chance.NextBelow(4096) : chance.NextBelow(bytes.Length);
                bytes[place] ^= (byte)(1 << chance.NextBelow(8));
            }

            File.WriteAllBytes(wal, bytes);
            try
            {
                log.ShouldHoldAll(copy);
                opened++;
            }
            catch (JournalException e)
            {
                e.Fault.ShouldBeOneOf(JournalFault.Behind, JournalFault.Damaged);
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(30, $"{opened} were opened");
        log.ShouldHoldAll();
    }

    [Fact]
    public void Things_left_lying_by_a_killed_process_are_in_nobodys_way()
    {
        using var log = Killed();
        Directory.CreateDirectory(log.Folder.Snapshots);
        File.WriteAllText(Path.Combine(log.Folder.Snapshots, "notebook-1.part"), "half a snap");
        File.WriteAllText(Path.Combine(log.Folder.Snapshots, "notebook-0"), "of a version nobody knows");
        File.WriteAllText(Path.Combine(log.Folder.Path, "lock"), "1234567\n89");
        log.ShouldHoldAll();
        log.ShouldHoldAll();
    }

    [Fact]
    public void A_folder_that_may_only_be_read_is_told_apart_and_can_be_read()
    {
        using var log = Killed();
        log.ShouldHoldAll();
        using WriterProcess written = StartReadOnly(log.Folder.Path);
        IReadOnlyList<string> said = written.WaitForEnd();
        Assert.SkipWhen(said.Contains("cannot"), "needs the right to mount a folder read-only");
        said.ShouldHaveSingleItem().ShouldStartWith("fault ReadOnly ");
        using WriterProcess read = StartReadOnly(log.Folder.Path, "--read");
        read.WaitForEnd().ShouldHaveSingleItem().ShouldStartWith("readable ");
        read.Error.ShouldBe("");
        log.ShouldHoldAll();
    }

    [Fact]
    public void A_folder_that_may_only_be_read_with_writes_pending_is_told_what_to_do()
    {
        using var log = Killed();
        DataFolder copy = log.Copy();
        using WriterProcess read = StartReadOnly(copy.Path, "--read");
        IReadOnlyList<string> said = read.WaitForEnd();
        Assert.SkipWhen(said.Contains("cannot"), "needs the right to mount a folder read-only");
        said.ShouldHaveSingleItem().ShouldStartWith("fault ReadOnly ");
        read.Error.ShouldBe("");
        log.ShouldHoldAll(copy);
    }

    [Fact]
    public void A_folder_appears_whole_or_not_at_all()
    {
        string desk = Directory.CreateTempSubdirectory("gouvernail-").FullName;
        try
        {
            string target = Path.Combine(desk, "log");
            Should.Throw<TimeoutException>(() =>
                DataFolder.Create(target, "tests.example/log", _ => throw new TimeoutException()));
            Directory.EnumerateFileSystemEntries(desk).ShouldBeEmpty();
            Should.Throw<JournalException>(() =>
                DataFolder.Create(Path.Combine(target, "deeper"), "tests.example/log", _ => { }))
                .Fault.ShouldBe(JournalFault.Missing);
            new DataFolder(target).Exists.ShouldBeFalse();
            Should.Throw<JournalException>(new DataFolder(target).Claim).Fault.ShouldBe(JournalFault.Missing);
            DataFolder.Create(target, "tests.example/log", _ => { }).Exists.ShouldBeTrue();
            Should.Throw<JournalException>(() => DataFolder.Create(target, "tests.example/log", _ => { }))
                .Fault.ShouldBe(JournalFault.Taken);
            Directory.EnumerateFileSystemEntries(desk).ShouldBe([target]);
        }
        finally
        {
            Directory.Delete(desk, recursive: true);
        }
    }

    /// <summary>A log whose writer was killed amid its work, with a write-ahead log that holds all of it.</summary>
    private static CrashedLog Killed()
    {
        var log = new CrashedLog();
        using WriterProcess writer = WriterProcess.Start(log.Folder.Path, "killed");
        writer.WaitFor("acknowledged", 60);
        log.Hear(writer.Kill()).ShouldBeEmpty();
        return log;
    }

    // Rights do not bind the superuser, who runs the tests in containers: so the folder is mounted read-only, which
    // only the superuser may do. Others take the right to write away.
    private static WriterProcess StartReadOnly(string folder, params string[] options) =>
        Environment.IsPrivilegedProcess
            ? WriterProcess.StartBy(
                "unshare",
                ["-m", "bash", "-c", $"mount --bind '{folder}' '{folder}' && mount -o remount,bind,ro '{folder}' "
                    + "|| { echo cannot; exit; }; exec dotnet \"$@\"", "bash"],
                folder,
                options)
            : WriterProcess.StartBy(
                "bash",
                ["-c", $"chmod a-w '{folder}' '{folder}'/*; dotnet \"$@\"; chmod u+w '{folder}' '{folder}'/*", "bash"],
                folder,
                options);
}
