using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Verify.Register;

/// <summary>The register of automata at one moment; nothing in it changes, and everybody may read it at any time.
/// </summary>
public sealed class RegisterBook
{
    private readonly Dictionary<string, Automaton> _byId;
    private readonly Dictionary<string, (Automaton Automaton, AutomatonVersion Version)> _byCard =
        new(StringComparer.Ordinal);

    internal RegisterBook(ImmutableArray<Automaton> automata, int highest)
    {
        Automata = automata;
        NextAutomaton = AutomatonRegistered.IdOf(highest + 1);
        _byId = automata.ToDictionary(automaton => automaton.Id, StringComparer.Ordinal);
        foreach (Automaton automaton in automata)
        {
            foreach (AutomatonVersion version in automaton.Versions)
            {
                if (version.Digest is { } digest)
                {
                    _byCard[digest] = (automaton, version);
                }
            }
        }
    }

    /// <summary>A register with nothing in it.</summary>
    public static RegisterBook Empty { get; } = new([], 0);

    /// <summary>All automata, those retired included, in the order in which they were registered.</summary>
    public ImmutableArray<Automaton> Automata { get; }

    /// <summary>The id that the next new automaton gets.</summary>
    public string NextAutomaton { get; }

    /// <summary>Finds an automaton by its id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Automaton? automaton) => _byId.TryGetValue(id, out automaton);

    /// <summary>The last time that this very card was filed; null where it never was, or is erased.</summary>
    public (Automaton Automaton, AutomatonVersion Version)? FindCard(string digest) =>
        _byCard.TryGetValue(digest, out (Automaton, AutomatonVersion) found) ? found : null;

    /// <summary>Automata whose latest card names this artefact, by SHA-256 in lower-case hexadecimal.</summary>
    public IEnumerable<Automaton> FindArtefact(string sha256) =>
        Automata.Where(automaton => automaton.Card?.Artefact?.Sha256 == sha256);

    /// <summary>Automata whose latest card has this id of its maker's.</summary>
    public IEnumerable<Automaton> FindCardId(string id) => Automata.Where(automaton => automaton.Card?.Id == id);
}

/// <summary>An automaton in the register.</summary>
/// <param name="Id">"a" and a number, from 1.</param>
/// <param name="Versions">All its cards, the oldest first; at least one.</param>
/// <param name="Retired">When and why it was retired; null while it is not.</param>
public sealed record Automaton(string Id, ImmutableList<AutomatonVersion> Versions, Retirement? Retired)
{
    /// <summary>The latest version.</summary>
    public AutomatonVersion Latest => Versions[^1];

    /// <summary>Its card: the latest; null where that is erased.</summary>
    public Card? Card => Latest.Card;

    /// <summary>What to call it: the name on its latest card, or its id.</summary>
    public string Name => Card?.Name ?? Id;
}

/// <summary>A card of an automaton.</summary>
/// <param name="Number">Which of its cards, from 1.</param>
/// <param name="Position">The place of the card in the log.</param>
/// <param name="Time">When it was filed.</param>
/// <param name="By">Who filed it: a holder of a role; null for whoever runs the machine.</param>
/// <param name="Card">The card; null where it is erased.</param>
/// <param name="Digest">Its digest; null where it is erased.</param>
public sealed record AutomatonVersion(
    int Number, long Position, DateTimeOffset Time, string? By, Card? Card, string? Digest);

/// <summary>That an automaton is used no more.</summary>
/// <param name="Position">The place in the log.</param>
/// <param name="Time">Since when.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who said so: a holder of a role; null for whoever runs the machine.</param>
public sealed record Retirement(long Position, DateTimeOffset Time, string Reason, string? By);
