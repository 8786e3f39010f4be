using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>Where somebody stands among the others, for their own page. Whoever computes live maps says it.</summary>
internal sealed class Places
{
    /// <summary>Votes from which on somebody can be placed (docs/methods/opinion-map.md).</summary>
    public const int VotesNeeded = 7;

    /// <summary>How many votes it takes at a consultation: never more than there are statements.</summary>
    public static int NeededAt(ConsultationView view) => Math.Min(VotesNeeded, view.Shown.Count());

    /// <summary>What a visitor may see of their place: nothing before they have voted enough, or results are shown.
    /// </summary>
    public Place? For(Visit visit) => visit.View.ShowsResults
        && visit.Participant() is { } participant && participant.Ballots.Count >= NeededAt(visit.View)
            ? Of(visit)
            : null;

    /// <summary>The place of a visitor; null where there is no map, or they are not on it.</summary>
    public Func<Visit, Place?> Of { get; set; } = _ => null;
}
