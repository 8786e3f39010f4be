using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Permits;

/// <summary>The event of a permit whose time is over; public.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Since">When it ended.</param>
public sealed record PermitExpired(string Automaton, DateTimeOffset Since)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "permit-expired";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("automaton");
            body.Text(Automaton);
            body.Name("since");
            body.Second(Since);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static PermitExpired? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("automaton") is { Length: > 0 } automaton && body.Second("since") is { } since
            ? new PermitExpired(automaton, since)
            : null;
    }
}
