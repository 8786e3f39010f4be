using System.Globalization;

namespace Gouvernail.Bench;

/// <summary>The published command takes over a conversation, into a log just made.</summary>
internal sealed class ImportBench(Arguments arguments)
{
    private readonly string _command = Path.GetFullPath(arguments.Word(1));
    private readonly string _conversation = arguments.Word(2);
    private readonly int _runs = arguments.Whole("--runs", 5);

    public int Run()
    {
        string folder = Directory.CreateTempSubdirectory("gouvernail-bench-").FullName;
        try
        {
            Measured[] all =
            [
                .. Enumerable.Range(0, _runs + 1)
                    .Select(run => Import(Path.Combine(folder, run.ToString(CultureInfo.InvariantCulture))))
                    .Skip(1).OrderBy(m => m.Wall),
            ];
            Measured median = all[_runs / 2];
            Console.WriteLine("| what | median s | least s | CPU s | peak MB | bar |");
            Console.WriteLine("|---|---|---|---|---|---|");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| import {Path.GetFileName(_conversation)} | {median.Wall:F2} | {all[0].Wall:F2} | {median.Cpu:F2} "
                    + $"| {median.Peak:F0} | 1.5 s |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private Measured Import(string data)
    {
        _ = Measured.Once(_command, "init", data, "--origin", SampleLog.Origin);
        return Measured.Once(_command, "import", data, _conversation);
    }
}
