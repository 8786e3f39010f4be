using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Verify.Permits;

/// <summary>The event of a decision of the gate that changes whether an automaton may run; public. Everybody can make
/// it again.</summary>
/// <param name="Decision">The decision.</param>
public sealed record GateDecided(GateDecision Decision)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "gate-decided";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.Name("decision");
            body.Canonical(Decision.ToBytes());
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static GateDecided? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Member("decision") is { } json && GateDecision.Read(json) is { } decision
            ? new GateDecided(decision)
            : null;
    }
}
