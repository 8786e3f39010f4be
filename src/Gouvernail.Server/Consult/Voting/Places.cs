namespace Gouvernail.Server.Consult.Voting;

/// <summary>Where somebody stands among the others, for their own page. Whoever computes live maps says it.</summary>
internal sealed class Places
{
    /// <summary>Votes from which on somebody can be placed (docs/methods/opinion-map.md).</summary>
    public const int VotesNeeded = 7;

    /// <summary>The place of a visitor; null where there is no map, or they are not on it.</summary>
    public Func<Visit, Place?> Of { get; set; } = _ => null;
}
