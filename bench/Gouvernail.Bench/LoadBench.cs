using System.Diagnostics;
using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.People;

namespace Gouvernail.Bench;

/// <summary>
/// A whole server under votes over HTTP: as many as it takes from few connections, or ten thousand people who each vote
/// every few seconds while the map is looked at. The people are made here, on the same processors.
/// </summary>
internal sealed class LoadBench(Arguments arguments)
{
    private const int Statements = 100;
    private const string Consultation = "c1";

    private readonly int _seconds = arguments.Whole("--seconds", 10);
    private readonly int _people = arguments.Whole("--people", 20_000);
    private readonly int _connections = arguments.Whole("--connections", 64);
    private readonly int _crowd = arguments.Whole("--crowd", 0);
    private readonly int _pause = arguments.Whole("--pause", 4);

    public int Run()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;
        try
        {
            string data = Path.Combine(folder, "data");
            Prepare(data);
            var watch = Stopwatch.StartNew();
            using var server = ServerProcess.Start(arguments.Word(1), data);
            double started = watch.Elapsed.TotalSeconds;
            RunAsync(server, started).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Prepare(string data)
    {
        using Community community = Community.Open(
            Community.Found(data, SampleLog.Origin, "Load", TimeProvider.System), TimeProvider.System);
        var plan = new ConsultationOpened("Load?", "", "", Publication.Statements | Publication.Votes);
        community.Journal.Submit(_ => OpenConsultation.Decide(
            community.Consultations, new OpenConsultation(null, plan, Pseudonyms.NewKey())));
        string[] texts = [.. Enumerable.Range(1, Statements).Select(n => $"Sentence number {n} of the load.")];
        community.Journal.Submit(_ => SeedStatements.Decide(
            community.Consultations, new SeedStatements(Consultation, texts)));
    }

    private async Task RunAsync(ServerProcess server, double started)
    {
        string[] people = await Visitor.MakeAsync(server.Endpoint, _crowd > 0 ? _crowd : _people);
        if (_crowd == 0)
        {
            _ = await MeasureAsync(server, people, 2, TimeSpan.Zero, _connections);
        }

        using var listeners = new MapListener(server.Endpoint, Consultation);
        Task listening = _crowd > 0 ? listeners.ListenAsync() : Task.CompletedTask;
        double cpu = server.CpuSeconds();
        var watch = Stopwatch.StartNew();
        List<double> waits = _crowd > 0
            ? await MeasureAsync(server, people, _seconds, TimeSpan.FromSeconds(_pause), _crowd)
            : await MeasureAsync(server, people, _seconds, TimeSpan.Zero, _connections);
        double wall = watch.Elapsed.TotalSeconds;
        cpu = server.CpuSeconds() - cpu;
        listeners.Stop();
        await listening;
        waits.Sort();
        Console.WriteLine(
            "| what | votes/s | p50 ms | p99 ms | max ms | CPU µs each | MB | map lag, worst | started | bar |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        string what = _crowd > 0
            ? $"{_crowd} people, a vote each about every {_pause} s, map on"
            : $"{_connections} connections, {_people} people";
        string bar = _crowd > 0 ? "p99 200 ms, 500 MB, lag 3 s" : "20,000/s";
        string lag = _crowd > 0 ? string.Create(CultureInfo.InvariantCulture, $"{listeners.WorstLag:F2} s") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {waits.Count / wall:F0} | {waits[waits.Count / 2]:F1} | {waits[(int)(waits.Count * 0.99)]:F1} "
                + $"| {waits[^1]:F0} | {cpu * 1e6 / waits.Count:F1} | {server.PeakMegabytes():F0} | {lag} "
                + $"| {started:F2} s | {bar} |"));
    }

    private static async Task<List<double>> MeasureAsync(
        ServerProcess server, string[] people, int seconds, TimeSpan pause, int connections)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        Task<List<double>>[] visitors =
        [
            .. Enumerable.Range(0, connections).Select(n => Task.Run(() => Visitor.VoteAsync(
                server.Endpoint, people, n, connections, pause, Consultation, Statements, end.Token))),
        ];
        return [.. (await Task.WhenAll(visitors)).SelectMany(waits => waits)];
    }
}
