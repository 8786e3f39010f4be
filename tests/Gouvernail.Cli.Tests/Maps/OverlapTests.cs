namespace Gouvernail.Cli.Tests.Maps;

public sealed class OverlapTests : IDisposable
{
    private const string Votes = "participant,statement,vote\na,1,1\nb,1,-1\na,2,0\n";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("--json")]
    [InlineData("--html")]
    public void An_output_never_takes_the_place_of_the_votes(string option)
    {
        string votes = _desk.File("in.csv", Votes);
        ShouldBeRefused($"{option} {votes}", votes, "map", votes, option, votes);
        string detour = Path.Combine(_desk.At("none"), "..", "in.csv");
        ShouldBeRefused($"{option} {detour}", votes, "map", votes, option, detour);
        File.ReadAllText(votes).ShouldBe(Votes);
    }

    [Theory]
    [InlineData("votes.csv")]
    [InlineData("participant-votes.csv")]
    [InlineData("comments.csv")]
    [InlineData("format.json")]
    public void An_output_never_takes_the_place_of_a_file_of_the_folder(string name)
    {
        string folder = _desk.Conversation();
        string file = Path.Combine(folder, name);
        byte[] before = File.ReadAllBytes(file);
        ShouldBeRefused($"--json {file}", folder, "map", folder, "--json", file);
        File.ReadAllBytes(file).ShouldBe(before);
    }

    [Fact]
    public void Another_name_in_the_folder_is_free()
    {
        string file = Path.Combine(_desk.Conversation(), "map.json");
        Running.Cli("map", _desk.Conversation(), "--bootstrap", "0", "--json", file).Code.ShouldBe(ExitCode.Done);
        Running.Cli("map", _desk.Conversation(), "--bootstrap", "0", "--json", file).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Links_are_followed_on_both_sides()
    {
        string votes = _desk.File("in.csv", Votes);
        File.CreateSymbolicLink(_desk.At("file.link"), votes);
        string folder = _desk.Conversation();
        Directory.CreateSymbolicLink(_desk.At("folder.link"), folder);
        File.Delete(Path.Combine(folder, "summary.csv"));
        File.CreateSymbolicLink(Path.Combine(folder, "summary.csv"), _desk.File("summary.txt", "topic,x\n"));
        ShouldBeRefused(_desk.At("file.link"), votes, "map", votes, "--json", _desk.At("file.link"));
        ShouldBeRefused(votes, _desk.At("file.link"), "map", _desk.At("file.link"), "--json", votes);
        string inLink = Path.Combine(_desk.At("folder.link"), "votes.csv");
        ShouldBeRefused(inLink, folder, "map", folder, "--html", inLink);
        ShouldBeRefused(_desk.At("summary.txt"), folder, "map", folder, "--html", _desk.At("summary.txt"));
        ShouldBeRefused(
            inLink, _desk.At("folder.link"),
            "map", votes, "--json", inLink, "--html", Path.Combine(folder, "votes.csv"));
    }

    [Theory]
    [InlineData("--in-conversation")]
    [InlineData("--base-clusters")]
    public void An_output_never_takes_the_place_of_a_pin(string option)
    {
        string pin = _desk.File("pin", "0\n");
        ShouldBeRefused(
            $"--json {pin}", $"{option} {pin}",
            "map", _desk.Conversation(), "--method", "polis/1", option, pin, "--json", pin);
        File.ReadAllText(pin).ShouldBe("0\n");
    }

    [Fact]
    public void Two_outputs_never_take_the_same_place()
    {
        string votes = _desk.File("in.csv", Votes);
        string one = _desk.At("./a");
        string other = _desk.At("a");
        ShouldBeRefused($"--json {one}", $"--html {other}", "map", votes, "--json", one, "--html", other);
        ShouldBeRefused($"--export {other}", $"--json {one}", "map", votes, "--json", one, "--export", other);
        Directory.CreateDirectory(other);
        string inside = Path.Combine(other, "b");
        ShouldBeRefused($"--export {other}", $"--html {inside}", "map", votes, "--html", inside, "--export", other);
        Directory.GetFileSystemEntries(other).ShouldBeEmpty();
        _desk.Names().ShouldBe(["a", "in.csv"]);
    }

    [Fact]
    public void A_device_may_take_two_outputs()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "needs /dev/null");
        Running.Cli("map", _desk.File("in.csv", Votes), "--json", "/dev/null", "--html", "/dev/null")
            .Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_named_pipe_is_written_to_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs named pipes of Unix");
        string pipe = _desk.At("pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string votes = _desk.File("in.csv", Votes);
        Task<string> reading = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        Running.Cli("map", votes, "--json", pipe).Code.ShouldBe(ExitCode.Done);
        (await reading).ShouldBe(Running.Cli("map", votes, "--json", "-").Output);
        _desk.Names().ShouldBe(["in.csv", "pipe"]);
        new FileInfo(pipe).Length.ShouldBe(0);
    }

    [Fact]
    public void An_empty_file_is_replaced_like_any_other()
    {
        string empty = _desk.File("a.json", "");
        Running.Cli("map", _desk.File("in.csv", Votes), "--json", empty).Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(empty).ShouldStartWith("{");
    }

    private static void ShouldBeRefused(string one, string other, params string[] args)
    {
        foreach (string language in (string[])["en", "fr"])
        {
            Outcome outcome = Running.Cli([.. args, "--lang", language]);
            outcome.Code.ShouldBe(ExitCode.Usage);
            outcome.Bytes.ShouldBeEmpty();
            outcome.Error.ShouldContain(one);
            outcome.Error.ShouldContain(other);
        }
    }
}
