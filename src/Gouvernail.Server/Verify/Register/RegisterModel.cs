using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Register;

/// <summary>The register of automata, as somebody looks through it.</summary>
/// <param name="Query">What they look for.</param>
/// <param name="Found">The automata that fit.</param>
/// <param name="All">How many there are.</param>
/// <param name="Purposes">The purposes that cards name, in order.</param>
public sealed record RegisterModel(
    RegisterQuery Query, IReadOnlyList<Automaton> Found, int All, IReadOnlyList<string> Purposes);

/// <summary>A card of an automaton.</summary>
/// <param name="Automaton">The automaton.</param>
/// <param name="Version">Which of its cards.</param>
public sealed record CardModel(Automaton Automaton, AutomatonVersion Version)
{
    /// <summary>True for the card that counts.</summary>
    public bool IsLatest => Version == Automaton.Latest;

    /// <summary>The address of this page.</summary>
    public string Path => IsLatest
        ? $"/register/{Automaton.Id}"
        : FormattableString.Invariant($"/register/{Automaton.Id}/v/{Version.Number}");

    /// <summary>What this card says differently from the one before it; none where one of the two is erased.</summary>
    public IReadOnlyList<CardDifference> Differences => Between(Version);

    /// <summary>What a card says differently from the one before it.</summary>
    public IReadOnlyList<CardDifference> Between(AutomatonVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Card? before = version.Number > 1 ? Automaton.Versions[version.Number - 2].Card : null;
        return before is null || version.Card is null ? [] : CardDifference.Between(before, version.Card);
    }
}

/// <summary>A card that is being written.</summary>
public sealed record FilingModel
{
    /// <summary>The automaton whose new card it is; null for a new automaton.</summary>
    public Automaton? Automaton { get; init; }

    /// <summary>The card that the fields change, in canonical JSON; what no field shows comes from it.</summary>
    public required string Base { get; init; }

    /// <summary>What stands in the fields, by the field's path.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>What is wrong with the fields or the file.</summary>
    public IReadOnlyList<CardProblem> Problems { get; init; } = [];

    /// <summary>What a file says that cards have no place for.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>True where the fields show what a file said.</summary>
    public bool IsFromFile { get; init; }

    /// <summary>Why it was not filed; null where nothing was asked for.</summary>
    public Gouvernail.Journals.Refusal? Refusal { get; init; }

    /// <summary>What stands in a field.</summary>
    public string this[string path] => Values.GetValueOrDefault(path) ?? "";
}
