using System.Diagnostics;
using System.Text;
using Gouvernail.Choice;

namespace Gouvernail.Tests.Journals;

/// <summary>A writer whose files may not grow beyond a limit: a full disk, at a place drawn by chance.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData("a", 40), InlineData("b", 70), InlineData("c", 110), InlineData("d", 200), InlineData("e", 400)]
    [InlineData("f", 900)]
    public void A_full_disk_loses_nothing_and_the_same_process_goes_on_when_there_is_room(string seed, int kilobytes)
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/prlimit"), "needs bash and prlimit");
        using var log = new CrashedLog();
        int limit = kilobytes + new SeededGenerator(Encoding.UTF8.GetBytes(seed), "limit").NextBelow(30);
        using WriterProcess writer = WriterProcess.StartLimited(log.Folder.Path, seed, limit, "--persist");
        writer.WaitFor("fault", 10);
        using (Process lift = Process.Start("prlimit", $"--pid {writer.Id} --fsize=unlimited:unlimited"))
        {
            lift.WaitForExit();
            lift.ExitCode.ShouldBe(0);
        }

        writer.WaitForMore("acknowledged", 100);
        IReadOnlyList<string> faults = log.Hear(writer.Kill());
        writer.Error.ShouldBe("");
        faults.ShouldAllBe(fault => fault.StartsWith("fault Full ", StringComparison.Ordinal)
            || fault.StartsWith("fault Disk ", StringComparison.Ordinal));
        faults[0].ShouldContain("isk");
        log.Acknowledged.ShouldBeGreaterThanOrEqualTo(100);
        log.ShouldHoldAll(log.Copy());
        log.ShouldHoldAll();
    }

    [Fact]
    public void A_folder_whose_writer_died_on_a_full_disk_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash");
        using var log = new CrashedLog();
        for (int limit = 60; limit < 600; limit += 130)
        {
            using WriterProcess writer = WriterProcess.StartLimited(log.Folder.Path, $"{limit}", limit);
            log.Hear(writer.WaitForEnd()).Count.ShouldBe(1);
            log.ShouldHoldAll(log.Copy());
        }

        using WriterProcess last = WriterProcess.Start(log.Folder.Path, "last");
        last.WaitFor("acknowledged", 20);
        log.Hear(last.Kill()).ShouldBeEmpty();
        log.ShouldHoldAll();
    }
}
