using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The event of a role's link used: it works no more; public.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Link">The number of the link.</param>
public sealed record RoleTaken(string Holder, int Link)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "role-taken";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("holder");
            body.Text(Holder);
            body.Name("link");
            body.Number(Link);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static RoleTaken? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return root.Text("holder") is { Length: > 0 } holder
            && root.Whole("link") is { } link
            ? new RoleTaken(holder, link)
            : null;
    }
}
