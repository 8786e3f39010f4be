namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Who votes alike, what every group supports, what divides, and how sure that is: the published output of a method
/// (<see cref="OpinionMapMethod"/>, <see cref="PolisMethod"/>) over a <see cref="VoteTable"/>.
/// Every real number is rounded to ten decimals (<see cref="Published"/>), so that its bits are its value.
/// </summary>
public sealed record OpinionMap
{
    /// <summary>Name and version of the method: <c>opinion-map/1</c> or <c>polis/1</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What the method was told, and the constants it used.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Ids of all participants, in the method's order. Every participant index points here.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    /// <summary>All statements, in the method's order. Every statement index points here.</summary>
    public required IReadOnlyList<StatementColumn> Statements { get; init; }

    /// <summary>Number of votes counted, one per participant and statement.</summary>
    public required int VoteCount { get; init; }

    /// <summary>Votes of all participants on each statement, grouped or not; one entry a statement.</summary>
    public required IReadOnlyList<VoteCounts> Totals { get; init; }

    /// <summary>Statements that the map was drawn from, as indices; the order of <see cref="Center"/>.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>Mean vote of each column, −1 to 1.</summary>
    public required IReadOnlyList<double> Center { get; init; }

    /// <summary>The two components, unit vectors over <see cref="Columns"/>, or zero where nothing varies.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Components { get; init; }

    /// <summary>Share of the variance that each component explains, 0 to 1.</summary>
    public required IReadOnlyList<double> Explained { get; init; }

    /// <summary>Where each participant stands; one entry a participant.</summary>
    public required IReadOnlyList<ParticipantPoint> Points { get; init; }

    /// <summary>Where each column's statement stands; one entry a column.</summary>
    public required IReadOnlyList<StatementPoint> StatementPoints { get; init; }

    /// <summary>The groups; <c>opinion-map/1</c> numbers them from the largest.</summary>
    public required IReadOnlyList<OpinionGroup> Groups { get; init; }

    /// <summary>Statements that most of all participants agree with, or disagree with.</summary>
    public required Consensus Consensus { get; init; }

    /// <summary>Common ground, best first: how likely every group is to agree.</summary>
    public required IReadOnlyList<CommonGround> CommonGround { get; init; }

    /// <summary>What divides the groups, most first.</summary>
    public required IReadOnlyList<Divisive> Divisive { get; init; }

    /// <summary>Which statement to show next, in statement order; larger is sooner.</summary>
    public required IReadOnlyList<RoutingPriority> Routing { get; init; }

    /// <summary>How the groups hold when participants are drawn again; null when no resample was asked for.</summary>
    public required MapStability? Stability { get; init; }

    /// <summary>Mean silhouette by number of groups, for each number tried.</summary>
    public required IReadOnlyDictionary<int, double> Silhouette { get; init; }
}

/// <summary>Votes on one statement: agreements, disagreements, and all who saw it (passes included).</summary>
public readonly record struct VoteCounts(int Agree, int Disagree, int Seen)
{
    /// <summary>Those who saw it and took no side.</summary>
    public int Pass => Seen - Agree - Disagree;
}

/// <summary>A participant's place. Units: those of the projection, without meaning beyond distance.</summary>
/// <param name="X">First coordinate.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Group">Index of the group, or −1 where the participant voted too little to be grouped.</param>
public readonly record struct ParticipantPoint(double X, double Y, int Group);

/// <summary>A statement's place: where a participant would stand who only agreed with it.</summary>
public readonly record struct StatementPoint(int Statement, double X, double Y, double Extremity);

/// <summary>People who vote alike.</summary>
/// <param name="Members">Participant indices, ascending.</param>
/// <param name="Stability">Mean best Jaccard similarity over resamples, 0 to 1; null without resamples.
/// Below <see cref="StableFrom"/> the group is not stable (Hennig 2007).</param>
/// <param name="Representative">At most five statements that tell the group from the rest.</param>
/// <param name="Votes">The group's votes, one entry a statement.</param>
public sealed record OpinionGroup(
    IReadOnlyList<int> Members,
    double? Stability,
    IReadOnlyList<Representative> Representative,
    IReadOnlyList<VoteCounts> Votes)
{
    /// <summary>The least stability of a group that is called stable.</summary>
    public const double StableFrom = 0.6;
}

/// <summary>Which way a group, or everybody, leans on a statement.</summary>
public enum Side
{
    /// <summary>For it.</summary>
    Agree,

    /// <summary>Against it.</summary>
    Disagree,
}

/// <summary>A statement that tells a group from the rest.</summary>
/// <param name="Statement">Statement index.</param>
/// <param name="Side">What sets the group apart: agreeing or disagreeing.</param>
/// <param name="Votes">The group's votes on it.</param>
/// <param name="Repness">Ratio of the side's smoothed share in the group to that in the rest.</param>
/// <param name="RepnessTest">Two-proportion z statistic of that difference.</param>
public sealed record Representative(int Statement, Side Side, VoteCounts Votes, double Repness, double RepnessTest);

/// <summary>What most participants hold, at most five statements a side.</summary>
public sealed record Consensus(IReadOnlyList<ConsensusStatement> Agree, IReadOnlyList<ConsensusStatement> Disagree);

/// <summary>A statement most participants lean the same way on.</summary>
/// <param name="Statement">Statement index.</param>
/// <param name="Votes">All participants' votes.</param>
/// <param name="Share">Smoothed share of the side, (n+1)/(seen+2).</param>
/// <param name="ShareTest">One-proportion z statistic against one half.</param>
public sealed record ConsensusStatement(int Statement, VoteCounts Votes, double Share, double ShareTest);

/// <summary>Group-informed consensus: the product over groups of (agree+1)/(seen+2).</summary>
/// <param name="Statement">Statement index.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Low">Lower end of the 90 % interval over resamples; null without resamples.</param>
/// <param name="High">Upper end.</param>
public readonly record struct CommonGround(int Statement, double Score, double? Low, double? High);

/// <summary>How far apart the groups are on a statement.</summary>
/// <param name="Statement">Statement index.</param>
/// <param name="Spread">Largest minus smallest smoothed agree rate of the groups, 0 to 1.</param>
public readonly record struct Divisive(int Statement, double Spread);

/// <summary>Weight with which a statement should be shown to those who have not voted on it.</summary>
public readonly record struct RoutingPriority(int Statement, double Priority);

/// <summary>How the groups hold when participants are drawn again with replacement.</summary>
/// <param name="Groups">The published number of groups.</param>
/// <param name="SameNumber">Share of resamples that found the same number of groups, 0 to 1.</param>
/// <param name="Agreement">Mean adjusted Rand index between the published groups and each resample's.</param>
/// <param name="Resamples">Number of resamples.</param>
public sealed record MapStability(int Groups, double SameNumber, double Agreement, int Resamples);
