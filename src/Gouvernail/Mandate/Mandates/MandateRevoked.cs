using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Mandates;

/// <summary>
/// The event of a mandate that is taken back; public. Nothing runs under it from then on: whoever revokes can only
/// stop automata, never start one.
/// </summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record MandateRevoked(string Mandate, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "mandate-revoked";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("mandate");
            body.Text(Mandate);
            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static MandateRevoked? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("mandate") is { Length: > 0 } mandate && body.Text("reason") is { Length: > 0 } reason
            ? new MandateRevoked(mandate, reason, body.Text("by"))
            : null;
    }
}
