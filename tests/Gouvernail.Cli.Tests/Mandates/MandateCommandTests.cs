using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gouvernail.Cli.Tests.Logs;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.People;

namespace Gouvernail.Cli.Tests.Mandates;

public sealed class MandateCommandTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public void From_a_rule_to_a_revocation()
    {
        _city.Import();
        long result = _city.Done("result", "c1", "--bootstrap", "0").GetProperty("index").GetInt64();
        Mandate("list").Output.ShouldBe("There is no mandate in this log yet.\n");
        Done("rule", Rule("one", "two")).GetProperty("index").GetInt64().ShouldBe(result + 1);

        JsonElement drafted = Done("draft", Document(result));
        City.Names(drafted).ShouldBe(["mandate", "version", "digest", "index", "checkpoint"]);
        drafted.GetProperty("mandate").GetString().ShouldBe("m1");
        Done("draft", Document(result, "Translate everything."), "--mandate", "m1")
            .GetProperty("version").GetInt32().ShouldBe(1);
        Mandate("sign", "m1", "--version", "1", "--key", _city.Desk.At("one.key")).Error.ShouldContain("put it first");
        string digest = Done("put", "m1").GetProperty("digest").GetString()!;

        Outcome bytes = Mandate("show", "m1", "--json");
        Convert.ToHexStringLower(SHA256.HashData(bytes.Bytes)).ShouldBe(digest);
        Mandate("adopt", "m1").Error.ShouldContain("0 of the 2 signatures");
        Done("sign", "m1", "--version", "1", "--key", _city.Desk.At("one.key"))
            .GetProperty("signatures").GetInt32().ShouldBe(1);

        // The second trustee signs on a machine of her own, from the public bundle alone.
        string bundle = _city.Desk.At("for-trustees"), signed = _city.Desk.At("signed.json");
        Running.Cli(["export", _city.Folder, bundle]).Code.ShouldBe(ExitCode.Done);
        Running.Cli(
            ["mandate", "sign", bundle, "m1", "--version", "1", "--key", _city.Desk.At("two.key"), "--out", signed])
            .Code.ShouldBe(ExitCode.Done);
        File.ReadAllBytes(signed).ShouldBe(File.ReadAllBytes(EnvelopeOf(bytes.Bytes, "two")));
        Done("sign", "m1", "--envelope", signed).GetProperty("signatures").GetInt32().ShouldBe(2);
        Done("adopt", "m1").GetProperty("digest").GetString().ShouldBe(digest);

        string page = Mandate("show", "m1").Output;
        page.ShouldContain("*Mandate m1, version 1: in force*");
        page.ShouldContain("- Signed by two, with the key ");
        page.ShouldContain("Group A: ");
        page.ShouldContain(digest);
        Mandate("show", "m1", "--lang", "fr").Output.ShouldContain("*Mandat m1, version 1\u00a0: en vigueur*");
        Mandate("show", "m1", "--principles").Output
            .ShouldStartWith("1. Translate everything. (Allowed: translation)\n");
        Mandate("list").Output.ShouldContain("in force  Translation");
        Done("list").GetProperty("mandates")[0].GetProperty("state").GetString().ShouldBe("in-force");

        Done("draft", Document(result, "Translate letters."), "--mandate", "m1")
            .GetProperty("version").GetInt32().ShouldBe(2);
        Mandate("show", "m1", "--version", "2", "--diff", "1").Output.ShouldBe(
            "Clause 1, Purpose (changed)\n  - Text: Translate everything.\n  + Text: Translate letters.\n");
        Mandate("show", "m1", "--diff", "1").Output.ShouldBe("Nothing differs between the two.\n");
        Done("revoke", "m1", "--reason", "It did harm.").GetProperty("reason").GetString().ShouldBe("It did harm.");
        Mandate("revoke", "m1", "--reason", "Again").Code.ShouldBe(ExitCode.BadInput);
        Mandate("show", "m1").Output.ShouldContain("It did harm.");
    }

    [Fact]
    public void The_log_signs_what_it_shows()
    {
        _city.Import();
        long result = _city.Done("result", "c1", "--bootstrap", "0").GetProperty("index").GetInt64();
        Done("draft", Document(result));
        Outcome outcome = Mandate("show", "m1", "--envelope");
        Envelope.TryParse(outcome.Bytes, out Envelope? envelope, out _).ShouldBeTrue();
        VerifierKey.TryParse(_city.Vkey, out VerifierKey? log, out _).ShouldBeTrue();
        envelope.SignedBy([EnvelopeKey.Of(log)]).Count.ShouldBe(1);
        envelope.PayloadType.ShouldBe("application/vnd.gouvernail.mandate+json");
        envelope.Payload.ToArray().ShouldBe(Mandate("show", "m1", "--json").Bytes);
    }

    [Fact]
    public void Each_clause_becomes_a_statement_that_people_vote_on()
    {
        _city.Import();
        long result = _city.Done("result", "c1", "--bootstrap", "0").GetProperty("index").GetInt64();
        string rule = _city.Desk.File("people.json", """
            {"_type":"gouvernail/adoption-rule/v1","ratification":{"share":0.6,"participants":10}}
            """);
        Mandate("rule", rule, "--lang", "fr").Output.ShouldContain("60\u00a0% ou plus doivent être d’accord");
        Done("draft", Document(result));
        Mandate("put", "m1").Error.ShouldContain("draft a consultation for it, and name it");
        using (Community community = Community.Open(new DataFolder(_city.Folder), TimeProvider.System))
        {
            community.Act(_ => DraftConsultation.Decide(community.Consultations, new DraftConsultation(
                new ConsultationOpened("Do you ratify it?", "", "", Publication.Statements), Pseudonyms.NewKey())),
                TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        }

        Done("put", "m1", "--consultation", "c2");
        Mandate("adopt", "m1", "--result", result.ToString(CultureInfo.InvariantCulture)).Error
            .ShouldContain("over consultation c2 after it was closed");
        Mandate("show", "m1").Output.ShouldContain("Put to adoption in consultation c2");
    }

    [Fact]
    public void Everything_wrong_with_a_mandate_is_told_with_its_place()
    {
        string file = _city.Desk.File("bad.json", """
            {"_type":"gouvernail/mandate/v1","title":"","language":"en","clauses":[{"id":"1","kind":"limit",
             "text":"No.","cites":[{"result":1,"statements":[]}],"colour":3}]}
            """);
        Outcome outcome = Mandate("draft", file);
        outcome.Code.ShouldBe(ExitCode.BadInput);
        outcome.Bytes.ShouldBeEmpty();
        foreach (string place in (string[])["/title: ", "/preamble: ", "/clauses/0/cites/0/statements: ",
            "/clauses/0/colour: ", "/clauses: exactly one clause of kind term"])
        {
            outcome.Error.ShouldContain($"\n  {place}");
        }

        Mandate("draft", file, "--lang", "fr").Error.ShouldContain("\n  /title\u00a0: un texte de 1 à 200");
        Mandate("rule", file).Error.ShouldContain("/_type: ");
    }

    [Fact]
    public void What_is_not_there_is_told()
    {
        Mandate("show", "m1").Error.ShouldContain("no mandate in this log yet");
        Mandate("draft", _city.Desk.At("nothing.json")).Code.ShouldBe(ExitCode.NoInput);
        Mandate("revoke", "m7", "--reason", "a").Error.ShouldContain("there is no mandate m7");
        Running.Cli("mandate", "list", _city.Desk.At("nowhere")).Code.ShouldBe(ExitCode.NoInput);
        _city.Import();
        long result = _city.Done("result", "c1", "--bootstrap", "0").GetProperty("index").GetInt64();
        Done("draft", Document(result));
        Mandate("show", "m1", "--version", "4").Error
            .ShouldContain("There are, with their versions:\n  m1 (1)  Translation");
        Mandate("sign", "m1", "--version", "1", "--key", Path.Combine(_city.Folder, "log.key"))
            .Error.ShouldContain("put it first");
    }

    [Theory]
    [InlineData("mandate", "which command?")]
    [InlineData("mandate rule", "which data folder?")]
    [InlineData("mandate rule a", "which rule?")]
    [InlineData("mandate draft a", "which mandate? Give a file")]
    [InlineData("mandate put a", "which mandate? Give its id")]
    [InlineData("mandate sign a m1", "one of the two")]
    [InlineData("mandate sign a m1 --key b", "one of the two")]
    [InlineData("mandate sign a m1 --key b --version 1 --envelope c", "one of the two")]
    [InlineData("mandate sign a m1 --envelope c --out d", "one of the two")]
    [InlineData("mandate adopt a m1 --version 0", "a whole number from 1")]
    [InlineData("mandate revoke a m1", "why?")]
    [InlineData("mandate show a m1 --json --markdown", "do not go together")]
    public void A_fault_of_usage_is_named(string line, string message)
    {
        Outcome outcome = Running.Cli(line.Split(' '));
        outcome.Code.ShouldBe(ExitCode.Usage);
        outcome.Error.ShouldContain(message);
        Running.Cli([.. line.Split(' '), "--lang=fr"]).Error.ShouldNotContain(message);
    }

    private string Document(long result, string purpose = "Translate.")
    {
        string cites = $$"""
            "cites":[{"result":{{result}},"statements":[{"statement":"1"},{"statement":"2"}]}]
            """;
        return _city.Desk.File("mandate.json", $$"""
            {"_type":"gouvernail/mandate/v1","title":"Translation","preamble":"For what?","language":"en","clauses":[
             {"id":"1","kind":"purpose","text":"{{purpose}}","allowed":["translation"],{{cites}}},
             {"id":"9","kind":"term","text":"For long.","expires":"2190-01-01",{{cites}}}]}
            """);
    }

    /// <summary>A rule by which all of these sign, with keys made for it.</summary>
    private string Rule(params string[] names)
    {
        string keys = string.Join(',', names.Select(name =>
        {
            Outcome made = Running.Cli(
                "evidence", "key", name + ".example", "--pem", "--out", _city.Desk.At(name + ".key"));
            made.Error.ShouldBe("");
            return $"{{\"name\":\"{name}\",\"key\":{JsonSerializer.Serialize(made.Output)}}}";
        }));
        return _city.Desk.File("rule.json",
            "{\"_type\":\"gouvernail/adoption-rule/v1\",\"trustees\":"
                + $"{{\"needed\":{names.Length},\"keys\":[{keys}]}}}}");
    }

    private string EnvelopeOf(byte[] payload, string name)
    {
        KeyFile.TryRead(_city.Desk.At(name + ".key"), out SignerKey? key, out _).ShouldBeTrue();
        using (key)
        {
            string file = _city.Desk.At("envelope.json");
            File.WriteAllBytes(
                file, Envelope.Sign("application/vnd.gouvernail.mandate+json", payload, key).ToJson());
            return file;
        }
    }

    private Outcome Mandate(string command, params string[] args) =>
        Running.Cli(["mandate", command, _city.Folder, .. args]);

    private JsonElement Done(string command, params string[] args)
    {
        Outcome outcome = Mandate(command, [.. args, "--json"]);
        outcome.Error.ShouldBe("");
        outcome.Output.Count(c => c == '\n').ShouldBe(1);
        return City.Object(outcome);
    }
}
