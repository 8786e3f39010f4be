using System.Text;
using System.Text.Json;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Tests.Receipts;

public sealed class CheckReceiptTests : IDisposable
{
    private const string Vote =
        """{"consultation":"c1","kind":"vote-cast","seal":"q83v","time":"2026-11-22T04:01:04.123Z"}""";

    private readonly Desk _desk = new();
    private readonly WatchedLog _log = new("first", Vote, "third\u001b[31m\u202e\nline");
    private readonly SignerKey _witness = SignerKey.Generate("witness.example/w1", SignatureKind.Cosignature);

    [Fact]
    public void A_receipt_that_holds_says_what_it_proves_and_what_not()
    {
        Outcome outcome = Check(_log.Receipt(1));
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBe("");
        outcome.Output.ShouldStartWith("The receipt holds.\n\n  Log         log.example/city\n");
        outcome.Output.ShouldContain($"  Key         {_log.Vkey}\n");
        outcome.Output.ShouldContain("  Tree        3 entries\n");
        outcome.Output.ShouldContain($"  Root        {_log.Checkpoint(3).Root}\n");
        outcome.Output.ShouldContain("  Place       1, counted from 0\n");
        outcome.Output.ShouldContain($"  Entry       {Vote}\n");
        outcome.Output.ShouldContain("  Cosigned    by no witness: you asked for none\n");
        outcome.Output.ShouldContain("bears a seal");
        outcome.Output.ShouldContain("does not prove: that everyone is shown the same log");
        outcome.Output.Split('\n').Where(line => !line.StartsWith("  ", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public void It_says_so_in_French()
    {
        string output = Check(_log.Receipt(1), "--lang", "fr").Output;
        output.ShouldStartWith("Le récépissé tient.\n\n  Registre    log.example/city\n");
        output.ShouldContain("  Contresigné par aucun témoin\u00a0: vous");
        output.ShouldContain("Ce que cela ne prouve pas\u00a0: que le même registre");
        output.ShouldNotContain(" :");
    }

    [Fact]
    public void An_entry_cannot_steer_the_terminal()
    {
        string output = Check(_log.Receipt(2)).Output;
        output.ShouldContain("  Entry       third[31m line\n");
        output.ShouldNotContain("\u001b");
        output.ShouldNotContain("\u202e");
        output.ShouldNotContain("bears a seal");
    }

    [Fact]
    public void An_entry_that_is_no_text_is_shown_as_bytes()
    {
        string entry = _desk.At("entry");
        File.WriteAllBytes(entry, [0xFF, 0x00, 0x01]);
        Outcome outcome = Check(_log.Receipt(1), "--entry", entry);
        outcome.Code.ShouldBe(ExitCode.DoesNotHold);
        outcome.Output.ShouldContain("3 bytes that are no text, beginning ff0001");
        outcome.Output.ShouldStartWith("The receipt does NOT hold.");
        outcome.Error.ShouldContain("the entry is not in this log at this place");
    }

    [Fact]
    public void A_policy_asks_for_witnesses()
    {
        string policy = _desk.File(
            "policy", $"log {_log.Vkey}\nwitness W {_witness.Verifier}\nquorum W\n");
        Outcome held = CheckWith(_log.Receipt(1, _witness), "--policy", policy);
        held.Code.ShouldBe(ExitCode.Done);
        held.Output.ShouldContain("  Cosigned    by witness.example/w1, 2026-11-22 04:01:04 UTC\n");
        held.Output.ShouldContain("The witnesses above saw this log only grow");

        Outcome alone = CheckWith(_log.Receipt(1), "--policy", policy);
        alone.Code.ShouldBe(ExitCode.Tampered);
        alone.Error.ShouldContain("too few of the witnesses");

        // With a key, the policy's witnesses and that log alone.
        string anyLog = _desk.File("any", $"witness W {_witness.Verifier}\nquorum W\n");
        CheckWith(_log.Receipt(1, _witness), "--policy", anyLog).Code.ShouldBe(ExitCode.Tampered);
        Check(_log.Receipt(1, _witness), "--policy", anyLog).Code.ShouldBe(ExitCode.Done);
        Check(_log.Receipt(1), "--policy", anyLog).Code.ShouldBe(ExitCode.Tampered);
    }

    [Fact]
    public void Each_way_not_to_hold_has_its_code_and_its_word()
    {
        Receipt receipt = _log.Receipt(1);
        using WatchedLog stranger = WatchedLog.Of(3);
        using SignerKey elsewhere = SignerKey.Generate("elsewhere.example", SignatureKind.Ed25519);
        Told(new Receipt(0, receipt.Proof, receipt.Checkpoint, receipt.Extra.ToArray()), _log.Vkey)
            .ShouldBe((1, "not-in-tree"));
        Told(new Receipt(1, [], receipt.Checkpoint, receipt.Extra.ToArray()), _log.Vkey)
            .ShouldBe((1, "not-in-tree"));
        Told(receipt, elsewhere.Verifier.ToString()).ShouldBe((3, "unknown-log"));

        // Our key's name and id over another tree.
        NoteSignature signature = receipt.Checkpoint.Signatures[0];
        var forged = new SignedNote(stranger.Checkpoint(2).ToBytes(), [signature]);
        Told(new Receipt(1, receipt.Proof, forged, receipt.Extra.ToArray()), _log.Vkey)
            .ShouldBe((3, "bad-signature"));
    }

    [Fact]
    public void The_JSON_is_one_object_that_says_the_same()
    {
        string policy = _desk.File("policy", $"log {_log.Vkey}\nwitness W {_witness.Verifier}\nquorum W\n");
        Outcome outcome = CheckWith(_log.Receipt(1, _witness), "--policy", policy, "--json");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Output.IndexOf('\n', StringComparison.Ordinal).ShouldBe(outcome.Output.Length - 1);
        using JsonDocument json = JsonDocument.Parse(outcome.Bytes);
        JsonElement root = json.RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["holds", "log", "logKey", "size", "root", "index", "entry", "cosignatures"]);
        root.GetProperty("holds").GetBoolean().ShouldBeTrue();
        root.GetProperty("logKey").GetString().ShouldBe(_log.Vkey);
        root.GetProperty("size").GetInt64().ShouldBe(3);
        root.GetProperty("index").GetInt64().ShouldBe(1);
        root.GetProperty("entry").GetProperty("from").GetString().ShouldBe("receipt");
        root.GetProperty("entry").GetProperty("bytes").GetInt32().ShouldBe(Vote.Length);
        root.GetProperty("entry").GetProperty("text").GetString().ShouldBe(Vote);
        root.GetProperty("entry").GetProperty("leaf").GetString()
            .ShouldBe(Hash.Leaf(Encoding.UTF8.GetBytes(Vote)).ToString());
        JsonElement cosignature = root.GetProperty("cosignatures")[0];
        cosignature.GetProperty("witness").GetString().ShouldBe("witness.example/w1");
        cosignature.GetProperty("time").GetString().ShouldBe("2026-11-22T04:01:04Z");
    }

    [Fact]
    public void What_is_no_receipt_is_told_apart_from_one_that_does_not_hold()
    {
        string bytes = Encoding.UTF8.GetString(_log.Receipt(1).ToBytes());
        foreach (string content in (string[])["", "x", bytes[..^1], bytes.Replace("index 1", "index 01"),
            bytes.Replace("\n3\n", "\nthree\n")])
        {
            Outcome outcome = Running.Cli("check-receipt", _desk.File("r", content), "--vkey", _log.Vkey, "--json");
            outcome.Code.ShouldBe(ExitCode.BadInput);
            outcome.Bytes.ShouldBeEmpty();
            outcome.Error.ShouldContain("is not a receipt");
        }

        File.WriteAllBytes(_desk.At("r"), new byte[3_000_000]);
        Running.Cli("check-receipt", _desk.At("r"), "--vkey", _log.Vkey).Error.ShouldContain("is too large");
        Running.Cli("check-receipt", _desk.At("none"), "--vkey", _log.Vkey).Code.ShouldBe(ExitCode.NoInput);
        Running.Cli("check-receipt", _desk.At(""), "--vkey", _log.Vkey).Error.ShouldContain("it is a folder");
        CheckWith(_log.Receipt(1), "--policy", _desk.At("none")).Code.ShouldBe(ExitCode.NoInput);
        Outcome noPolicy = CheckWith(_log.Receipt(1), "--policy", _desk.File("p", "nonsense\n"));
        noPolicy.Code.ShouldBe(ExitCode.BadInput);
        noPolicy.Error.ShouldContain("is not a trust policy. Line 1");
        Check(_log.Receipt(1), "--entry", _desk.At("none")).Code.ShouldBe(ExitCode.NoInput);
    }

    [Theory]
    [InlineData("check-receipt", "which receipt?")]
    [InlineData("check-receipt r", "whom do you trust?")]
    [InlineData("check-receipt r --vkey x", "--vkey does not take \"x\"")]
    [InlineData("check-receipt r --vkey", "--vkey needs a value")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("See: gouvernail check-receipt --help");
        Running.Cli([.. line.Split(' ')[..1], "--lang", "fr"]).Error.ShouldContain("quel récépissé\u00a0?");
    }

    [Fact]
    public void A_receipt_without_its_entry_asks_for_it()
    {
        Receipt receipt = _log.Receipt(0);
        var bare = new Receipt(0, receipt.Proof, receipt.Checkpoint);
        Outcome outcome = Check(bare);
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain("--entry");
        Check(bare, "--entry", _desk.File("entry", "first")).Code.ShouldBe(ExitCode.Done);
        Check(bare, "--entry", _desk.File("entry", "first\n")).Code.ShouldBe(ExitCode.DoesNotHold);
        Running.Cli("check-receipt", _desk.At("receipt"), "--vkey", _witness.Verifier.ToString())
            .Code.ShouldBe(ExitCode.Usage);
    }

    public void Dispose()
    {
        _witness.Dispose();
        _log.Dispose();
        _desk.Dispose();
    }

    private (int Code, string Problem) Told(Receipt receipt, string vkey)
    {
        Outcome outcome = CheckWith(receipt, "--vkey", vkey, "--json");
        using JsonDocument json = JsonDocument.Parse(outcome.Bytes);
        json.RootElement.GetProperty("holds").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("cosignatures").GetArrayLength().ShouldBe(0);
        outcome.Error.ShouldStartWith("gouvernail: ");
        return ((int)outcome.Code, json.RootElement.GetProperty("problem").GetString()!);
    }

    private Outcome Check(Receipt receipt, params string[] more) =>
        CheckWith(receipt, ["--vkey", _log.Vkey, .. more]);

    private Outcome CheckWith(Receipt receipt, params string[] more)
    {
        File.WriteAllBytes(_desk.At("receipt"), receipt.ToBytes());
        return Running.Cli(["check-receipt", _desk.At("receipt"), .. more]);
    }
}
