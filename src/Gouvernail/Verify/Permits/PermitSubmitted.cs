using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Permits;

/// <summary>The event of an automaton submitted to the gate, with the card that stands; public.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Card">Where in the log the card was filed.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record PermitSubmitted(string Automaton, long Card, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "permit-submitted";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("automaton");
            body.Text(Automaton);
            body.By(By);
            body.Name("card");
            body.Number(Card);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PermitSubmitted? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("automaton") is { Length: > 0 } automaton && body.Place("card") is { } card
            ? new PermitSubmitted(automaton, card, body.Text("by"))
            : null;
    }
}
