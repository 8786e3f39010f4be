using System.Collections.Immutable;

namespace Gouvernail.Verify.Gate;

/// <summary>What the gate knows of an automaton, from its card.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Card">Where in the log its card was last filed.</param>
/// <param name="Digest">The hash of that card.</param>
/// <param name="Class">Its class: <c>instrument</c>, <c>outil</c> or <c>produit</c>.</param>
/// <param name="Artefact">SHA-256 of its artefact; empty where the card names none.</param>
public sealed record GateSubject(string Automaton, long Card, string Digest, string Class, string Artefact)
{
    /// <summary>What it is used for.</summary>
    public ImmutableList<string> Purposes { get; init; } = [];

    /// <summary>
    /// What it discloses, in order: the name of each of the six, and whether it is <c>disclosed</c>, <c>refused</c> or
    /// <c>missing</c>.
    /// </summary>
    public ImmutableList<(string Name, string State)> Disclosures { get; init; } = [];

    /// <summary>The clauses whose objectives the card says it pursues, such as <c>m1#2</c>.</summary>
    public ImmutableList<string> Objectives { get; init; } = [];

    /// <summary>True where it was retired.</summary>
    public bool IsRetired { get; init; }
}
