using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.People;
using Gouvernail.Tests.Mandate;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Signers;

namespace Gouvernail.Tests.Verify;

/// <summary>A hall with a mandate in force that asks for an audit, an automaton, and somebody who audits.</summary>
internal sealed class Yard : IDisposable
{
    public const string TestResult = "https://in-toto.io/attestation/test-result/v0.1";

    public const string Audit = """
        {"id":"3","kind":"evidence","text":"Fair to all.","requires":{"name":"fairness-audit",
         "predicateType":"https://in-toto.io/attestation/test-result/v0.1","signers":["auditor"],"maxAgeDays":180,
         "tests":[{"figure":"/result","equals":"PASSED"},{"figure":"/figures/odds","atMost":0.1}]},CITES}
        """;

    private static readonly string _artefact = new('a', 64);

    public Yard()
    {
        Hall = new Hall();
        Mandate = Hall.Adopted(Hall.Json(Hall.Purpose, Audit, Hall.Term));
        Card().ShouldBeNull();
        Recognise(Auditor, "auditor").ShouldBeNull();
    }

    public Hall Hall { get; }

    public string Mandate { get; }

    public Community Community => Hall.Community;

    public SignerKey Auditor { get; } = SignerKey.Generate("auditor.example", SignatureKind.Ed25519);

    public SignerKey Provider { get; } = SignerKey.Generate("provider.example", SignatureKind.Ed25519);

    public Permit Permit => Community.PermitBook.Of("a1");

    public PermitStatus Status => Permit.At(Hall.Clock.Now);

    public static Card ReadCard(string json)
    {
        CardReading reading = Gouvernail.Verify.Register.Card.Read(Encoding.UTF8.GetBytes(json));
        reading.Problems.ShouldBeEmpty();
        return reading.Card!;
    }

    /// <summary>Files a card of an automaton that discloses everything.</summary>
    public string? Card(string? automaton = null, string purpose = "translation", string @class = "produit",
        string? artefact = null, string training = "{\"method\":\"supervised\"}") =>
        Hall.Act(_ => FileCard.Decide(Community.Loop.Automata.Book, Community.Roles, new FileCard(automaton, ReadCard(
            $$$"""
            {"_type":"gouvernail/system-card/v1","name":"Translator","class":"{{{@class}}}",
             "purposes":["{{{purpose}}}"],
             "artefact":{"name":"model","sha256":"{{{artefact ?? _artefact}}}"},
             "task":{"inputs":[{"name":"text","modality":"text"}],"output":{"kind":"text"}},
             "parameters":{"family":"transformer","count":7},"training":{{{training}}},
             "data":[{"role":"train","ref":"letters"}],"cost":{"formula":"cross-entropy"},
             "objectives":[{"text":"Translate."}]}
            """), null)));

    public string? Recognise(SignerKey key, params string[] roles) =>
        Hall.Act(_ => RecogniseSigner.Decide(
            Community.Roles, Community.Loop.Evidence.Book,
            new RecogniseSigner(EnvelopeKey.Of(key.Verifier), key.Verifier.Name, roles, null)));

    public byte[] Evidence(
        string result = "PASSED", string odds = "0.04", SignerKey? by = null, DateTimeOffset? made = null,
        string? about = null)
    {
        string time = (made ?? Hall.Clock.Now.AddDays(-1)).UtcDateTime
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        using JsonDocument predicate = JsonDocument.Parse(
            $$$"""{"result":"{{{result}}}","figures":{"odds":{{{odds}}}},"timeCreated":"{{{time}}}"}""");
        var statement = new Attestation(
            [new("model", about ?? _artefact)], TestResult, CanonicalJson.Of(predicate.RootElement));
        return Envelope.Sign(Attestation.PayloadType, statement.ToPayload(), by ?? Auditor).ToJson();
    }

    public string? File(byte[] envelope) =>
        Community.FileEvidenceAsync(new FileEvidence("a1", envelope)).GetAwaiter().GetResult().Refusal?.Code;

    public string? Submit() =>
        Community.SubmitAutomatonAsync(new SubmitAutomaton("a1", null)).GetAwaiter().GetResult().Refusal?.Code;

    /// <summary>What the gate answers now.</summary>
    public GateDecision Ask() => Community.AskGate("a1");

    /// <summary>The code of a rule, as the gate answers now.</summary>
    public string Code(string rule) => Ask().Rules.Single(verdict => verdict.Rule == rule).Code;

    /// <summary>Submits, and files what is asked for.</summary>
    public void Admit()
    {
        File(Evidence()).ShouldBeNull();
        Submit().ShouldBeNull();
        Status.ShouldBe(PermitStatus.Admitted);
    }

    /// <summary>A petition to suspend the automaton, signed by some.</summary>
    public void Petition(int signatures, int threshold = 3)
    {
        Hall.Act(_ => SetPetitionThresholds.Decide(Community.Consultations, new SetPetitionThresholds(
            new PetitionThresholdsSet(
                new Dictionary<PetitionEffect, int> { [PetitionEffect.Suspension] = threshold }, Rung.Open, null, 30,
                null)))).ShouldBeNull();
        var text = new PetitionDescribed("Stop it", "It errs.", "Readers", Language.English);
        byte[] key = Pseudonyms.NewKey();
        var pseudonyms = new Pseudonyms(key);
        Hall.Act(now => StartPetition.Decide(
            Community.Loop.Petitions.Book, Community.Consultations, _ => true,
            new StartPetition(PetitionEffect.Suspension, "a1", text, pseudonyms.Of("0"), Rung.Open, key), now))
            .ShouldBeNull();
        string id = Community.PetitionBook.All.Last().Id;
        for (int person = Community.PetitionBook.All.Last().Count; person < signatures; person++)
        {
            string who = pseudonyms.Of($"{person + 1}");
            Hall.Act(now => SignPetition.Decide(
                Community.Loop.Petitions.Book, new SignPetition(id, who, Rung.Open), now)).ShouldBeNull();
        }
    }

    public void Dispose()
    {
        Auditor.Dispose();
        Provider.Dispose();
        Hall.Dispose();
    }
}
