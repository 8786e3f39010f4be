using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Signers;

namespace Gouvernail.Server;

/// <summary>
/// What follows from the votes of the demonstration: an order, a machine that the gate admits, one that it refuses, and
/// a petition that one more signature lets pass. Made by the same acts as anywhere; trustees and laboratory are
/// made up, and their keys are thrown away.
/// </summary>
internal sealed class DemoLoop(Community community, string consultation, Language language, DateTimeOffset now)
    : IDisposable
{
    private const int Threshold = 25;
    private const string Audit = "https://in-toto.io/attestation/test-result/v0.1";

    private readonly SignerKey[] _trustees =
    [
        .. Enumerable.Range(1, 3)
            .Select(n => SignerKey.Generate($"trustee{n}.port-clair.example", SignatureKind.Ed25519)),
    ];

    private readonly SignerKey _laboratory = SignerKey.Generate("lab.example", SignatureKind.Ed25519);

    /// <summary>Does all of it.</summary>
    public void Run()
    {
        long result = Publish();
        Adopt(result);
        Register(DemoTexts.Assistant, Digest("assistant"));
        Register(DemoTexts.Sorter, Digest("sorter"));
        Prove(Digest("assistant"));
        foreach (string automaton in (string[])["a1", "a2"])
        {
            Done(community.SubmitAutomatonAsync(new SubmitAutomaton(automaton, null)).GetAwaiter().GetResult());
        }

        Petition();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_trustees, key => key.Dispose());
        _laboratory.Dispose();
    }

    private static string Digest(string of) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("port-clair " + of)));

    private static void Done(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.ToString());
        }
    }

    private long Publish()
    {
        if (!ResultMethods.TryGet("opinion-map/1", out IResultMethod? method)
            || !method.TryRead(JsonElement.Parse("{}"), out byte[]? parameters, out _))
        {
            throw new InvalidOperationException();
        }

        (Outcome outcome, _) = community.Publish(consultation, method, parameters, new Work());
        Done(outcome);
        return outcome.First;
    }

    private void Adopt(long result)
    {
        string[] names = DemoTexts.Trustees.In(language).Split('|');
        var keys = new JsonArray([.. _trustees.Select((key, i) =>
            new JsonObject { ["name"] = names[i], ["key"] = key.Verifier.ToString() })]);
        var rule = new JsonObject
        {
            ["_type"] = AdoptionRule.Type,
            ["trustees"] = new JsonObject { ["needed"] = 2, ["keys"] = keys },
        };
        Act(_ => AdoptionRuleSet.Decide(
            community.Roles, new AdoptionRuleSet(AdoptionRule.Read(Bytes(rule)).Rule!, null)));

        string text = DemoTexts.Mandate.In(language)
            .Replace("RESULT", result.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("CONSULTATION", consultation, StringComparison.Ordinal)
            .Replace("EXPIRES", Day(now.AddYears(1)), StringComparison.Ordinal);
        MandateDocument written = MandateDocument.Read(Encoding.UTF8.GetBytes(text)).Document!;
        Done(community.DraftMandateAsync(null, written, null).GetAwaiter().GetResult());
        MandateDocument draft = community.Mandates.Book.Mandates[^1].Last.Document;
        Act(at => PutMandate.Decide(
            community.Roles, community.Consultations, community.Mandates.Book,
            new PutMandate(draft.Id, null, null), at));
        foreach (SignerKey trustee in _trustees.Take(2))
        {
            var signed = Envelope.Sign(MandateDocument.PayloadType, draft.ToBytes(), trustee);
            Act(_ => SignMandate.Decide(
                community.Mandates.Book, new SignMandate(draft.Id, draft.Version, signed)));
        }

        Done(community.AdoptMandateAsync(new AdoptMandate(draft.Id, draft.Version, null, null)).GetAwaiter()
            .GetResult());
    }

    private void Register(Wording card, string artefact)
    {
        string text = card.In(language).Replace("ARTEFACT", artefact, StringComparison.Ordinal);
        Card read = Card.Read(Encoding.UTF8.GetBytes(text)).Card!;
        Act(_ => FileCard.Decide(community.Loop.Automata.Book, community.Roles, new FileCard(null, read, null)));
    }

    private void Prove(string artefact)
    {
        Act(_ => RecogniseSigner.Decide(
            community.Roles, community.Loop.Evidence.Book,
            new RecogniseSigner(
                EnvelopeKey.Of(_laboratory.Verifier), DemoTexts.Laboratory.In(language), ["auditor"], null)));
        var predicate = new JsonObject
        {
            ["result"] = "PASSED",
            ["timeCreated"] = now.AddHours(-1).UtcDateTime
                .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["figures"] = new JsonObject
            {
                ["error-gap"] = new JsonObject { ["value"] = 0.04, ["low"] = 0.01, ["high"] = 0.07 },
            },
        };
        byte[] statement = new Attestation(
            [new("assistant-1.0.0", artefact)], Audit, CanonicalJson.Of(JsonElement.Parse(predicate.ToJsonString())))
            .ToPayload();
        byte[] envelope = Envelope.Sign(Attestation.PayloadType, statement, _laboratory).ToJson();
        Done(community.FileEvidenceAsync(new FileEvidence("a1", envelope)).GetAwaiter().GetResult());
    }

    private void Petition()
    {
        Act(_ => SetPetitionThresholds.Decide(community.Consultations, new SetPetitionThresholds(
            new PetitionThresholdsSet(
                new Dictionary<PetitionEffect, int>
                {
                    [PetitionEffect.Debate] = 2 * Threshold,
                    [PetitionEffect.Suspension] = Threshold,
                },
                Rung.Open, null, 30, null))));
        byte[] key = Pseudonyms.NewKey();
        var pseudonyms = new Pseudonyms(key);
        string id = "";
        Act(at =>
        {
            PetitionBook book = community.Petitions.Book;
            id = book.NextId;
            return StartPetition.Decide(
                book, community.Consultations, community.KnowsAutomaton,
                new StartPetition(
                    PetitionEffect.Suspension, "a1",
                    new PetitionDescribed(
                        DemoTexts.Title.In(language), DemoTexts.Text.In(language), DemoTexts.AskedBy.In(language),
                        language),
                    pseudonyms.Of("simulated:0"), Rung.Open, key),
                at);
        });
        for (int person = 1; person < Threshold - 1; person++)
        {
            string who = pseudonyms.Of($"simulated:{person}");
            Act(at => SignPetition.Decide(community.Petitions.Book, new SignPetition(id, who, Rung.Open), at));
        }
    }

    private void Act(Func<DateTimeOffset, Decision> decide) => Done(community.Act(decide));

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
