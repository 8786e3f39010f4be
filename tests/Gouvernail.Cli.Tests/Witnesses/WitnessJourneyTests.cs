using System.Diagnostics;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Tests.Witnesses;

/// <summary>A witness as a process of its own, asked, ended, killed and started again.</summary>
public sealed class WitnessJourneyTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly WatchedLog _log = WatchedLog.Of(40);
    private readonly HttpClient _http = WitnessClient.NewHttp();
    private readonly List<Process> _processes = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_witness_remembers_across_a_request_to_end_and_a_kill()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Unix signals");
        var client = new WitnessClient(_http);
        (Process first, Uri address, VerifierKey key) =
            await StartAsync("--name", "witness.example/w1", "--log", _log.Vkey);
        (await client.AskAsync(address, key, _log.Note(7), _log.Tree, 0, Cancel)).Cosignature.ShouldNotBeNull();

        // A second process may not serve the same folder.
        Outcome second = Running.Process([], "witness", _desk.At("w"), "--listen", "127.0.0.1:0");
        second.Code.ShouldBe(ExitCode.CannotWrite);
        second.Error.ShouldContain("another program is using it");

        await SignalAsync(first, "-TERM");
        first.ExitCode.ShouldBe((int)ExitCode.Interrupted);

        (Process third, address, VerifierKey same) = await StartAsync();
        same.ShouldBe(key);
        WatchedLog fork = _log.Fork(40);
        (await client.AskAsync(address, key, fork.Note(7), fork.Tree, 0, Cancel)).Cosignature.ShouldBeNull();
        (await client.AskAsync(address, key, _log.Note(9), _log.Tree, 0, Cancel)).Cosignature.ShouldNotBeNull();
        await SignalAsync(third, "-KILL");

        (Process fourth, address, _) = await StartAsync();
        (await client.AskAsync(address, key, fork.Note(12), fork.Tree, 0, Cancel)).Cosignature.ShouldBeNull();
        (await client.AskAsync(address, key, _log.Note(40), _log.Tree, 9, Cancel)).Cosignature.ShouldNotBeNull();
        await SignalAsync(fourth, "-INT");
        fourth.ExitCode.ShouldBe((int)ExitCode.Interrupted);
    }

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }

        _http.Dispose();
        _log.Dispose();
        _desk.Dispose();
    }

    private async Task<(Process Process, Uri Address, VerifierKey Key)> StartAsync(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] args =
        [
            typeof(Surroundings).Assembly.Location, "witness", _desk.At("w"), "--listen", "127.0.0.1:0", .. more,
        ];
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["LC_ALL"] = "C";
        Process process = Process.Start(start)!;
        _processes.Add(process);
        string address = (await process.StandardOutput.ReadLineAsync(Cancel))!["Address: ".Length..];
        string vkey = (await process.StandardOutput.ReadLineAsync(Cancel))!["Public key: ".Length..];
        VerifierKey.TryParse(vkey, out VerifierKey? key, out _).ShouldBeTrue();
        return (process, new Uri(address), key);
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [signal, $"{process.Id}"])!;
        await kill.WaitForExitAsync(Cancel);
        process.WaitForExit(30_000).ShouldBeTrue();
    }
}
