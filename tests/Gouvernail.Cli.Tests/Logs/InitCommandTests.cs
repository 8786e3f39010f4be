using System.Text.Json;
using Gouvernail.Log.Notes;
using Gouvernail.People;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class InitCommandTests : IDisposable
{
    private const string Origin = "example.org/our-city";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_community_is_founded_with_its_log_and_key()
    {
        Outcome outcome = Init("--community", "Our city");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        string vkey = File.ReadAllText(_desk.At("city/vkey")).TrimEnd();
        outcome.Output.ShouldStartWith($"Founded a community, and its log, in {_desk.At("city")}.\n\n");
        outcome.Output.ShouldContain($"  Log           {Origin}\n  Public key    {vkey}\n");
        outcome.Output.ShouldContain("never show it");
        outcome.Output.ShouldEndWith($"\nNext: gouvernail import {_desk.At("city")} PATH\n");
        VerifierKey.TryParse(vkey, out VerifierKey? key, out _).ShouldBeTrue();
        key!.Name.ShouldBe(Origin);
        _desk.Names().ShouldBe(["city"]);
    }

    [Fact]
    public void The_secret_is_kept_from_others_and_never_shown()
    {
        Outcome outcome = Init("--json");
        string secret = File.ReadAllText(_desk.At("city/log.key")).Trim();
        outcome.Output.ShouldNotContain(secret.Split('+', 5)[4]);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights");
            return;
        }

        File.GetUnixFileMode(_desk.At("city")).ShouldBe(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string file in (string[])["city/log.key", "city/journal.db"])
        {
            File.GetUnixFileMode(_desk.At(file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_program_reads_one_object()
    {
        JsonElement made = City.Object(Init("--json", "--community", "Our \"city\""));
        City.Names(made).ShouldBe(["folder", "origin", "community", "vkey", "signingKey", "checkpoint"]);
        made.GetProperty("folder").GetString().ShouldBe(_desk.At("city"));
        made.GetProperty("origin").GetString().ShouldBe(Origin);
        made.GetProperty("community").GetString().ShouldBe("Our \"city\"");
        made.GetProperty("signingKey").GetString().ShouldBe(_desk.At("city/log.key"));
        City.Names(made.GetProperty("checkpoint")).ShouldBe(["origin", "size", "root"]);
        made.GetProperty("checkpoint").GetProperty("size").GetInt64().ShouldBe(1);
    }

    [Fact]
    public void It_is_said_in_French_too()
    {
        string output = Init("--lang", "fr").Output;
        output.ShouldStartWith("Communauté fondée, avec son registre, dans ");
        output.ShouldContain("à part du registre\u00a0: avec elle");
        output.ShouldNotContain(" :");
        output.ShouldEndWith(" CHEMIN\n");
    }

    [Theory]
    [InlineData("our city")]
    [InlineData("our+city")]
    [InlineData("our\u00a0city")]
    [InlineData("our\tcity")]
    [InlineData("https://example.org/our-city")]
    public void A_name_that_proofs_could_not_bear_is_a_fault_of_usage(string origin)
    {
        Outcome outcome = Running.Cli("init", _desk.At("city"), "--origin", origin);
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain("such as example.org/our-city");
        Nothing();
    }

    [Fact]
    public void A_name_has_a_length_that_a_proof_can_hold()
    {
        Running.Cli("init", _desk.At("city"), "--origin", new string('a', 256)).Code.ShouldBe(ExitCode.Usage);
        Init("--community", new string('a', CommunityFounded.LongestName + 1)).Code.ShouldBe(ExitCode.Usage);
        Nothing();
        Init("--community", new string('a', CommunityFounded.LongestName)).Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("init", "which data folder?", "quel dossier de données")]
    [InlineData("init a", "with --origin", "avec --origin")]
    [InlineData("init a --origin", "--origin needs a value", "--origin demande une valeur")]
    public void What_is_missing_is_named(string line, string english, string french)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(english);
        Running.Cli([.. line.Split(' '), "--lang=fr"]).Error.ShouldContain(french);
    }

    [Fact]
    public void A_place_that_is_taken_stays_as_it_is()
    {
        Init().Code.ShouldBe(ExitCode.Done);
        byte[] key = File.ReadAllBytes(_desk.At("city/log.key"));
        Outcome outcome = Init();
        outcome.Code.ShouldBe(ExitCode.CannotWrite);
        outcome.Error.ShouldContain("it exists and is not an empty folder");
        File.ReadAllBytes(_desk.At("city/log.key")).ShouldBe(key);
        Running.Cli("init", _desk.File("file", "a"), "--origin", Origin).Code.ShouldBe(ExitCode.CannotWrite);
    }

    [Fact]
    public void The_folder_around_it_has_to_be_there()
    {
        Outcome outcome = Running.Cli("init", _desk.At("no/where"), "--origin", Origin);
        outcome.Code.ShouldBe(ExitCode.CannotWrite);
        outcome.Error.ShouldContain("its folder does not exist");
        Nothing();
    }

    [Fact]
    public void An_empty_folder_is_taken_over()
    {
        Directory.CreateDirectory(_desk.At("city"));
        Init().Code.ShouldBe(ExitCode.Done);
        File.Exists(_desk.At("city/journal.db")).ShouldBeTrue();
    }

    private Outcome Init(params string[] more) =>
        Running.Cli(["init", _desk.At("city"), "--origin", Origin, .. more]);

    private void Nothing() => _desk.Names().ShouldBeEmpty();
}
