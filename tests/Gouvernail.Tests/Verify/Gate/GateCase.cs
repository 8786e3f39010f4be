using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail.Tests.Verify.Gate;

/// <summary>A question to the gate that is answered yes, to take something away from or to add to.</summary>
internal static class GateCase
{
    public const string Artefact = "aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11aa11";
    public const string Predicate = "https://town.example/fairness/v1";

    private static readonly EnvelopeKey[] _keys =
    [
        .. Enumerable.Range(0, 4).Select(i =>
        {
            using SignerKey key = SignerKey.Generate($"signer{i}.example", SignatureKind.Ed25519);
            return EnvelopeKey.Of(key.Verifier);
        }),
    ];

    public static DateTimeOffset Now { get; } = new(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    /// <summary>Keys 0 and 1 are auditors', 2 is the provider's, 3 is nobody's.</summary>
    public static string Key(int index) => _keys[index].Id;

    public static EvidenceBook Signers { get; } = EvidenceBook.Empty with
    {
        Signers =
        [
            new Signer(_keys[0], "Lab", ["auditor"], Now.AddDays(-400)),
            new Signer(_keys[1], "Court of audit", ["auditor", "public"], Now.AddDays(-400)),
            new Signer(_keys[2], "Maker", ["provider"], Now.AddDays(-400)),
        ],
    };

    /// <summary>A product that is in order, with evidence by one auditor, made ten days ago.</summary>
    public static GateQuestion Admitted => Question([Filed(20, 0, -10, 0.05)]);

    public static GateQuestion Question(
        IEnumerable<FiledEvidence> filed, string requires = "", string term = "") => new(
        "a1",
        new GateSubject("a1", 10, new string('c', 64), "produit", Artefact)
        {
            Purposes = ["translation"],
            Disclosures =
            [
                .. CardTerms.All.Select(term => (term.Word(), "disclosed")),
            ],
        },
        Mandates(requires, term),
        Signers with { Filed = [.. filed] },
        new Permit("a1") { Status = PermitStatus.Submitted, Card = 10 },
        Now,
        100)
        {
            IsAdmission = true,
        };

    /// <summary>A mandate in force that allows translation and wants the figure /gap to be at most 0.1.</summary>
    public static MandateBook Mandates(string requires = "", string term = "")
    {
        const string Cites = """
            "cites":[{"result":3,"statements":[{"statement":"1","agree":300,"disagree":12,"seen":412}]}]
            """;
        string json = $$"""
            {"_type":"gouvernail/mandate/v1","title":"T","preamble":"P","language":"en","id":"m1","version":1,
             "clauses":[
             {"id":"1","kind":"purpose","text":"Translate.","allowed":["translation"],{{Cites}}},
             {"id":"3","kind":"evidence","text":"Fair.",{{Cites}},"requires":{"name":"fairness-audit",
              "predicateType":"{{Predicate}}","signers":["auditor","provider"],
              "tests":[{"figure":"/gap","atMost":0.1}]{{(requires.Length > 0 ? "," + requires : "")}}} },
             {"id":"9","kind":"term","text":"A year.",{{Cites}},
              "expires":"2030-12-31"{{(term.Length > 0 ? "," + term : "")}} }]}
            """;
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) =
            MandateDocument.Read(Encoding.UTF8.GetBytes(json));
        problems.ShouldBeEmpty();
        var version = new MandateVersion(document!, document!.Digest, 5, Now.AddDays(-100))
        {
            Adopted = new MandateAdopted("m1", 1, document.Digest, null, null),
            AdoptedAt = 7,
            Since = Now.AddDays(-90),
        };
        return MandateBook.Empty with { Mandates = [new MandateHistory("m1", [version])] };
    }

    /// <summary>Evidence by one signer, made some days from now; a gap with an interval where it has a width.</summary>
    public static FiledEvidence Filed(long position, int signer, double days, double gap, double width = 0)
    {
        string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
        string figure = width > 0
            ? $$"""{"value":{{Text(gap)}},"low":{{Text(gap - width)}},"high":{{Text(gap + width)}}}"""
            : Text(gap);
        return Filed(position, [signer], days, $$"""{"gap":{{figure}}}""");
    }

    public static FiledEvidence Filed(
        long position, int[] signers, double days, string predicate, string artefact = Artefact)
    {
        using JsonDocument document = JsonDocument.Parse(predicate);
        byte[] canonical = CanonicalJson.Of(document.RootElement);
        DateTimeOffset made = Now.AddDays(days);
        var statement = new Attestation([new("model", artefact)], Predicate, canonical);
        return new FiledEvidence(position, made, "a1")
        {
            Envelope = Envelope.Of(Attestation.PayloadType, statement.ToPayload(), []),
            Attestation = statement,
            Digest = Blobs.NameOf(Encoding.UTF8.GetBytes($"{string.Join(',', signers)} {made:O} {predicate}")),
            Made = made,
            SignedBy = [.. signers.Select(Key)],
        };
    }

    public static RuleVerdict Rule(GateDecision decision, string rule) =>
        decision.Rules.Single(line => line.Rule == rule);
}
