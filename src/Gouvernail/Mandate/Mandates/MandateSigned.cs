using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Mandate.Mandates;

/// <summary>The event of a trustee's signature under a version; public. Its payload is the document.</summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Key">The id of the trustee's key.</param>
/// <param name="Signature">The signature, of a DSSE envelope.</param>
public sealed record MandateSigned(string Mandate, int Version, string Key, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "mandate-signed";

    private const int LongestSignature = 512;

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("key");
            body.Text(Key);
            body.Name("mandate");
            body.Text(Mandate);
            body.Name("signature");
            body.Text(Convert.ToBase64String(Signature.Span));
            body.Name("version");
            body.Number(Version);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static MandateSigned? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        byte[] signature = new byte[LongestSignature];
        return body.Text("mandate") is { Length: > 0 } mandate && body.Whole("version") is > 0 and { } version
            && body.Text("key") is { } key && body.Text("signature") is { } base64
            && Convert.TryFromBase64String(base64, signature, out int length) && length > 0
            ? new MandateSigned(mandate, version, key, signature.AsMemory(0, length))
            : null;
    }

    /// <summary>True where it is that key's signature under that document.</summary>
    public bool Holds(EnvelopeKey key, MandateDocument document)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(document);
        return Envelope.Of(
            MandateDocument.PayloadType, document.ToBytes(), [new EnvelopeSignature(Key, Signature)])
            .SignedBy([key]).Count == 1;
    }
}
