using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gouvernail.Choice;

namespace Gouvernail.Tests.Journals;

/// <summary>
/// Kills a writing process at instants drawn by chance, and holds the log to what it had acknowledged.
/// <c>GOUVERNAIL_CRASH_RUNS</c> sets how many times, <c>GOUVERNAIL_CRASH_SEED</c> repeats the draws of a failure.
/// </summary>
public sealed class CrashTests
{
    private const int UsualRuns = 40;
    private const int RunsPerFolder = 20;

    [Fact]
    public void Killed_at_any_instant_the_log_keeps_all_that_it_acknowledged()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "keys are kept where files have modes");
        string? asked = Environment.GetEnvironmentVariable("GOUVERNAIL_CRASH_RUNS");
        int runs = asked is null ? UsualRuns : int.Parse(asked, CultureInfo.InvariantCulture);
        string seed = Environment.GetEnvironmentVariable("GOUVERNAIL_CRASH_SEED")
            ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var watch = Stopwatch.StartNew();
        int acknowledged = 0;
        int erased = 0;
        for (int first = 0; first < runs; first += RunsPerFolder)
        {
            using var log = new CrashedLog();
            for (int run = first; run < Math.Min(runs, first + RunsPerFolder); run++)
            {
                Crash(log, $"{seed}/{run}");
            }

            log.ShouldHoldAll();
            acknowledged += log.Acknowledged;
            erased += log.Erased;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{runs} kills in {watch.Elapsed.TotalSeconds:F1} s, {acknowledged} acts acknowledged, {erased} erasures"));
        acknowledged.ShouldBeGreaterThan(runs, "else too little was tried");
    }

    private static void Crash(CrashedLog log, string seed)
    {
        var chance = new SeededGenerator(Encoding.UTF8.GetBytes(seed), "kill");
        using WriterProcess writer = WriterProcess.Start(log.Folder.Path, seed);
        switch (chance.NextBelow(6))
        {
            case 0:
                Thread.Sleep(chance.NextBelow(400));
                break;
            case 1:
                writer.WaitFor("opened");
                Thread.Sleep(chance.NextBelow(6));
                break;
            default:
                writer.WaitFor("acknowledged", 1 + chance.NextBelow(150));
                Thread.SpinWait(chance.NextBelow(100_000));
                break;
        }

        IReadOnlyList<string> faults = log.Hear(writer.Kill());
        try
        {
            faults.ShouldBeEmpty();
            writer.Error.ShouldBe("");

            // Half of the folders are looked at in a copy, so that the next writer finds what the killed one left.
            log.ShouldHoldAll(chance.NextBelow(2) == 0 ? log.Copy() : null);
        }
        catch (Exception e)
        {
            Assert.Fail($"GOUVERNAIL_CRASH_SEED={seed.Split('/')[0]}, run {seed}: {e}");
        }
    }
}
