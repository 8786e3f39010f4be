using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>The event of an answer to a petition. Sealed to be erasable, and open to everybody.</summary>
/// <param name="From">In whose name: the operator of the automaton, the council, …</param>
/// <param name="Text">The answer.</param>
/// <param name="By">Who entered it: a holder of a role; null for whoever runs the machine.</param>
public sealed record PetitionAnswered(string From, string Text, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "petition-answered";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string petition) => new(Kind)
    {
        Consultation = petition,
        Payload = CanonicalObject.Of(payload =>
        {
            payload.By(By);
            payload.Name("from");
            payload.Text(From);
            payload.Name("text");
            payload.Text(Text);
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of an answer.</summary>
    public static PetitionAnswered? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        return root.Text("from") is { } from && root.Text("text") is { } text
            ? new PetitionAnswered(from, text, root.Text("by"))
            : null;
    }
}
