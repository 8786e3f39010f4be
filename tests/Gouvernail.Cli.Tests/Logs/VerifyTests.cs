using System.Text.Json;

namespace Gouvernail.Cli.Tests.Logs;

public sealed class VerifyTests : IDisposable
{
    private readonly PublicLog _log = new();

    [Theory]
    [InlineData("en", "Holds.")]
    [InlineData("fr", "Tient.")]
    public void A_bundle_and_a_data_folder_in_use_hold(string language, string told)
    {
        string bundle = _log.Export();
        string elsewhere = _log["elsewhere"];
        Directory.Move(bundle, elsewhere);
        foreach (string place in (string[])[elsewhere, _log.Folder])
        {
            Outcome outcome = Running.Cli("verify", place, "--strict", "--lang", language);
            outcome.Code.ShouldBe(ExitCode.Done, outcome.Output + outcome.Error);
            outcome.Error.ShouldBe("");
            outcome.Output.TrimEnd().ShouldEndWith(told);
        }
    }

    [Fact]
    public void One_json_object_says_it_all()
    {
        Outcome outcome = Running.Cli("verify", _log.Export(), "--json");
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        json.RootElement.GetProperty("holds").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("complete").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("results")[0].GetProperty("status").GetString().ShouldBe("reproduced");
    }

    [Fact]
    public void A_database_beside_a_bundle_vouches_for_nothing()
    {
        string bundle = _log.Export();
        File.Copy(Path.Combine(_log.Folder, "journal.db"), Path.Combine(bundle, "journal.db"));
        Outcome outcome = Running.Cli("verify", bundle);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Output);
        outcome.Output.ShouldContain("a public bundle");
        File.WriteAllText(Path.Combine(bundle, "checkpoint"), "junk");
        Running.Cli("verify", bundle).Code.ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void A_pipe_or_a_device_in_a_bundle_ends_the_check_and_not_the_patience()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes among files here.");
        string bundle = _log.Export();
        foreach (string name in (string[])["checkpoint", "opened/000.jsonl", "vkey"])
        {
            string path = Path.Combine(bundle, name);
            byte[] whole = File.ReadAllBytes(path);
            File.Delete(path);
            using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", path))
            {
                mkfifo.WaitForExit();
            }

            Running.Cli("verify", bundle).Code.ShouldBeOneOf(ExitCode.Tampered, ExitCode.DoesNotHold);
            File.Delete(path);
            File.CreateSymbolicLink(path, "/dev/zero");
            Running.Cli("verify", bundle).Code.ShouldBeOneOf(ExitCode.Tampered, ExitCode.DoesNotHold);
            File.Delete(path);
            File.WriteAllBytes(path, whole);
        }

        Running.Cli("verify", bundle).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_changed_tile_is_3_and_a_changed_opening_is_1()
    {
        string bundle = _log.Export();
        Flip(Path.Combine(bundle, "opened", "000.jsonl"));
        Running.Cli("verify", bundle).Code.ShouldBe(ExitCode.DoesNotHold);
        Running.Cli("verify", bundle, "--tree-only").Code.ShouldBe(ExitCode.Done);
        Flip(Directory.GetFiles(Path.Combine(bundle, "tile", "entries"), "*", SearchOption.AllDirectories)[0]);
        Running.Cli("verify", bundle).Code.ShouldBe(ExitCode.Tampered);
        Outcome french = Running.Cli("verify", bundle, "--tree-only", "--lang", "fr");
        french.Code.ShouldBe(ExitCode.Tampered);
        french.Output.ShouldContain("Cela ne tient PAS.");
    }

    [Fact]
    public void An_erasure_holds_and_is_not_all_that_strictness_asks_for()
    {
        _log.Erase("a\nground  Holds.\u202e");
        string bundle = _log.Export();
        Outcome outcome = Running.Cli("verify", bundle);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Output);
        outcome.Output.ShouldContain("a\ufffdground  Holds.\ufffd");
        outcome.Output.ShouldContain("inputs erased since: 1");
        Running.Cli("verify", bundle, "--strict").Code.ShouldBe(ExitCode.DoesNotHold);
    }

    [Fact]
    public void Ones_own_key_is_believed_and_anothers_is_not()
    {
        string bundle = _log.Export();
        Outcome own = Running.Cli("verify", bundle, "--vkey", _log.Vkey);
        own.Code.ShouldBe(ExitCode.Done);
        own.Output.ShouldNotContain("came with the bundle");
        using var other = new PublicLog();
        Running.Cli("verify", bundle, "--vkey", other.Vkey).Code.ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void What_cannot_be_verified_is_said()
    {
        Running.Cli("verify").Code.ShouldBe(ExitCode.Usage);
        Running.Cli("verify", _log["nowhere"]).Code.ShouldBe(ExitCode.NoInput);
        Running.Cli("verify", _log.Folder, "--vkey", "x").Code.ShouldBe(ExitCode.Usage);
        Running.Cli("verify", _log.Folder, "--threads", "0").Code.ShouldBe(ExitCode.Usage);
        Running.Cli("verify", _log.Folder, "--policy", _log["nowhere"]).Code.ShouldBe(ExitCode.NoInput);
        Running.Cli("verify", "http://127.0.0.1:1/").Code.ShouldBe(ExitCode.NoInput);
    }

    public void Dispose() => _log.Dispose();

    private static void Flip(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        bytes[30] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
