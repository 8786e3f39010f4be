using System.Net;
using System.Net.Sockets;
using Gouvernail.Cli.Witnesses;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Tests.Witnesses;

public sealed class WitnessCommandTests : IDisposable
{
    private const string Name = "witness.example/w1";

    private readonly Desk _desk = new();
    private readonly WatchedLog _log = WatchedLog.Of(9);

    [Theory]
    [InlineData("witness", "which folder?")]
    [InlineData("witness w", "--name NAME")]
    [InlineData("witness w --name a", "which log?")]
    [InlineData("witness w --name a+b --log x", "--name does not take \"a+b\"")]
    [InlineData("witness w --name a --log x", "--log does not take \"x\"")]
    [InlineData("witness w --name a --listen here", "--listen takes")]
    [InlineData("witness w --listen", "--listen needs a value")]
    [InlineData("witness w --log x --log y", "--log is given more than once")]
    public void A_fault_of_usage_makes_nothing(string line, string message)
    {
        string[] args = line.Split(' ');
        if (args.Length > 1)
        {
            args[1] = _desk.At(args[1]);
        }

        Outcome outcome = Running.Cli(args);
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("See: gouvernail witness --help");
        _desk.Names().ShouldBeEmpty();
        Running.Cli([.. args, "--lang", "fr"]).Error.ShouldContain("Voir\u00a0: gouvernail witness --help");
    }

    [Theory]
    [InlineData("127.0.0.1:8300", "127.0.0.1:8300")]
    [InlineData("localhost:0", "127.0.0.1:0")]
    [InlineData("0.0.0.0:80", "0.0.0.0:80")]
    [InlineData("[::1]:8300", "[::1]:8300")]
    [InlineData("::1:8300", null)]
    [InlineData("[127.0.0.1]:1", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("127.0.0.1:65536", null)]
    [InlineData("127.0.0.1:-1", null)]
    [InlineData(":8300", null)]
    [InlineData("example.org:80", null)]
    public void An_address_is_numbers_and_a_port(string text, string? expected) =>
        ListenAddress.Parse(text)?.ToString().ShouldBe(expected);

    [Fact]
    public void A_first_use_makes_a_folder_that_later_ones_find()
    {
        (ExitCode code, string said, _) = Serve("--name", Name, "--log", _log.Vkey);
        code.ShouldBe(ExitCode.Interrupted);
        said.ShouldContain("Address: http://127.0.0.1:");
        said.ShouldContain($"Public key: {Name}+");
        said.ShouldContain("Logs watched: 1.");
        Directory.GetFileSystemEntries(_desk.At("w")).Select(Path.GetFileName).Order()
            .ShouldBe(["logs", "seen", "witness.key"]);
        File.ReadAllText(_desk.At("w/logs")).ShouldBe(_log.Vkey + "\n");

        // The same key, one log more, and comments kept.
        File.AppendAllText(_desk.At("w/logs"), "\n# neighbours");
        using SignerKey other = SignerKey.Generate("log.example/other", SignatureKind.Ed25519);
        string key = said.Split('\n')[1];
        (_, said, _) = Serve("--log", other.Verifier.ToString());
        said.ShouldContain(key + "\n");
        said.ShouldContain("Logs watched: 2.");
        Serve("--log", _log.Vkey).Said.ShouldContain("Logs watched: 2.");
        File.ReadAllText(_desk.At("w/logs")).ShouldBe($"{_log.Vkey}\n\n# neighbours\n{other.Verifier}\n");
    }

    [Fact]
    public void A_witness_keeps_its_name()
    {
        Serve("--name", Name, "--log", _log.Vkey);
        Serve("--name", Name).Code.ShouldBe(ExitCode.Interrupted);
        (ExitCode code, _, string error) = Serve("--name", "another");
        code.ShouldBe(ExitCode.Usage);
        error.ShouldContain($"this witness is called {Name}");
    }

    [Fact]
    public void A_key_or_a_list_that_is_not_one_is_refused()
    {
        Serve("--name", Name, "--log", _log.Vkey);
        File.AppendAllText(_desk.At("w/logs"), "no key\n");
        (ExitCode code, _, string error) = Serve();
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("logs, line 2: not a log's public key");

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_desk.At("w/witness.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        (code, _, error) = Serve();
        code.ShouldBe(ExitCode.NoInput);
        error.ShouldContain("chmod 600");

        File.Delete(_desk.At("w/witness.key"));
        KeyFile.Create(_desk.At("w/witness.key"), _log.Key);
        Serve().Error.ShouldContain("not a witness's key");
    }

    [Fact]
    public void A_memory_lost_or_damaged_stops_the_witness()
    {
        Serve("--name", Name, "--log", _log.Vkey);
        File.WriteAllText(_desk.At("w/seen/stray"), "");
        (ExitCode code, _, string error) = Serve();
        code.ShouldBe(ExitCode.Tampered);
        error.ShouldContain("is damaged");

        Directory.Delete(_desk.At("w/seen"), recursive: true);
        (code, _, error) = Serve("--name", Name);
        code.ShouldBe(ExitCode.Tampered);
        error.ShouldContain("has forgotten what it cosigned");
        Serve("--lang", "fr").Error.ShouldContain("a disparu\u00a0: ce témoin a oublié");
    }

    [Fact]
    public void An_address_that_is_taken_is_said_to_be()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string taken = listener.LocalEndpoint.ToString()!;
        (ExitCode code, _, string error) = Serve("--name", Name, "--log", _log.Vkey, "--listen", taken);
        code.ShouldBe(ExitCode.CannotWrite);
        error.ShouldContain($"cannot listen on {taken}");
        (code, _, error) = Serve("--listen", "192.0.2.1:0");
        code.ShouldBe(ExitCode.CannotWrite);
        error.ShouldContain("cannot listen on 192.0.2.1:0");
    }

    [Fact]
    public void An_address_that_others_can_reach_is_warned_of()
    {
        Serve("--name", Name, "--log", _log.Vkey).Error.ShouldNotContain("warning");
        (ExitCode code, _, string error) = Serve("--listen", "0.0.0.0:0");
        code.ShouldBe(ExitCode.Interrupted);
        error.ShouldContain("warning: this address can be reached from other machines");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(_desk.At("w"), "");
        (ExitCode code, _, string error) = Serve("--name", Name, "--log", _log.Vkey);
        code.ShouldBe(ExitCode.CannotWrite);
        error.ShouldContain("cannot work in");
    }

    public void Dispose()
    {
        _log.Dispose();
        _desk.Dispose();
    }

    /// <summary>Starts the command inside the test, and ends it as soon as it has said where it listens.</summary>
    private (ExitCode Code, string Said, string Error) Serve(params string[] more)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var output = new Ending(end);
        using var error = new StringWriter();
        string[] listen = more.Contains("--listen") ? [] : ["--listen", "127.0.0.1:0"];
        var here = new Surroundings { Output = output, Error = error, Variable = _ => null };
        ExitCode code = Gouvernail.Cli.Cli.Run(["witness", _desk.At("w"), .. listen, .. more], here, end.Token);
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Ending(CancellationTokenSource end) : MemoryStream
    {
        public override void Flush() => end.Cancel();
    }
}
