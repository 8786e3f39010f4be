namespace Gouvernail.Consult.Signals;

/// <summary>
/// What may come of several hands acting as one, or of many people who were told at the same time: figures to look at,
/// from which nothing follows by itself.
/// </summary>
public sealed record SignalReport
{
    /// <summary>Windows of time with far more votes than usual, in order of time.</summary>
    public required IReadOnlyList<VoteBurst> Bursts { get; init; }

    /// <summary>Participants who voted the same on the same statements, the most numerous first.</summary>
    public required IReadOnlyList<SameVotes> SameVotes { get; init; }

    /// <summary>Minutes in which many cast their first vote, in order of time.</summary>
    public required IReadOnlyList<Arrivals> Arrivals { get; init; }

    /// <summary>Invitations for one person that were used on several devices, the most devices first.</summary>
    public required IReadOnlyList<SharedInvitation> Shared { get; init; }

    /// <summary>True where there is nothing to look at.</summary>
    public bool IsEmpty => Bursts.Count + SameVotes.Count + Arrivals.Count + Shared.Count == 0;
}

/// <summary>A window of ten minutes with far more votes than usual.</summary>
/// <param name="Start">When it begins, in milliseconds since 1970.</param>
/// <param name="Votes">Standing votes cast in it.</param>
/// <param name="People">Participants who cast them.</param>
/// <param name="Usual">The median of the windows that have any votes.</param>
/// <param name="Limit">Above how many votes a window is told of.</param>
public sealed record VoteBurst(long Start, int Votes, int People, int Usual, int Limit);

/// <summary>Participants who voted the same on the same statements.</summary>
/// <param name="Pseudonyms">Who, in the order of their first act.</param>
/// <param name="Votes">How many votes each has.</param>
/// <param name="Agree">How many of these agree.</param>
public sealed record SameVotes(IReadOnlyList<string> Pseudonyms, int Votes, int Agree);

/// <summary>A minute in which many cast their first vote.</summary>
/// <param name="Start">When it begins, in milliseconds since 1970.</param>
/// <param name="Pseudonyms">Who, in the order of their first act.</param>
/// <param name="Expected">First votes a minute in the hour around it, this minute left out.</param>
public sealed record Arrivals(long Start, IReadOnlyList<string> Pseudonyms, double Expected);

/// <summary>An invitation for one person that was used on several devices.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Pseudonym">Who has it.</param>
/// <param name="Devices">On how many.</param>
public sealed record SharedInvitation(int Serial, string Pseudonym, int Devices);
