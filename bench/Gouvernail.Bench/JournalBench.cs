using System.Diagnostics;
using System.Globalization;
using Gouvernail.Journals;

namespace Gouvernail.Bench;

/// <summary>Durable appends, one entry to an act, by callers who each wait for their receipt before the next.</summary>
internal sealed class JournalBench(Arguments arguments)
{
    private const double WarmUpSeconds = 1.5;

    private readonly int _callers = arguments.Whole("--callers", 64);
    private readonly int _seconds = arguments.Whole("--seconds", 5);
    private readonly bool _sealed = arguments.Has("--sealed");

    public int Run()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;
        try
        {
            var clock = new CountingClock();
            string data = Path.Combine(arguments.Text("--folder") ?? folder, "data");
            using Community community = Community.Open(
                Community.Found(data, SampleLog.Origin, "", TimeProvider.System), clock);
            _ = Measure(community, clock, WarmUpSeconds);
            Figures[] runs =
            [
                .. Enumerable.Range(0, arguments.Whole("--runs", 3))
                    .Select(_ => Measure(community, clock, _seconds)).OrderBy(run => run.Rate),
            ];
            Say(runs[0], runs[runs.Length / 2]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private Figures Measure(Community community, CountingClock clock, double seconds)
    {
        Draft[] notes = [.. Enumerable.Range(0, 256).Select(_ => SampleLog.Note(_sealed))];
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long batches = clock.Asked;
        var watch = Stopwatch.StartNew();
        Task<List<double>>[] callers =
        [
            .. Enumerable.Range(0, _callers).Select(caller => Task.Run(async () =>
            {
                var waits = new List<double>();
                for (int i = caller; watch.Elapsed.TotalSeconds < seconds; i++)
                {
                    long asked = Stopwatch.GetTimestamp();
                    await community.Journal.SubmitAsync(_ => Decision.Log(notes[i & 255]));
                    waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }

                return waits;
            })),
        ];
        double[] all = [.. callers.SelectMany(caller => caller.Result).Order()];
        double wall = watch.Elapsed.TotalSeconds;
        return new Figures(
            all.Length / wall,
            all[all.Length / 2],
            all[(int)(all.Length * 0.99)],
            all[^1],
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds * 1e6 / all.Length,
            (double)all.Length / (clock.Asked - batches));
    }

    private void Say(Figures least, Figures median)
    {
        Console.WriteLine("| what | appends/s | p50 | p99 | max ms | CPU µs each | batch | bar | peers |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        string what = $"{(_sealed ? "sealed" : "public")}, {_callers} callers";
        foreach ((string name, Figures f) in (ReadOnlySpan<(string, Figures)>)[("median", median), ("least", least)])
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what}, {name} | {f.Rate:F0} | {f.P50:F2} | {f.P99:F2} | {f.Most:F1} | {f.Cpu:F1} | {f.Batch:F1} "
                    + $"| 50,000/s, p99 50 ms | Tessera, POSIX on NVMe: about 10,000/s |"));
        }
    }

    /// <summary>Times in milliseconds, from the asking to the receipt; Cpu is microseconds of all threads.</summary>
    private sealed record Figures(double Rate, double P50, double P99, double Most, double Cpu, double Batch);

    /// <summary>The journal asks for the time once a batch.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private long _asked;

        public long Asked => Volatile.Read(ref _asked);

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Increment(ref _asked);
            return System.GetUtcNow();
        }
    }
}
