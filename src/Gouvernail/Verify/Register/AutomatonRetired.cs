using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>The event of an automaton that is used no more; public. It stays in the register, with all its cards.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record AutomatonRetired(string Automaton, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "automaton-retired";

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
    public static AutomatonRetired? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Text("automaton") is { } automaton && body.RootElement.Text("reason") is { } reason
            ? new AutomatonRetired(automaton, reason, body.RootElement.Text("by"))
            : null;
    }
}
