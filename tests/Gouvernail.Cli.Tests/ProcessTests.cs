using System.Diagnostics;
using System.Text.Json;

namespace Gouvernail.Cli.Tests;

/// <summary>The command as a process of its own: streams, exit codes and surroundings as people have them.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Exit_codes_reach_the_shell()
    {
        Running.Process([], "--version").Code.ShouldBe(ExitCode.Done);
        Running.Process([], "map").Code.ShouldBe(ExitCode.Usage);
        Running.Process([], "map", _desk.At("nothing")).Code.ShouldBe(ExitCode.NoInput);
        Running.Process([], "map", _desk.File("a.csv", "participant,statement,vote\na,1,x\n"))
            .Code.ShouldBe(ExitCode.BadInput);
        Running.Process([], "map", _desk.Conversation(), "--json", _desk.At("no/where.json"))
            .Code.ShouldBe(ExitCode.CannotWrite);
    }

    [Fact]
    public void The_JSON_is_the_same_whatever_the_culture_and_without_hardware_vectors()
    {
        string conversation = _desk.Conversation();
        Outcome plain = Running.Process([], "map", conversation, "--json", "-");
        plain.Error.ShouldBe("");
        JsonDocument.Parse(plain.Bytes).Dispose();
        Running.Process(new() { ["LC_ALL"] = "tr_TR.UTF-8" }, "map", conversation, "--json", "-")
            .Bytes.ShouldBe(plain.Bytes);
        var noVectors = new Dictionary<string, string> { ["DOTNET_EnableHWIntrinsic"] = "0" };
        Running.Process(noVectors, "map", conversation, "--json", "-", "--threads", "2")
            .Bytes.ShouldBe(plain.Bytes);
        Running.Cli("map", conversation, "--json", "-").Bytes.ShouldBe(plain.Bytes);
    }

    [Fact]
    public void French_reaches_the_screen_as_UTF8_without_a_mark()
    {
        Outcome outcome = Running.Process(new() { ["LANG"] = "fr_FR.UTF-8" }, "map", _desk.Conversation());
        outcome.Output.ShouldContain("Terrain d’entente");
        outcome.Bytes[0].ShouldNotBe((byte)0xEF);
        Running.Process(new() { ["LANG"] = "fr_FR" }, "map").Error
            .ShouldStartWith("gouvernail\u00a0: quelle conversation");
    }

    [Fact]
    public void A_reader_that_leaves_early_is_no_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        string command = $"dotnet '{typeof(Surroundings).Assembly.Location}' map '{_desk.Conversation()}' --json -";
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"({command}; echo $? >&2) | head -c 10");
        using Process process = Process.Start(start)!;
        string error = Running.WithoutProgress(process.StandardError.ReadToEnd());
        process.WaitForExit();
        error.ShouldBe("0\n");
    }

    [Fact]
    public void A_full_output_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        string command = $"dotnet '{typeof(Surroundings).Assembly.Location}' map '{_desk.Conversation()}' > /dev/full";
        var start = new ProcessStartInfo("sh") { RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        string error = Running.WithoutProgress(process.StandardError.ReadToEnd());
        process.WaitForExit();
        process.ExitCode.ShouldBe((int)ExitCode.CannotWrite);
        error.ShouldBe("gouvernail: cannot write the output: the disk is full.\n");
    }

    [Fact]
    public void Control_C_stops_the_work_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Unix signals");
        string conversation = _desk.Conversation(participants: 3000);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] args =
        [
            typeof(Surroundings).Assembly.Location, "map", conversation, "--bootstrap", "10000",
            "--json", _desk.At("a.json"),
        ];
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;

        // The first line of progress says that the work is under way.
        process.StandardError.ReadLine().ShouldNotBeNull();
        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"])!)
        {
            kill.WaitForExit();
        }

        process.WaitForExit(30_000).ShouldBeTrue();
        process.ExitCode.ShouldBe((int)ExitCode.Interrupted);
        process.StandardError.ReadToEnd().ShouldContain("interrupted");
        _desk.Names().ShouldBe(["conversation"]);
    }
}
