using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>The event of invitations that admit nobody any more. Votes cast with them stay.</summary>
/// <param name="First">The first serial number.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role.</param>
public sealed record InvitationsRevoked(int First, int Count, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "invitations-revoked";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("count");
            body.Number(Count);
            body.Name("first");
            body.Number(First);
            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static InvitationsRevoked? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return root.Text("reason") is { } reason
            && root.Whole("first") is > 0 and int first && root.Whole("count") is > 0 and int count
            ? new InvitationsRevoked(first, count, reason, root.Text("by"))
            : null;
    }
}
