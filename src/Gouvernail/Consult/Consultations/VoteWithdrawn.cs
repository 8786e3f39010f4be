using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// The event of a vote taken back: from then on the participant has not voted on the statement. Sealed, as votes are.
/// </summary>
/// <param name="Statement">The statement's id.</param>
public sealed record VoteWithdrawn(string Statement)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "vote-withdrawn";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation, string pseudonym) => new(Kind)
    {
        Consultation = consultation,
        Pseudonym = pseudonym,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("statement");
            payload.Text(Statement);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a withdrawal.</summary>
    public static VoteWithdrawn? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        return document.RootElement.Text("statement") is { Length: > 0 } statement
            ? new VoteWithdrawn(statement)
            : null;
    }
}
