using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The event of a role offered by a link that works once; public.</summary>
/// <param name="Holder">Who: "r" and a number, from 1.</param>
/// <param name="Role">Which role.</param>
/// <param name="Link">The number of the link, from 1; a new link to the same holder makes earlier ones void.</param>
/// <param name="Expires">When the link expires.</param>
/// <param name="By">Who gave it: a holder; null for whoever runs the machine.</param>
public sealed record RoleGranted(string Holder, Role Role, int Link, DateTimeOffset Expires, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "role-granted";

    internal static readonly string[] Words = ["auditor", "moderator", "facilitator"];

    /// <summary>The event for the log.</summary>
    /// <param name="key">The key of role links, with the first one; null afterwards.</param>
    public Draft ToDraft(byte[]? key) => new(Kind)
    {
        Secrets = key is null ? [] : [new Secret(RoleLinks.Secret, key)],
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("expires");
            body.Second(Expires);
            body.Name("holder");
            body.Text(Holder);
            body.Name("link");
            body.Number(Link);
            body.Name("role");
            body.Text(Words[(int)Role]);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static RoleGranted? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return root.Text("holder") is { Length: > 0 } holder
            && Array.IndexOf(Words, root.Text("role")) is >= 0 and int role
            && root.Whole("link") is { } link && root.Second("expires") is { } expires
            ? new RoleGranted(holder, (Role)role, link, expires, root.Text("by"))
            : null;
    }
}
