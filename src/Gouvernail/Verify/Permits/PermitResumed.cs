using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Permits;

/// <summary>The event of a suspension that is lifted; the gate decides anew. Public.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record PermitResumed(string Automaton, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "permit-resumed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("automaton");
            body.Text(Automaton);
            body.By(By);
            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PermitResumed? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("automaton") is { Length: > 0 } automaton && body.Text("reason") is { Length: > 0 } reason
            ? new PermitResumed(automaton, reason, body.Text("by"))
            : null;
    }
}
