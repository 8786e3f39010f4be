using System.Globalization;
using System.Text;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// A decision as the log's key signs it, for whoever was not there: a DSSE envelope of an in-toto statement about the
/// artefact.
/// </summary>
public static class SignedDecision
{
    /// <summary>The type of the predicate: the decision itself.</summary>
    public const string PredicateType = "urn:gouvernail:decision:v1";

    /// <summary>
    /// The type of a Simple Verification Result, version 0.2
    /// (https://github.com/in-toto/attestation/blob/main/spec/predicates/svr.md), which can only say yes.
    /// </summary>
    public const string VerificationResultType = "https://in-toto.io/attestation/svr/v0.2";

    /// <summary>Signs a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="key">The log's key.</param>
    public static Envelope Of(GateDecision decision, SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(key);
        var statement = new Attestation([Subject(decision)], PredicateType, decision.ToBytes());
        return Envelope.Sign(Attestation.PayloadType, statement.ToPayload(), key);
    }

    /// <summary>Signs an admission as a Simple Verification Result; null for a refusal, which that format cannot say.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="key">The log's key.</param>
    public static Envelope? VerificationResult(GateDecision decision, SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(key);
        if (!decision.IsAdmitted)
        {
            return null;
        }

        byte[] predicate = CanonicalObject.Of(json =>
        {
            json.Name("policies");
            json.StartArray();
            Policy(json, "urn:gouvernail:gate-profile:v1", decision.Profile);
            foreach ((string mandate, int version, _, string digest) in decision.Mandates)
            {
                Policy(json, string.Create(
                    CultureInfo.InvariantCulture, $"urn:gouvernail:mandate:{mandate}:{version}"), digest);
            }

            json.EndArray();
            json.Name("properties");
            json.StartArray();
            foreach (RuleVerdict rule in decision.Rules.Where(rule => rule.Outcome == RuleOutcome.Pass))
            {
                json.Text("gouvernail:" + rule.Rule);
            }

            json.EndArray();
            json.Name("timeCreated");
            json.Second(decision.Time);
            json.Name("verifier");
            json.StartObject();
            json.Name("id");
            json.Text(key.Verifier.Name);
            json.EndObject();
        });
        var statement = new Attestation([Subject(decision)], VerificationResultType, predicate);
        return Envelope.Sign(Attestation.PayloadType, statement.ToPayload(), key);
    }

    /// <summary>Reads a signed decision that somebody sends; null where it is none, or not that key's.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="key">The log's key, got from somewhere else.</param>
    public static GateDecision? Read(Envelope envelope, VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(key);
        return envelope.SignedBy([EnvelopeKey.Of(key)]).Count == 1
            && Attestation.TryRead(envelope, out Attestation? statement, out _)
            && statement.PredicateType == PredicateType && GateDecision.Read(statement.Predicate) is { } decision
            && statement.IsAbout(Subject(decision).Sha256)
            ? decision
            : null;
    }

    /// <summary>The artefact; where the card names none the card, and where there is none the name that was asked for.
    /// </summary>
    private static AttestedArtefact Subject(GateDecision decision) => new(
        decision.Automaton,
        decision.Artefact.Length > 0 ? decision.Artefact
            : decision.CardDigest.Length > 0 ? decision.CardDigest
            : Blobs.NameOf(Encoding.UTF8.GetBytes(decision.Automaton)));

    private static void Policy(CanonicalWriter json, string uri, string digest)
    {
        json.StartObject();
        json.Name("digest");
        json.StartObject();
        json.Name("sha256");
        json.Text(digest);
        json.EndObject();
        json.Name("uri");
        json.Text(uri);
        json.EndObject();
    }
}
