using System.Diagnostics;
using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Choice.Ranking;

namespace Gouvernail.Bench;

/// <summary>
/// A feed's lists, on one core: a million candidates scored and cut to a thousand; then the lists of a page.
/// </summary>
internal sealed class RankBench(Arguments arguments)
{
    private const int Width = 32;
    private const int Genres = 18;

    private readonly int _items = arguments.Whole("--items", 1_000_000);
    private readonly int _runs = arguments.Whole("--runs", 41);

    public int Run()
    {
        SeededGenerator draw = new([1], "bench/ranking");
        float[] values = new float[_items * Width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(draw.NextUnit() - 0.5);
        }

        double[] weights = [.. Enumerable.Range(0, Width).Select(_ => draw.NextUnit())];
        ushort[] apart = [.. Enumerable.Range(0, _items).Select(_ => (ushort)(1 << draw.NextBelow(4) & 7))];
        ushort[] overlapping = [.. Enumerable.Range(0, _items).Select(_ => (ushort)draw.NextBelow(8))];
        Quota[] halves = [Quota.OfTheList(300), Quota.OfTheList(300), Quota.OfTheList(200, 250)];
        Quota[] mixed = [Quota.OfTheList(600), Quota.OfTheList(600), Quota.OfTheList(0, 400)];
        var features = new Features(values, Width);
        double[] scores = LinearScores.Of(features, weights);
        var candidates = new Candidates(scores);

        Console.WriteLine("| what | CPU ms, median | wall ms, median | least | bar | prototype |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Say($"{_items:N0} × {Width} features scored", "", "12.4 ms", () =>
            LinearScores.Compute(features, weights, scores));
        Say("best 1,000 of them", "", "1.3 to 2.4 ms", () => TopItems.Of(candidates, 1000));
        Say("best 1,000 under three quotas", "", "", () => Met(Quotas.Fill(candidates, apart, halves, 1000)));
        Say("scored, and the best 1,000 under three quotas", "20 ms", "", () =>
        {
            LinearScores.Compute(features, weights, scores);
            Met(Quotas.Fill(new Candidates(scores), apart, halves, 1000));
        });
        Say("1,000 places under three quotas that overlap", "", "", () =>
            Met(Quotas.Fill(candidates, overlapping, mixed, 1000)));
        Quota[] running = [Quota.OfEvery(10, 3), Quota.OfEvery(10, 3), Quota.OfTheList(0)];
        Say("1,000 places, at least 3 of every 10, twice", "", "", () =>
            Met(Quotas.Fill(candidates, apart, running, 1000)));
        double[] copy = new double[_items];
        Say("all of them sorted", "", "370 to 416 ms", () =>
        {
            scores.CopyTo(copy, 0);
            Array.Sort(copy);
        });

        int few = Math.Min(1000, _items);
        var page = new Candidates(scores[..few]);
        var pageFeatures = new Features(values[..(few * Width)], Width);
        double[] shares = new double[few * Genres];
        for (int i = 0; i < few; i++)
        {
            for (int n = draw.NextBelow(3); n >= 0; n--)
            {
                shares[(i * Genres) + draw.NextBelow(Genres)] = 1;
            }
        }

        var categories = new Features(shares, Genres);
        double[] target = [.. Enumerable.Range(1, Genres).Select(g => (double)g)];
        Say("marginal relevance, 100 of 1,000", "", "0.7 ms", () =>
            MarginalRelevance.Select(page, pageFeatures, 100, 0.7));
        Say("calibrated, 100 of 1,000", "", "", () => Calibrated.Select(page, categories, target, 100, 0.5));
        var two = new Candidates(scores[..Math.Min(200, few)]);
        var twoCategories = new Features(shares[..(two.Count * Genres)], Genres);
        Say("calibrated, 10 of 200", "", "0.3 ms", () => Calibrated.Select(two, twoCategories, target, 10, 0.5));
        return 0;
    }

    private static void Met(QuotaAnswer answer)
    {
        if (answer.List is null || answer.Guarantee != QuotaGuarantee.Best)
        {
            throw new InvalidOperationException($"{answer.Guarantee} {answer.Conflict}");
        }
    }

    /// <summary>
    /// Medians over runs; each run of something short does it many times, as processor time is told in steps.
    /// </summary>
    private void Say(string what, string bar, string prototype, Action work)
    {
        work();
        var once = Stopwatch.StartNew();
        work();
        int times = (int)Math.Clamp(20 / Math.Max(once.Elapsed.TotalMilliseconds, 0.01), 1, 1000);
        int runs = once.Elapsed.TotalMilliseconds > 100 ? Math.Min(_runs, 5) : _runs;
        double[] cpu = new double[runs];
        double[] wall = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            for (int n = 0; n < times; n++)
            {
                work();
            }

            wall[run] = watch.Elapsed.TotalMilliseconds / times;
            cpu[run] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
        }

        Array.Sort(cpu);
        Array.Sort(wall);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {cpu[runs / 2]:F2} | {wall[runs / 2]:F2} | {wall[0]:F2} | {bar} | {prototype} |"));
    }
}
