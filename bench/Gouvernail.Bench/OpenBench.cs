using System.Diagnostics;
using System.Globalization;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;

namespace Gouvernail.Bench;

/// <summary>What a large log costs a process that has just started: to open, to prove, to grow.</summary>
internal sealed class OpenBench(Arguments arguments)
{
    /// <summary>The word by which this program starts itself afresh.</summary>
    public const string Child = "open-child";

    private const int Growth = 100_000;
    private const string Grown = "open, then 100,000 more in acts of one, 64 callers";

    private readonly int _entries = arguments.Whole("--entries", 10_000_000);
    private readonly int _runs = arguments.Whole("--runs", 3);

    public int Run()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;
        try
        {
            string data = Path.Combine(arguments.Text("--keep") ?? folder, "data");
            TimeSpan made = SampleLog.Make(data, _entries);
            Console.Error.WriteLine($"Made or opened in {made.TotalSeconds:F1} s.");
            Console.WriteLine("| what | within the process s | wall s | CPU s | peak MB | bar |");
            Console.WriteLine("|---|---|---|---|---|---|");
            Say("nothing", "nothing", data, "");
            Say("Community.Open", "open", data, "1 s, 100 MB");
            Say("a receipt from the middle", "prove", data, "");
            Say("StoredBundle, its first opening", "bundle", data, "");
            Say(Grown, "grow", data, "100 MB");
            Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "400000");
            Say($"{Grown}, DOTNET_GCgen0size=400000", "grow", data, "100 MB");
            Environment.SetEnvironmentVariable("DOTNET_GCgen0size", null);
            Directory.Delete(new DataFolder(data).Snapshots, recursive: true);
            Say("Community.Open without a snapshot", "open", data, "", once: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Does one thing to a data folder; says how long, apart from the start of the process.</summary>
    public static int RunChild(Arguments arguments)
    {
        var watch = Stopwatch.StartNew();
        var folder = new DataFolder(arguments.Word(2));
        switch (arguments.Word(1))
        {
            case "open":
                using (Community.Open(folder, TimeProvider.System))
                {
                    return Told(watch);
                }

            case "grow":
                using (Community community = Community.Open(folder, TimeProvider.System))
                {
                    Draft note = SampleLog.Note(isSealed: false);
                    Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
                    {
                        for (int i = 0; i < Growth / 64; i++)
                        {
                            await community.Journal.SubmitAsync(_ => Decision.Log(note));
                        }
                    }))).Wait();
                    return Told(watch);
                }

            case "prove":
                using (SqliteJournalStore store = SqliteJournalStore.OpenToRead(folder.Database))
                {
                    return Receipts.Prove(store, store.Head().Size / 2) is null ? 1 : Told(watch);
                }

            case "bundle":
                using (var bundle = new StoredBundle(folder))
                using (Stream? lines = bundle.Openings(0))
                {
                    return lines is null || lines.ReadByte() > 0 ? 1 : Told(watch);
                }

            default:
                return Told(watch);
        }
    }

    private static int Told(Stopwatch watch)
    {
        Console.WriteLine(watch.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private void Say(string what, string task, string data, string bar, bool once = false)
    {
        (double Within, Measured Whole)[] all =
        [
            .. Enumerable.Range(0, once ? 1 : _runs).Select(_ =>
            {
                Measured whole = Measured.Once(Environment.ProcessPath!, Child, task, data);
                return (double.Parse(whole.Said, CultureInfo.InvariantCulture), whole);
            }).OrderBy(run => run.Item1),
        ];
        (double within, Measured m) = all[all.Length / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {within:F2}, least {all[0].Within:F2} | {m.Wall:F2} | {m.Cpu:F2} | {m.Peak:F0} | {bar} |"));
    }
}
