namespace Gouvernail.Choice.Ranking;

/// <summary>
/// A hard bound on how many places of a list go to the members of a set: of the whole list, or of every so many places,
/// so that whoever stops reading has had the share too.
/// </summary>
public sealed record Quota
{
    private Quota(int atLeast, int? atMost, int? every)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atLeast);
        if (atMost < atLeast)
        {
            throw new ArgumentException($"At least {atLeast} and at most {atMost}.", nameof(atMost));
        }

        (AtLeast, AtMost, Every) = (atLeast, atMost, every);
    }

    /// <summary>Places that members have at least, 0 or more.</summary>
    public int AtLeast { get; }

    /// <summary>Places that members have at most; null for any number.</summary>
    public int? AtMost { get; }

    /// <summary>Of how many places; null for the whole list.</summary>
    public int? Every { get; }

    /// <summary>So many places of the whole list.</summary>
    public static Quota OfTheList(int atLeast, int? atMost = null) => new(atLeast, atMost, null);

    /// <summary>
    /// So many of every so many places: the first t places hold at least ⌊t·atLeast/every⌋ members and at most
    /// ⌈t·atMost/every⌉, for every t.
    /// </summary>
    public static Quota OfEvery(int every, int atLeast, int? atMost = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, every);
        return new Quota(atLeast, atMost, every);
    }

    /// <summary>Members that the first <paramref name="length"/> places need.</summary>
    internal int Least(int length, int places) => Every is { } every
        ? (int)((long)AtLeast * length / every)
        : length == places ? AtLeast : 0;

    /// <summary>Members that the first <paramref name="length"/> places may hold.</summary>
    internal int Most(int length)
    {
        if (AtMost is not { } most)
        {
            return length;
        }

        long bound = Every is { } every ? (((long)most * length) + every - 1) / every : most;
        return (int)Math.Min(bound, length);
    }
}

/// <summary>A list under quotas, or why there is none.</summary>
public sealed record QuotaAnswer
{
    /// <summary>The list, first place first; null where there is none.</summary>
    public IReadOnlyList<Placed>? List { get; init; }

    /// <summary>Why there is no list; null where there is one.</summary>
    public QuotaConflict? Conflict { get; init; }

    /// <summary>What is certain of the list, beyond that all quotas hold.</summary>
    public QuotaGuarantee Guarantee { get; init; }
}

/// <summary>What is certain of a list under quotas.</summary>
public enum QuotaGuarantee
{
    /// <summary>No list that meets the quotas has a larger sum of scores.</summary>
    Best,

    /// <summary>
    /// Each place has the best item that a search could still complete from; the sum may not be the best.
    /// </summary>
    PlaceByPlace,

    /// <summary>The best list that a search found before its limit; a better one may exist.</summary>
    BestFound,
}

/// <summary>An item in its place, and why it is there.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Score">Its score.</param>
/// <param name="Why">By its score, or for a quota.</param>
/// <param name="Quotas">The quotas it is there for, as indices in ascending order.</param>
/// <param name="InsteadOf">The best item that it was put before though its score is less; null where there is
/// none.</param>
public sealed record Placed(int Item, double Score, PlacedFor Why, IReadOnlyList<int> Quotas, int? InsteadOf);

/// <summary>Why an item has its place.</summary>
public enum PlacedFor
{
    /// <summary>No item left had a better score.</summary>
    Score,

    /// <summary>A quota needed one of its members.</summary>
    AtLeast,

    /// <summary>Better items had no place left under a quota's upper bound.</summary>
    AtMost,

    /// <summary>Drawn by chance for the guaranteed share of the long tail.</summary>
    Exploration,
}

/// <summary>Why no list meets the quotas.</summary>
/// <param name="Kind">What is lacking.</param>
/// <param name="Quotas">The quotas that cannot hold, as indices; taking any one of several away would help.</param>
/// <param name="Needed">How many are needed, for the kinds that lack something.</param>
/// <param name="Available">How many there are.</param>
public sealed record QuotaConflict(QuotaConflictKind Kind, IReadOnlyList<int> Quotas, int Needed, int Available);

/// <summary>What is lacking.</summary>
public enum QuotaConflictKind
{
    /// <summary>There are fewer candidates than places.</summary>
    TooFewCandidates,

    /// <summary>A quota asks for more places than the list has.</summary>
    TooFewPlaces,

    /// <summary>A quota asks for more members than there are among the candidates.</summary>
    TooFewMembers,

    /// <summary>A quota's upper bound leaves places that too few others can fill.</summary>
    TooFewOthers,

    /// <summary>Each could hold alone, not together.</summary>
    Together,

    /// <summary>The search reached its limit without a list, or a proof that there is none.</summary>
    Undecided,
}
