using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouvernail.Server.Tests.Faults;

/// <summary>A server in a process of its own, as people run it, and all that it has said.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    /// <summary>How long a test waits for what takes a second.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToArray())
        {
            start.Environment.Remove(name);
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, isLast: line.Data is null);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, isLast: false);
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>All that it has said so far, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts one on a data folder; it may still end before it listens.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="before">A command that ends in running what is given to it; empty for none.</param>
    /// <param name="environment">Environment variables.</param>
    public static ServerProcess Start(
        string data, IReadOnlyList<string> before, params IReadOnlyList<(string Name, string Value)> environment)
    {
        // What stands beside the tests was put there for them: their list of parts counts, not the server's own.
        string tests = typeof(ServerProcess).Assembly.Location;
        string[] command =
        [
            .. before,
            "dotnet", "exec",
            "--depsfile", Path.ChangeExtension(tests, ".deps.json"),
            "--runtimeconfig", Path.ChangeExtension(tests, ".runtimeconfig.json"),
            typeof(ServerRun).Assembly.Location,
            "--data", data, "--urls", "http://127.0.0.1:0", "--lang", "en", "--rate-per-address", "100000000",
        ];
        var server = new ServerProcess(new ProcessStartInfo(command[0], command[1..]));
        foreach ((string name, string value) in environment)
        {
            server._process.StartInfo.Environment[name] = value;
        }

        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> AddressAsync()
    {
        Uri? address = await _address.Task.WaitAsync(_patience, TestContext.Current.CancellationToken);
        address.ShouldNotBeNull(Said);
        return address;
    }

    /// <summary>Kills it as the system does when memory is short: no code of it runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(_patience).ShouldBeTrue();
    }

    /// <summary>Waits until it has ended by itself; gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>True for a variable by which whoever runs the tests would change what the server does.</summary>
    private static bool IsOurs(string variable) =>
        variable.StartsWith("OTEL_", StringComparison.Ordinal)
        || variable.StartsWith("GOUVERNAIL_", StringComparison.Ordinal);

    private void Hear(string? line, bool isLast)
    {
        if (line is not null)
        {
            lock (_said)
            {
                _said.AppendLine(line);
            }

            if (Listens().Match(line) is { Success: true } match)
            {
                _address.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }
        else if (isLast)
        {
            _address.TrySetResult(null);
        }
    }

    [GeneratedRegex("^Gouvernail listens on (?<address>http://[0-9.:]+)$")]
    private static partial Regex Listens();
}
