using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Mandates;

/// <summary>The event of a version that comes into force; public. Everybody can check that the rule was met.</summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Digest">The hash of the document.</param>
/// <param name="Result">The place in the log of the result that ratifies it; null where the rule asks nobody.</param>
/// <param name="By">Who asked for it: a holder of a role; null for whoever runs the machine.</param>
public sealed record MandateAdopted(string Mandate, int Version, string Digest, long? Result, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "mandate-adopted";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("digest");
            body.Text(Digest);
            body.Name("mandate");
            body.Text(Mandate);
            if (Result is { } result)
            {
                body.Name("result");
                body.Number(result);
            }

            body.Name("version");
            body.Number(Version);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static MandateAdopted? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("mandate") is { Length: > 0 } mandate && body.Whole("version") is > 0 and { } version
            && body.Text("digest") is { } digest
            ? new MandateAdopted(mandate, version, digest, body.Place("result"), body.Text("by"))
            : null;
    }
}
