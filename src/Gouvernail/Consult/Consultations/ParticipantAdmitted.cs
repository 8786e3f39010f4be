using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// The event of a participant's first act, or first act on a higher rung: how sure it is that they are one person.
/// Sealed, and published where votes are, so that everybody can count rung by rung.
/// </summary>
/// <param name="Rung">The rung.</param>
public sealed record ParticipantAdmitted(Rung Rung)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "participant-admitted";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation, string pseudonym) => new(Kind)
    {
        Consultation = consultation,
        Pseudonym = pseudonym,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("rung");
            payload.Text(Rung.Word());
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of an admission.</summary>
    public static ParticipantAdmitted? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        return Rungs.Of(document.RootElement.Text("rung")) is { } rung ? new ParticipantAdmitted(rung) : null;
    }
}
