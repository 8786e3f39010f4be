using System.Text.Json;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Cli.Tests.Gate;

/// <summary>The gate as whoever runs an automaton meets it.</summary>
public sealed class GateCheckTests : IDisposable
{
    private readonly Council _council = new();

    public void Dispose() => _council.Dispose();

    [Fact]
    public void From_votes_to_an_admission_and_to_a_suspension()
    {
        Outcome before = _council.Check();
        before.Code.ShouldBe(ExitCode.Refused);
        before.Error.ShouldContain("gouvernail: refused: something is missing");
        string[] lines = before.Output.Split('\n');
        lines[0].ShouldMatch("^REFUSED: 2 of [0-9]+ rules do not hold \\(class \"produit\"\\)$");
        lines[1].ShouldMatch("^  missing +m1#3 +fairness-audit: no evidence +clause m1#3 \\([0-9]+ votes\\)$");
        lines[2].Trim().ShouldBe($"→ gouvernail evidence file {_council.Folder} a1 ENVELOPE.json");
        lines[3].ShouldMatch("^  missing +permit +never submitted to the gate$");
        lines[4].Trim().ShouldBe($"→ gouvernail permit submit {_council.Folder} a1");
        lines[5].ShouldStartWith("  holds ");

        _council.Recognise().ShouldContain("of Audit lab is recognised");
        _council.Submit().ShouldContain("a1: refused");
        Outcome filed = _council.File(_council.Evidence());
        filed.Error.ShouldBe("");
        filed.Output.ShouldContain("Filed the evidence about a1");
        filed.Output.ShouldContain("a1: admitted until ");

        Outcome admitted = _council.Check();
        admitted.Error.ShouldBe("");
        admitted.Code.ShouldBe(ExitCode.Done);
        admitted.Output.ShouldMatch("^ADMITTED: a1 until [0-9T:.Z-]+ \\(class \"produit\"\\)\n");
        admitted.Output.ShouldContain("fairness-audit: 0.05 ≤ 0.1");
        _council.Check("--quiet").Output.Split('\n').Length.ShouldBe(3);

        _council.Done("permit", "suspend", _council.Folder, "a1", "--reason", "Complaints.")
            .ShouldContain("a1: suspended");
        Outcome suspended = _council.Check("-q");
        suspended.Code.ShouldBe(ExitCode.DoesNotHold);
        suspended.Output.Split('\n')[1].ShouldMatch("^  contradicted +permit +suspended$");
        _council.Done("permit", "resume", _council.Folder, "a1", "--reason", "Mended.")
            .ShouldContain("a1: admitted until");
        _council.Check().Code.ShouldBe(ExitCode.Done);
        _council.Now = _council.Now.AddDays(400);
        Outcome over = _council.Check();
        over.Code.ShouldBe(ExitCode.Refused);
        over.Output.ShouldContain("the permit ended on");
    }

    [Fact]
    public void A_bundle_gives_the_same_bytes_as_the_data_folder_and_needs_nothing_else()
    {
        _council.Admitted();
        string bundle = _council.Export();
        Outcome data = _council.Check("--json");
        GateDecision.Read(data.Bytes)!.IsAdmitted.ShouldBeTrue();
        Outcome offline = _council.Run(
            "gate", "check", _council.CardFile, "--offline", bundle, "--json", "--vkey", _council.Vkey);
        offline.Error.ShouldBe("");
        offline.Bytes.ShouldBe(data.Bytes);
        Outcome unsure = _council.Run("gate", "check", "a1", "--offline", bundle);
        unsure.Code.ShouldBe(ExitCode.Done);
        unsure.Error.ShouldContain("the key is the bundle's own word");
        unsure.Output.ShouldContain("Decided at ");
        _council.Run("gate", "check", "a1", "--offline", _council.Folder, "--json").Bytes.ShouldBe(data.Bytes);
        _council.Run("gate", "check", "a1", "--data", bundle).Code.ShouldBe(ExitCode.NoInput);
    }

    [Fact]
    public void It_answers_while_somebody_writes()
    {
        _council.Admitted();
        _council.Write(_ => _council.Check().Code.ShouldBe(ExitCode.Done));
    }

    [Fact]
    public void A_bundle_with_one_flipped_byte_decides_nothing()
    {
        _council.Admitted();
        string bundle = _council.Export();
        foreach (string file in Directory.GetFiles(bundle, "*", SearchOption.AllDirectories)
            .Where(name => new FileInfo(name).Length > 0 && !name.EndsWith("README.txt", StringComparison.Ordinal)
                && !name.Contains("blobs", StringComparison.Ordinal)))
        {
            byte[] whole = File.ReadAllBytes(file);
            byte[] broken = [.. whole];
            broken[broken.Length / 2] ^= 1;
            File.WriteAllBytes(file, broken);
            Outcome outcome = _council.Run(
                "gate", "check", "a1", "--offline", bundle, "--vkey", _council.Vkey, "--json");
            outcome.Code.ShouldBe(ExitCode.Tampered, file);
            outcome.Bytes.ShouldBeEmpty(file);
            Outcome told = _council.Run("gate", "check", "a1", "--offline", bundle, "--vkey", _council.Vkey);
            told.Output.Split('\n')[0].ShouldBe("REFUSED: there is no decision");
            told.Output.Split('\n')[1].Trim().ShouldNotBeEmpty();
            File.WriteAllBytes(file, whole);
        }

        using var other = SignerKey.Generate("example.org/our-city", SignatureKind.Ed25519);
        _council.Run("gate", "check", "a1", "--offline", bundle, "--vkey", other.Verifier.ToString()).Code
            .ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void What_speaks_against_it_cannot_be_left_out_of_a_bundle()
    {
        _council.Admitted();
        _council.Done("evidence", "contest", _council.Folder, "a1", "m1#1", "--text", "It also judges.")
            .ShouldContain("a1: refused");
        _council.Check().Code.ShouldBe(ExitCode.DoesNotHold);
        string bundle = _council.Export();
        foreach (string file in Directory.GetFiles(Path.Combine(bundle, "opened"), "*", SearchOption.AllDirectories))
        {
            string[] lines = File.ReadAllLines(file);
            File.WriteAllText(file, string.Concat(lines[..^1].Select(line => line + "\n")));
        }

        _council.Run("gate", "check", "a1", "--offline", bundle).Code.ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void A_clock_that_is_behind_decides_nothing()
    {
        _council.Admitted();
        _council.Now = _council.Now.AddMinutes(-4);
        _council.Check().Code.ShouldBe(ExitCode.Done);
        _council.Now = _council.Now.AddMinutes(-2);
        Outcome outcome = _council.Check();
        outcome.Code.ShouldBe(ExitCode.Tampered);
        outcome.Error.ShouldContain("Set the clock");
    }

    [Fact]
    public void A_card_that_is_unknown_or_another_is_refused()
    {
        _council.Admitted();
        Outcome Ask(string json, params string[] more) => _council.Run(
            ["gate", "check", _council.Desk.File("other.json", json), "--data", _council.Folder, .. more]);
        Outcome unknown = Ask("""{"_type":"gouvernail/system-card/v1","name":"Nobody's"}""");
        unknown.Code.ShouldBe(ExitCode.Refused);
        unknown.Output.ShouldContain("this automaton is not in the register");
        Outcome changed = Ask(Council.CardJson.Replace("a corpus", "another corpus", StringComparison.Ordinal));
        changed.Code.ShouldBe(ExitCode.DoesNotHold);
        changed.Output.ShouldContain("the card in hand is not the one in the register");
        Ask(Council.CardJson.Replace("\"id\":\"translator\",", "", StringComparison.Ordinal)).Code
            .ShouldBe(ExitCode.DoesNotHold);
        Ask(Council.CardJson).Code.ShouldBe(ExitCode.Done);
        _council.Run("gate", "check", "a99", "--data", _council.Folder).Code.ShouldBe(ExitCode.Refused);
        Ask("{}").Code.ShouldBe(ExitCode.BadInput);
        _council.Run("gate", "check", "nothing.json", "--data", _council.Folder).Code.ShouldBe(ExitCode.NoInput);
    }

    [Fact]
    public void To_observe_blocks_nothing_and_says_what_would_be()
    {
        Outcome outcome = _council.Check("--observe");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Output.ShouldBe(_council.Check().Output);
        outcome.Error.ShouldContain("OBSERVED ONLY: nothing is blocked. Without --observe the exit code would be 2.");
        _council.Check("--observe", "--lang", "fr").Error.ShouldContain("serait 2.");
        _council.Run("gate", "check", "--observe").Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void Other_programs_get_their_files_whatever_is_decided()
    {
        string sarif = _council.Desk.At("gate.sarif"), junit = _council.Desk.At("gate.xml");
        _council.Check("--sarif", sarif, "--junit", junit).Code.ShouldBe(ExitCode.Refused);
        using (JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(sarif)))
        {
            JsonElement run = document.RootElement.GetProperty("runs")[0];
            run.GetProperty("results").EnumerateArray()
                .Count(result => result.GetProperty("level").GetString() == "error").ShouldBe(2);
        }

        File.ReadAllText(junit).ShouldContain("failures=\"2\"");
        _council.Now = _council.Now.AddDays(-1);
        _council.Check("--sarif", sarif, "--junit", junit).Code.ShouldBe(ExitCode.Tampered);
        File.ReadAllText(sarif).ShouldContain("no decision that counts");
        File.ReadAllText(junit).ShouldContain("failures=\"1\"");
        File.Delete(sarif);
        File.Delete(junit);
        string noCard = _council.Desk.At("none.json");
        string[] files = ["--sarif", sarif, "--junit", junit];
        _council.Run(["gate", "check", noCard, "--data", _council.Desk.At("none"), .. files])
            .Code.ShouldBe(ExitCode.NoInput);
        File.WriteAllText(noCard, "{}");
        _council.Run(["gate", "check", noCard, "--data", _council.Desk.At("none"), .. files])
            .Code.ShouldBe(ExitCode.BadInput);
        File.ReadAllText(sarif).ShouldContain("is no card");
        File.ReadAllText(junit).ShouldContain("failures=\"1\"");
        _council.Check("--sarif", _council.Desk.At("no/where.sarif")).Code.ShouldBe(ExitCode.CannotWrite);
    }

    [Fact]
    public void It_speaks_French()
    {
        Outcome refused = _council.Check("--lang", "fr");
        refused.Output.ShouldStartWith("REFUSÉ\u00a0: 2 règles sur ");
        refused.Output.ShouldContain("aucune preuve");
        refused.Error.ShouldContain("refusé\u00a0: quelque chose manque");
        _council.Admitted();
        _council.Check("--lang", "fr").Output.ShouldStartWith("ADMIS\u00a0: a1 jusqu’au ");
    }

    [Theory]
    [InlineData("gate check", "about what?")]
    [InlineData("gate check a1", "who is to be asked?")]
    [InlineData("gate check a1 --data d --server https://a.example", "do not go together")]
    [InlineData("gate check a1 --server ftp://a.example", "--server does not take")]
    [InlineData("gate check a1 --data d --vkey key", "--vkey does not take")]
    [InlineData("gate check a1 --data d --sarif f --junit f", "the same place")]
    [InlineData("gate check a1 --data", "--data needs a value")]
    [InlineData("permit submit", "which data folder?")]
    [InlineData("permit submit d", "which automaton?")]
    [InlineData("permit suspend d a1", "why?")]
    [InlineData("permit show d", "which automaton?")]
    [InlineData("evidence file d a1", "which evidence?")]
    [InlineData("evidence signer d", "whose key?")]
    [InlineData("evidence contest d a1", "which clause?")]
    [InlineData("evidence settle d", "which entry?")]
    [InlineData("evidence list", "which data folder?")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.CliIn(new() { ["LANG"] = "fr" }, line.Split(' ')).Error.ShouldNotContain(message);
    }

    [Fact]
    public void As_a_process_its_codes_reach_the_shell()
    {
        string[] check = ["gate", "check", "a1", "--data", _council.Folder];
        Running.Process([], check).Code.ShouldBe(ExitCode.Refused);
        _council.Admitted();
        Outcome outcome = Running.Process([], [.. check, "--json"]);
        outcome.Error.ShouldBe("");
        outcome.Code.ShouldBe(ExitCode.Done);
        GateDecision.Read(outcome.Bytes)!.IsAdmitted.ShouldBeTrue();
        Running.Process([], "gate", "check", "a1").Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void Whoever_has_the_public_bundle_alone_reads_in_it_what_is_in_the_data_folder()
    {
        using Council council = new Council().Admitted();
        string bundle = council.Export();
        string[][] commands =
        [
            ["register", "list", "DIR", "--json"], ["register", "show", "DIR", "a1", "--json"],
            ["register", "export", "DIR", "a1", "--format", "card"], ["mandate", "list", "DIR", "--json"],
            ["mandate", "show", "DIR", "m1", "--json"], ["mandate", "show", "DIR", "m1", "--principles"],
            ["evidence", "list", "DIR", "--json"], ["permit", "show", "DIR", "a1", "--json"],
            ["petition", "list", "DIR", "--json"],
        ];
        foreach (string[] command in commands)
        {
            Outcome data = council.Run([.. command.Select(part => part == "DIR" ? council.Folder : part)]);
            data.Code.ShouldBe(ExitCode.Done, string.Join(' ', command) + ": " + data.Error);
            Outcome read = council.Run([.. command.Select(part => part == "DIR" ? bundle : part)]);
            read.Code.ShouldBe(ExitCode.Done, string.Join(' ', command) + ": " + read.Error);
            read.Bytes.ShouldBe(data.Bytes, string.Join(' ', command));
        }

        council.Run("permit", "show", bundle, "a1").Output.ShouldContain("gate check a1 --offline");
        byte[] checkpoint = File.ReadAllBytes(Path.Combine(bundle, "checkpoint"));
        checkpoint[^10] ^= 1;
        File.WriteAllBytes(Path.Combine(bundle, "checkpoint"), checkpoint);
        foreach (string[] command in commands)
        {
            Outcome read = council.Run([.. command.Select(part => part == "DIR" ? bundle : part)]);
            read.Code.ShouldBe(ExitCode.Tampered, string.Join(' ', command));
            read.Output.ShouldBe("");
        }
    }

    [Fact]
    public void A_bundle_without_the_votes_behind_its_mandate_gives_no_decision()
    {
        using Council council = new Council().Admitted();
        string bundle = council.Export();
        Directory.Delete(Path.Combine(bundle, "blobs"), recursive: true);
        Outcome outcome = council.Run("gate", "check", "a1", "--offline", bundle, "--vkey", council.Vkey);
        outcome.Code.ShouldBe(ExitCode.Tampered);
        outcome.Error.ShouldContain("the votes behind mandate m1 are not here");
        outcome.Output.ShouldNotContain("ADMITTED");
    }
}
