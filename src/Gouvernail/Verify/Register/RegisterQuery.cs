using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register;

/// <summary>What somebody looks for in the register; what is null or empty does not narrow anything.</summary>
public sealed record RegisterQuery
{
    /// <summary>Words that all stand somewhere on the card, in any case and with or without accents.</summary>
    public string? Text { get; init; }

    /// <summary>The class that the automaton is held to.</summary>
    public AutomatonClass? Class { get; init; }

    /// <summary>One of its purposes, exactly.</summary>
    public string? Purpose { get; init; }

    /// <summary>A part of the name of who makes or uses it, in any case and with or without accents.</summary>
    public string? Party { get; init; }

    /// <summary>False to leave out what is retired.</summary>
    public bool WithRetired { get; init; } = true;

    /// <summary>The automata that fit, in the order of the register.</summary>
    public IReadOnlyList<Automaton> Find(RegisterBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        string[] words = Folded.Of(Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string party = Folded.Of(Party ?? "").Trim();
        return [.. book.Automata.Where(automaton => Fits(automaton, words, party))];
    }

    private bool Fits(Automaton automaton, string[] words, string party)
    {
        if (!WithRetired && automaton.Retired is not null)
        {
            return false;
        }

        if (automaton.Card is not { } card)
        {
            return Class is null && string.IsNullOrEmpty(Purpose) && party.Length == 0
                && words.All(word => word == automaton.Id);
        }

        return (Class is null || card.HeldTo() == Class)
            && (string.IsNullOrEmpty(Purpose) || card.Purposes.Contains(Purpose))
            && (party.Length == 0 || Names(card.Provider, party) || Names(card.Deployer, party))
            && (words.Length == 0 || Says(automaton.Id, card, words));
    }

    private static bool Names(CardParty? organisation, string party) =>
        organisation?.Name is { } name && Folded.Of(name).Contains(party, StringComparison.Ordinal);

    private static bool Says(string id, Card card, string[] words)
    {
        string all = id + "\n" + Folded.Of(string.Join('\n', Texts(CardJson.Node(card))));
        return Array.TrueForAll(words, word => all.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        JsonValue value => [value.ToJsonString()],
        _ => [],
    };
}
