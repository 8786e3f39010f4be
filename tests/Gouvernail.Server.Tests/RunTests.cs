namespace Gouvernail.Server.Tests;

public sealed class RunTests
{
    [Theory]
    [InlineData("--nonsense")]
    [InlineData("word")]
    [InlineData("--data")]
    [InlineData("--data", "--demo")]
    [InlineData("--data", "a", "--data", "b")]
    [InlineData("--lang", "de")]
    [InlineData("--urls", "https://127.0.0.1:5080")]
    [InlineData("--urls", "http://example.org:5080")]
    [InlineData("--urls", "http://127.0.0.1:5080/path")]
    [InlineData("--urls", "5080")]
    [InlineData("--rate-per-address", "0")]
    [InlineData("--rate-per-address", "many")]
    [InlineData("--public-url", "example.org")]
    [InlineData("--public-url", "ftp://example.org")]
    [InlineData("--public-url", "https://example.org/path")]
    public async Task A_wrong_option_is_told_in_both_languages(params string[] args)
    {
        string english = await FailAsync(ExitCode.Usage, "en_GB.UTF-8", args);
        string french = await FailAsync(ExitCode.Usage, "fr_FR.UTF-8", args);
        english.ShouldStartWith("gouvernail-server: ");
        english.ShouldEndWith("See: gouvernail-server --help\n");
        french.ShouldStartWith("gouvernail-server\u00a0: ");
        french.ShouldNotBe(english);
    }

    [Fact]
    public async Task Help_names_every_option_in_both_languages()
    {
        foreach (string language in (string[])["en", "fr"])
        {
            using var output = new StringWriter();
            ExitCode code = await ServerRun.RunAsync(
                ["--help", "--lang", language], output, output, _ => null, TestContext.Current.CancellationToken);
            code.ShouldBe(ExitCode.Done);
            foreach (string option in (string[])["--data", "--demo", "--facilitator-link", "--urls",
                "--public-url", "--behind-proxy", "--rate-per-address", "--lang", "--help"])
            {
                output.ToString().ShouldContain(option);
            }
        }
    }

    [Fact]
    public void The_options_are_read()
    {
        string[] args = ["--data", "d", "--demo", "--urls", "http://localhost:0;http://[::1]:81", "--behind-proxy",
            "--rate-per-address", "7", "--public-url", "https://decide.example.org", "--lang", "fr"];
        var line = new ServerCommandLine(args, _ => null);
        line.Fault.ShouldBeNull();
        ServerOptions options = line.Options;
        options.Data.ShouldBe("d");
        options.Demo.ShouldBeTrue();
        options.BehindProxy.ShouldBeTrue();
        options.RatePerAddress.ShouldBe(7);
        options.IsHttps.ShouldBeTrue();
        options.Language.ShouldBe(Language.French);
        options.Endpoints.Select(endpoint => endpoint.ToString()).ShouldBe(["127.0.0.1:0", "[::1]:81"]);
    }

    [Fact]
    public async Task A_folder_that_another_process_holds_is_told()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await FailAsync(ExitCode.CannotWrite, "en", "--data", desk.Data)).ShouldContain("another process writes");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await FailAsync(ExitCode.CannotWrite, "en", "--demo", "--urls", desk.Host.Addresses.First()))
            .ShouldContain("cannot listen on");
    }

    [Fact]
    public async Task A_folder_of_something_else_is_left_alone()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-other-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "a"), "b", TestContext.Current.CancellationToken);
            (await FailAsync(ExitCode.CannotWrite, "en", "--data", folder.FullName))
                .ShouldContain("something is there");
            folder.GetFileSystemInfos().ShouldHaveSingleItem();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task It_ends_when_told_to_and_a_demonstration_leaves_nothing()
    {
        using var output = new Ready();
        using var end = new CancellationTokenSource();
        Task<ExitCode> run = ServerRun.RunAsync(
            ["--demo", "--urls", "http://127.0.0.1:0", "--lang", "en"], output, output, _ => null, end.Token);
        string line = await output.Line.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        string folder = line.Split(" in ")[1].Split(". Ctrl")[0];
        Directory.Exists(folder).ShouldBeTrue();
        await end.CancelAsync();
        (await run).ShouldBe(ExitCode.Done);
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static async Task<string> FailAsync(ExitCode expected, string locale, params string[] args)
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        ExitCode code = await ServerRun.RunAsync(
            args, TextWriter.Null, error, name => name == "LC_ALL" ? locale : null, end.Token);
        code.ShouldBe(expected, error.ToString());
        return error.ToString();
    }

    private sealed class Ready : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new();

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value!);
            return Task.CompletedTask;
        }
    }
}
