using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Verify.Evidence;

/// <summary>
/// The event of evidence filed about an automaton. Sealed, so that it can be erased where the law asks for it; and open
/// to everybody.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Envelope">The evidence, as it was signed.</param>
public sealed record EvidenceFiled(string Automaton, Envelope Envelope)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "evidence-filed";

    /// <summary>The most bytes of an envelope. A longer report is named in it by its hash.</summary>
    public const int MostBytes = 256 << 10;

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("automaton");
            payload.Text(Automaton);
            payload.Name("envelope");
            using JsonDocument envelope = JsonDocument.Parse(Envelope.ToJson());
            CanonicalJson.Write(payload, envelope.RootElement);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of evidence.</summary>
    public static EvidenceFiled? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        return document.RootElement.Text("automaton") is { Length: > 0 } automaton
            && document.RootElement.Member("envelope") is { } json
            && Envelope.TryParse(json, out Envelope? envelope, out _)
            ? new EvidenceFiled(automaton, envelope)
            : null;
    }
}
