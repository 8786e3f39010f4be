using System.Globalization;

namespace Gouvernail.Bench;

/// <summary>The opinion map against its bars and the peers' figures (docs/methods/opinion-map.md).</summary>
internal sealed class OpinionMapBench(string command) : IDisposable
{
    private const int Runs = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;

    public void Run(bool large, string? data)
    {
        Console.WriteLine("| what | CPU s | wall s | peak MB | bar | peers |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Line("start: --version", "", "", Measured.Median(Runs, command, "--version"));
        if (data is not null)
        {
            string vtaiwan = Path.Combine(data, "vtaiwan.uberx");
            Line(
                "vtaiwan.uberx, 50 resamples, text, JSON and HTML",
                "0.6 CPU s",
                "red-dwarf 1.39 CPU s, 184 MiB, without resamples",
                Measured.Median(Runs, command, "map", vtaiwan, "--json", Out("v.json"), "--html", Out("v.html")));
        }

        string small = Votes("10k", 10_000, 500, "0.05");
        Line(
            "10,000 × 500, 5 %, CSV to JSON",
            "",
            "red-dwarf 5.4 CPU s, 1.06 GB; sparse numpy 3.1 CPU s, 82 MB",
            Map(small, "0", 1, Runs));
        string middle = Votes("50k", 50_000, 1_000, "0.05");
        Line(
            "50,000 × 1,000, 5 %, CSV to JSON",
            "1.4 CPU s, 300 MB",
            "red-dwarf 69 CPU s, 3.2 GB; sparse numpy 11.5 CPU s, 432 MB",
            Map(middle, "0", 1, Runs));
        Line("the same, 50 resamples", "12 CPU s", "", Map(middle, "50", 1, 3));
        Line("the same, 50 resamples, two threads", "", "", Map(middle, "50", 2, 3));
        if (large)
        {
            string million = Votes("1m", 1_000_000, 2_000, "0.025");
            Line(
                "1,000,000 × 2,000, 50 M votes, two threads, reading included",
                "40 wall s apart from reading, 3 GB",
                "",
                Map(million, "0", 2, 1));
            Line("the same, 50 resamples", "", "", Map(million, "50", 2, 1));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Measured Map(string votes, string resamples, int threads, int runs)
    {
        string[] arguments =
        [
            "map", votes, "--json", "-", "--bootstrap", resamples,
            "--threads", threads.ToString(CultureInfo.InvariantCulture),
        ];
        return runs == 1 ? Measured.Once(command, arguments) : Measured.Median(runs, command, arguments);
    }

    /// <summary>A simulated conversation as a plain list of votes.</summary>
    private string Votes(string name, int participants, int statements, string density)
    {
        string folder = Path.Combine(_folder, name);
        _ = Measured.Once(
            command, "simulate", "conversation", "--groups", "3", "--seed", "1", "--out", folder,
            "--participants", participants.ToString(CultureInfo.InvariantCulture),
            "--statements", statements.ToString(CultureInfo.InvariantCulture),
            "--density", density);
        string plain = folder + ".csv";
        using (var writer = new StreamWriter(plain))
        {
            writer.Write("participant,statement,vote\n");
            foreach (string line in File.ReadLines(Path.Combine(folder, "votes.csv")).Skip(1))
            {
                string[] field = line.Split(',');
                writer.Write($"{field[3]},{field[2]},{field[4]}\n");
            }
        }

        Directory.Delete(folder, recursive: true);
        return plain;
    }

    private string Out(string name) => Path.Combine(_folder, name);

    private static void Line(string what, string bar, string peers, Measured m) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {m.Cpu:F2} | {m.Wall:F2} | {m.Peak:F0} | {bar} | {peers} |"));
}
