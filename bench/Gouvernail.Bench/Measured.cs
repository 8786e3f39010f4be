using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gouvernail.Bench;

/// <summary>What one run of a whole process cost.</summary>
/// <param name="Cpu">User and system seconds of all its threads.</param>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Peak">Largest resident memory seen, in megabytes (10⁶ bytes).</param>
internal sealed partial record Measured(double Cpu, double Wall, double Peak)
{
    private const int SampleEveryMilliseconds = 10;

    /// <summary>The last line of the command's output; empty where it says nothing.</summary>
    public string Said { get; private init; } = "";

    /// <summary>Runs a command several times after one warm-up; answers the run of median processor time.</summary>
    public static Measured Median(int runs, string command, params string[] arguments)
    {
        _ = Once(command, arguments);
        Measured[] all = [.. Enumerable.Range(0, runs).Select(_ => Once(command, arguments)).OrderBy(m => m.Cpu)];
        return all[all.Length / 2];
    }

    /// <summary>Runs a command once; its output is thrown away but for the last line.</summary>
    public static Measured Once(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        double before = ChildrenSeconds();
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string said = "";
        process.OutputDataReceived += (_, line) => said = line.Data ?? said;
        process.BeginOutputReadLine();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(SampleEveryMilliseconds))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        process.WaitForExit();
        double wall = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {errors.Result}");
        }

        return new Measured(ChildrenSeconds() - before, wall, peak / 1e3) { Said = said };
    }

    /// <summary>Processor seconds of all ended child processes, by the kernel's account.</summary>
    private static double ChildrenSeconds()
    {
        const int Children = -1;
        long[] usage = new long[18];
        if (GetResourceUsage(Children, usage) != 0)
        {
            throw new InvalidOperationException("The system does not tell what processes cost.");
        }

        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, [Out] long[] usage);

    /// <summary>The kernel's own high-water mark, in kilobytes; 0 where it keeps none.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim("\t kB"), null) * 1024 / 1000;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
