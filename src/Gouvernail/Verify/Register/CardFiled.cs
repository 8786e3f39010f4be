using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>
/// The event of an automaton's card, its first or a new one. Everybody may open it; it is sealed so that what turns
/// out to be personal in it can be erased. The entry before it says in public which automaton it is of.
/// </summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Card">Its card.</param>
/// <param name="By">Who filed it: a holder of a role; null for whoever runs the machine.</param>
public sealed record CardFiled(string Automaton, Card Card, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "card-filed";

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Payload = CanonicalObject.Of(payload =>
        {
            payload.Name("automaton");
            payload.Text(Automaton);
            payload.By(By);
            payload.Name("card");
            payload.TryCanonical(Card.ToBytes());
        }),
    };

    /// <summary>Reads a payload; null where it is not there, or is not one of a card.</summary>
    public static CardFiled? Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        return AutomatonRegistered.NumberOf(root.Text("automaton")) is not null
            && root.TryGetProperty("card", out JsonElement card)
            && Card.Read(CanonicalJson.Of(card)).Card is { } read
            ? new CardFiled(root.Text("automaton")!, read, root.Text("by"))
            : null;
    }
}
