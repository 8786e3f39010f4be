namespace Gouvernail.Choice.Ranking;

/// <summary>
/// What may be shown: one score an item, larger is better, and a number that tells items with equal scores apart, the
/// smaller one first. With distinct numbers no list made of candidates depends on the order they are given in.
/// </summary>
public sealed class Candidates
{
    private readonly double[] _scores;
    private readonly long[]? _ids;

    /// <summary>Takes the arrays as they are, without copying.</summary>
    /// <param name="scores">Finite numbers.</param>
    /// <param name="ids">One an item, best distinct; null for the items' places in <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentException">A score is not finite, or the arrays differ in length.</exception>
    public Candidates(double[] scores, long[]? ids = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (ids is not null && ids.Length != scores.Length)
        {
            throw new ArgumentException($"{scores.Length} scores and {ids.Length} ids.", nameof(ids));
        }

        if (Finite.FirstThatIsNot(scores) is >= 0 and int item)
        {
            throw new ArgumentException($"The score of item {item} is not a finite number.", nameof(scores));
        }

        _scores = scores;
        _ids = ids;
    }

    /// <summary>Number of items.</summary>
    public int Count => _scores.Length;

    /// <summary>The scores, item by item.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>What breaks a tie, of one item.</summary>
    public long Id(int item) => _ids is null ? item : _ids[item];

    internal Ranked At(int item) => new(_scores[item], Id(item), item);

    /// <summary>
    /// The scores moved and stretched so that the least is 0 and the largest 1; all 0 where all equal.
    /// </summary>
    internal double[] Scaled() => ExplicitMix.Scaled(_scores);
}

/// <summary>An item in the order of every list: larger score, then smaller id, then smaller place.</summary>
internal readonly record struct Ranked(double Score, long Id, int Item) : IComparable<Ranked>
{
    public int CompareTo(Ranked other)
    {
        if (Score != other.Score)
        {
            return Score > other.Score ? -1 : 1;
        }

        return Id != other.Id ? Id.CompareTo(other.Id) : Item.CompareTo(other.Item);
    }
}
