using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Evidence;

/// <summary>
/// The event of counter-evidence: an auditor says that a clause is not kept. It stands against the automaton until it
/// is
/// settled. Sealed, so that it can be erased, and open to everybody.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Clause">The clause, such as <c>m1#3</c>.</param>
/// <param name="Text">What is said, with where to see it.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record ClauseContested(string Automaton, string Clause, string Text, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "clause-contested";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("automaton");
            payload.Text(Automaton);
            payload.By(By);
            payload.Name("clause");
            payload.Text(Clause);
            payload.Name("text");
            payload.Text(Text);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of these.</summary>
    public static ClauseContested? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        return root.Text("automaton") is { Length: > 0 } automaton && root.Text("clause") is { Length: > 0 } clause
            && root.Text("text") is { Length: > 0 } text
            ? new ClauseContested(automaton, clause, text, root.Text("by"))
            : null;
    }
}

/// <summary>The event of counter-evidence that stands no more; public.</summary>
/// <param name="Contestation">The place in the log of what was said.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record ContestationSettled(long Contestation, string Reason, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "contestation-settled";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("contestation");
            body.Number(Contestation);
            body.Name("reason");
            body.Text(Reason);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static ContestationSettled? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Place("contestation") is { } place && body.Text("reason") is { Length: > 0 } reason
            ? new ContestationSettled(place, reason, body.Text("by"))
            : null;
    }
}
