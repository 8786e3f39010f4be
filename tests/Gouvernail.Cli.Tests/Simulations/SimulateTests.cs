namespace Gouvernail.Cli.Tests.Simulations;

public sealed class SimulateTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void One_line_says_what_was_written_and_what_to_do_next()
    {
        string folder = _desk.At("a demo");
        Outcome outcome = Running.Cli("simulate", "conversation", "--out", folder);
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldBe(
            $"Wrote {folder}: 1,000 participants, 50 statements, 15,000 votes, planted groups: 3. "
            + $"Next: gouvernail map '{folder}'\n");
        Running.Cli("map", folder, "--bootstrap", "0").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void The_sentences_speak_the_language_asked_for()
    {
        Running.Cli("simulate", "conversation", "--out", _desk.At("fr"), "--lang", "fr").Output
            .ShouldContain("1\u202f000 participants, 50 énoncés");
        File.ReadAllText(_desk.At("fr/comments.csv")).ShouldContain("Ce service devrait se passer complètement d’IA.");
    }

    [Fact]
    public void An_empty_folder_is_filled_and_a_full_one_refused()
    {
        Directory.CreateDirectory(_desk.At("empty"));
        Running.Cli("simulate", "conversation", "--out", _desk.At("empty")).Code.ShouldBe(ExitCode.Done);
        Outcome again = Running.Cli("simulate", "conversation", "--out", _desk.At("empty"));
        again.Code.ShouldBe(ExitCode.CannotWrite);
        again.Error.ShouldContain("not an empty folder");
    }

    [Fact]
    public void A_small_conversation_needs_no_option_about_groups()
    {
        Running.Cli("simulate", "conversation", "--participants", "2", "--out", _desk.At("two"))
            .Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void The_sample_conversation_is_what_its_command_writes(string language)
    {
        Running.Cli(
            "simulate", "conversation", "--participants", "300", "--statements", "50", "--density", "0.4",
            "--groups", "3", "--seed", "2026", "--lang", language, "--out", _desk.At("sample"))
            .Code.ShouldBe(ExitCode.Done);

        string[] files = Directory.GetFiles(_desk.At("sample"));
        files.Length.ShouldBe(6);
        foreach (string file in files)
        {
            File.ReadAllText(file).ShouldBe(File.ReadAllText(Sample(language, Path.GetFileName(file))));
        }
    }

    private static string Sample(string language, string file)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gouvernail.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "samples", $"ai-in-public-life.{language}", file);
    }
}
