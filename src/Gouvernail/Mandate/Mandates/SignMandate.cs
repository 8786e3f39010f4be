using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Mandate.Mandates;

/// <summary>Asks to add a trustee's signature; the signature itself says who.</summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Envelope">A DSSE envelope of the document.</param>
public sealed record SignMandate(string Mandate, int Version, Envelope Envelope)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(MandateBook book, SignMandate act)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        if (book.Find(act.Mandate) is not { } mandate)
        {
            return MandateRefusals.NoMandate(act.Mandate);
        }

        if (mandate.Find(act.Version) is not { } version)
        {
            return MandateRefusals.NoVersion(act.Mandate, act.Version);
        }

        if (version.Put is not { } put)
        {
            return MandateRefusals.NotPut();
        }

        if (version.Adopted is not null)
        {
            return MandateRefusals.AdoptedAlready();
        }

        if (book.Rules[put.Rule].Rule.Trustees is not { } rule)
        {
            return Decision.Refuse("no-trustees", new(
                "the rule of this mandate asks for no signatures", "la règle de ce mandat ne demande pas de signature"));
        }

        if (act.Envelope.PayloadType != MandateDocument.PayloadType
            || !act.Envelope.Payload.Span.SequenceEqual(version.Document.ToBytes()))
        {
            return Decision.Refuse("wrong-document", new(
                $"what was signed is not version {act.Version} of mandate {act.Mandate}, byte for byte",
                $"ce qui est signé n’est pas la version {act.Version} du mandat {act.Mandate}, octet pour octet"));
        }

        var signatures = new List<Draft>();
        foreach (EnvelopeKey key in act.Envelope.SignedBy(rule.Trustees.Select(trustee => trustee.Key)))
        {
            if (version.Signatures.TrueForAll(signed => signed.Key != key.Id))
            {
                MandateSigned signed = act.Envelope.Signatures
                    .Select(s => new MandateSigned(act.Mandate, act.Version, key.Id, s.Bytes))
                    .First(s => s.Holds(key, version.Document));
                signatures.Add(signed.ToDraft());
            }
        }

        return signatures.Count > 0 ? Decision.Log(signatures) : Decision.Refuse("no-new-signature", new(
            "no trustee of the rule has signed this who had not signed before",
            "aucun mandataire de la règle n’a signé ceci qui ne l’avait déjà fait"));
    }
}
