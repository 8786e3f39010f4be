using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The event of a role taken away, at once and for good; public.</summary>
/// <param name="Holder">From whom.</param>
/// <param name="By">Who took it away: a holder.</param>
public sealed record RoleRevoked(string Holder, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "role-revoked";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("holder");
            body.Text(Holder);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static RoleRevoked? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Text("holder") is { Length: > 0 } holder
            ? new RoleRevoked(holder, body.RootElement.Text("by"))
            : null;
    }
}
