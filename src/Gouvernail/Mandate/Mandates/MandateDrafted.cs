using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Mandates;

/// <summary>The event of a mandate that is being written: a version nobody has adopted yet; public.</summary>
/// <param name="Document">The mandate, with its id and version.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record MandateDrafted(MandateDocument Document, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "mandate-drafted";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("document");
            body.Canonical(Document.ToBytes());
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static MandateDrafted? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Member("document") is { } json
            && MandateDocument.Read(json).Document is { Id.Length: > 0, Version: > 0 } document
            ? new MandateDrafted(document, body.RootElement.Text("by"))
            : null;
    }
}
