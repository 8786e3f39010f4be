using System.Text.Json;
using Gouvernail.Log.Notes;

namespace Gouvernail.Cli.Tests.Gate;

/// <summary>Evidence, signers and permits on the command line, the false and the stale among them.</summary>
public sealed class EvidenceCommandTests : IDisposable
{
    private readonly Council _council = new();

    public void Dispose() => _council.Dispose();

    [Fact]
    public void Evidence_that_is_forged_stale_or_about_something_else_is_not_taken()
    {
        using var stranger = SignerKey.Generate("stranger.example", SignatureKind.Ed25519);
        _council.Recognise();
        string good = _council.Evidence();
        using JsonDocument envelope = JsonDocument.Parse(good);
        string payload = envelope.RootElement.GetProperty("payload").GetString()!;
        string other = _council.Evidence("0.01");
        using JsonDocument second = JsonDocument.Parse(other);
        string swapped = second.RootElement.GetProperty("payload").GetString()!;
        (string Envelope, string Why)[] cases =
        [
            (good.Replace(payload, swapped, StringComparison.Ordinal), "it was changed, or forged"),
            (_council.Evidence(key: stranger), "nobody who is recognised here has signed it"),
            (_council.Evidence(artefact: new string('b', 64)), "this evidence is about something else"),
            (_council.Evidence(days: 1), "this evidence says that it was made at"),
            ("{}", "this is no DSSE envelope"),
            ("not JSON", "this is no DSSE envelope"),
        ];
        foreach ((string bad, string why) in cases)
        {
            Outcome outcome = _council.File(bad);
            outcome.Code.ShouldBe(ExitCode.BadInput, why);
            outcome.Error.ShouldContain(why);
        }

        _council.File(good).Code.ShouldBe(ExitCode.Done);
        Outcome again = _council.File(good);
        again.Code.ShouldBe(ExitCode.BadInput);
        again.Error.ShouldContain("filed already");
        _council.Run("evidence", "file", _council.Folder, "a9", _council.Desk.File("e.json", good)).Code
            .ShouldBe(ExitCode.BadInput);
        _council.Run("evidence", "file", _council.Folder, "a1", "nothing.json").Code.ShouldBe(ExitCode.NoInput);
    }

    [Fact]
    public void Stale_evidence_and_another_role_do_not_admit()
    {
        _council.Recognise("provider");
        _council.File(_council.Evidence()).Code.ShouldBe(ExitCode.Done);
        _council.Submit();
        _council.Check().Output.ShouldContain("nobody has signed it whose signature counts here");
        _council.Recognise().ShouldContain("a1: admitted until");
        _council.Now = _council.Now.AddDays(179);
        Outcome stale = _council.Check();
        stale.Code.ShouldBe(ExitCode.Refused);
        stale.Output.ShouldContain("fairness-audit: expired on");
        _council.File(_council.Evidence(days: -200)).Code.ShouldBe(ExitCode.Done);
        _council.Check().Output.ShouldContain("fairness-audit: expired on");
    }

    [Theory]
    [InlineData("""{"value":0.09,"low":0.05,"high":0.13}""", 2, "insufficient")]
    [InlineData("""{"value":0.2,"low":0.15,"high":0.25}""", 1, "contradicted")]
    [InlineData("""{"value":0.05,"low":0.01,"high":0.09}""", 0, "holds")]
    [InlineData("\"low\"", 2, "missing")]
    public void A_figure_is_held_against_its_bound_over_the_whole_of_its_interval(string gap, int code, string word)
    {
        _council.Recognise();
        _council.File(_council.Evidence(gap)).Code.ShouldBe(ExitCode.Done);
        _council.Submit();
        Outcome outcome = _council.Check();
        ((int)outcome.Code).ShouldBe(code);
        outcome.Output.Split('\n').ShouldContain(line => line.StartsWith($"  {word} ", StringComparison.Ordinal)
            && line.Contains("m1#3", StringComparison.Ordinal));
    }

    [Fact]
    public void What_contradicts_outranks_what_is_missing_in_whatever_order_it_came()
    {
        _council.Recognise();
        _council.File(_council.Evidence("0.5")).Code.ShouldBe(ExitCode.Done);
        _council.File(_council.Evidence("0.05", days: -9)).Code.ShouldBe(ExitCode.Done);
        Outcome outcome = _council.Check("-q");
        outcome.Code.ShouldBe(ExitCode.DoesNotHold);
        outcome.Output.Split('\n')[1].ShouldStartWith("  contradicted ");
        outcome.Output.ShouldContain("never submitted to the gate");
    }

    [Fact]
    public void A_signer_that_is_revoked_and_a_clause_that_is_contested_end_the_admission()
    {
        _council.Admitted();
        string said = _council.Done(
            "evidence", "contest", _council.Folder, "a1", "m1#1", "--text", "It judges.", "--json");
        JsonElement contested = Json(said);
        contested.GetProperty("followed")[0].GetProperty("status").GetString().ShouldBe("refused");
        string index = contested.GetProperty("index").GetRawText();
        _council.Check().Output.ShouldContain($"gouvernail evidence settle {_council.Folder} {index} --reason TEXT");
        _council.Done("evidence", "settle", _council.Folder, index, "--reason", "It does not.")
            .ShouldContain("a1: admitted until");
        JsonElement list = Json(_council.Done("evidence", "list", _council.Folder, "a1", "--json"));
        string key = list.GetProperty("signers")[0].GetProperty("key").GetString()!;
        list.GetProperty("evidence").GetArrayLength().ShouldBe(1);
        list.GetProperty("contested")[0].GetProperty("settled").GetString().ShouldBe("It does not.");
        _council.Done("evidence", "list", _council.Folder).ShouldContain("Audit lab");
        _council.Done("evidence", "revoke-signer", _council.Folder, key, "--reason", "Stolen.")
            .ShouldContain("a1: refused");
        _council.Check().Code.ShouldBe(ExitCode.Refused);
        _council.Done("evidence", "list", _council.Folder, "--lang", "fr").ShouldContain("révoquée");
    }

    [Fact]
    public void A_permit_tells_how_it_came_where_it_is_and_ends_on_its_second()
    {
        _council.Run("permit", "show", _council.Folder, "a9").Code.ShouldBe(ExitCode.BadInput);
        Json(_council.Done("permit", "show", _council.Folder, "a1", "--json")).GetProperty("status").GetString()
            .ShouldBe("draft");
        _council.Admitted();
        Outcome twice = _council.Run("permit", "resume", _council.Folder, "a1", "--reason", "Why not?");
        twice.Code.ShouldBe(ExitCode.BadInput);
        twice.Error.ShouldContain("is in the status admitted");
        _council.Now = _council.Now.AddDays(400);
        JsonElement shown = Json(_council.Done("permit", "show", _council.Folder, "a1", "--json"));
        shown.GetProperty("status").GetString().ShouldBe("expired");
        _council.Done("permit", "revoke", _council.Folder, "a1", "--reason", "Over.")
            .ShouldContain("a1: expired");
        string text = _council.Done("permit", "show", _council.Folder, "a1");
        text.ShouldContain("revoked (Over.)");
        _council.Done("permit", "show", _council.Folder, "a1", "--lang", "fr").ShouldContain("révoqué (Over.)");
    }

    [Fact]
    public void What_is_no_key_is_told_as_such()
    {
        Outcome outcome = _council.Run(
            "evidence", "signer", _council.Folder, "--key", "nothing", "--name", "Lab", "--role", "auditor");
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Error.ShouldContain("a public key was expected");
        _council.Run("evidence", "signer", _council.Folder, "--key", _council.Lab.Verifier.ToString(), "--name", "Lab",
            "--role", "Auditor").Code.ShouldBe(ExitCode.BadInput);
        _council.Done("evidence", "signer", _council.Folder, "--key", _council.Lab.Verifier.ToString(), "--name",
            "Lab", "--role", "auditor,public").ShouldContain("is recognised");
    }

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
