using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gouvernail.Bench;

/// <summary>A server in a process of its own, until it is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const double TicksASecond = 100;

    private readonly Process _process;

    private ServerProcess(Process process, IPEndPoint endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>Starts a published server on a data folder, and waits until it answers.</summary>
    public static ServerProcess Start(string command, string data)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var endpoint = (IPEndPoint)probe.LocalEndpoint;
        probe.Stop();
        var process = Process.Start(new ProcessStartInfo(
            command,
            ["--data", data, "--urls", $"http://{endpoint}", "--rate-per-address", "100000000"])
        {
            RedirectStandardOutput = true,
        })!;
        _ = process.StandardOutput.ReadLine();

        // Nobody reads on, but what it says later has to go somewhere.
        _ = process.StandardOutput.ReadToEndAsync();
        return new ServerProcess(process, endpoint);
    }

    /// <summary>User and system seconds so far.</summary>
    public double CpuSeconds()
    {
        string stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture)
            + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>The most resident memory so far, in megabytes (10⁶ bytes).</summary>
    public double PeakMegabytes() => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
            .AsSpan(6).Trim("\t kB"),
        CultureInfo.InvariantCulture) * 1024 / 1e6;

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
