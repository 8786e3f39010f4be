using System.Diagnostics;
using System.Globalization;
using Gouvernail.Audits;
using Gouvernail.Journals;

namespace Gouvernail.Bench;

/// <summary>The audit of an exported bundle: hashes alone, then entries too.</summary>
internal sealed class VerifyBench(Arguments arguments)
{
    private readonly int _entries = arguments.Whole("--entries", 1_000_000);
    private readonly int _runs = arguments.Whole("--runs", 3);

    public int Run()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;
        try
        {
            string home = Directory.CreateDirectory(arguments.Text("--keep") ?? folder).FullName;
            string bundle = Path.Combine(home, "bundle");
            if (!Directory.Exists(bundle))
            {
                TimeSpan made = SampleLog.Make(Path.Combine(home, "data"), _entries);
                var watch = Stopwatch.StartNew();
                BundleExport.Write(new DataFolder(Path.Combine(home, "data")), bundle);
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Made in {made.TotalSeconds:F1} s, exported in {watch.Elapsed.TotalSeconds:F1} s."));
            }

            Console.WriteLine("| what | median s | least s | CPU s | bar | peers |");
            Console.WriteLine("|---|---|---|---|---|---|");
            string asked = "the specification asks for 5 s";
            Say("audit, tree only", "1.5 s", asked, () => InProcess(bundle, treeOnly: true, 0));
            Say("audit, tree only, one thread", "", "", () => InProcess(bundle, treeOnly: true, 1));
            Say("audit, entries read too", "", "", () => InProcess(bundle, treeOnly: false, 0));
            if (arguments.Text("--command") is { } command)
            {
                string path = Path.GetFullPath(command);
                Say("gouvernail verify --tree-only", "1.5 s", "", () =>
                    Measured.Once(path, "verify", bundle, "--tree-only"));
                Say("gouvernail verify", "", "", () => Measured.Once(path, "verify", bundle));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static Measured InProcess(string path, bool treeOnly, int threads)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        using var bundle = new FolderBundle(path);
        AuditReport report = Audit.Run(bundle, new AuditOptions
        {
            TreeOnly = treeOnly,
            Threads = threads == 0 ? Environment.ProcessorCount : threads,
        });
        return report.TreeHolds
            ? new Measured((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, watch.Elapsed.TotalSeconds, 0)
            : throw new InvalidOperationException(report.Findings[0].ToString());
    }

    private void Say(string what, string bar, string peers, Func<Measured> run)
    {
        run();
        Measured[] all = [.. Enumerable.Range(0, _runs).Select(_ => run()).OrderBy(m => m.Wall)];
        Measured median = all[_runs / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {median.Wall:F2} | {all[0].Wall:F2} | {median.Cpu:F2} | {bar} | {peers} |"));
    }
}
