using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Permits;

/// <summary>The event of a permit that is suspended: the automaton may not run until it is resumed; public.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="Petition">The petition that did it, by its signatures; null for none.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record PermitSuspended(string Automaton, string Reason, string? Petition, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "permit-suspended";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("automaton");
            body.Text(Automaton);
            body.By(By);
            if (Petition is not null)
            {
                body.Name("petition");
                body.Text(Petition);
            }

            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PermitSuspended? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("automaton") is { Length: > 0 } automaton && body.Text("reason") is { Length: > 0 } reason
            ? new PermitSuspended(automaton, reason, body.Text("petition"), body.Text("by"))
            : null;
    }
}
