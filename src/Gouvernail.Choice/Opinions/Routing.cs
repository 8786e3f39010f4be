namespace Gouvernail.Choice.Opinions;

/// <summary>Which statement to show next to somebody who has not voted on it (docs/methods/opinion-map.md).</summary>
public static class Routing
{
    private const double MetaPriority = 49;

    /// <summary>2 to the power −r/5, for r = 0 … 4.</summary>
    private static readonly double[] _fifthRoots =
        [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985174];

    /// <summary>
    /// How much the statement is worth showing next, in no unit: one is shown with a probability in proportion to it.
    /// High for those that few have seen, that people agree with, and that set groups apart; 49 for one about the
    /// process.
    /// </summary>
    /// <param name="votes">The votes that it has.</param>
    /// <param name="extremity">How far from the middle of the opinion map it stands; 0 where there is no map.</param>
    /// <param name="meta">True for a statement about the participants or the process.</param>
    public static double Priority(VoteCounts votes, double extremity, bool meta)
    {
        if (meta)
        {
            return MetaPriority;
        }

        double seen = votes.Seen + 2.0;
        double importance =
            (1 - ((votes.Pass + 1.0) / seen)) * (extremity + 1) * ((votes.Agree + 1.0) / seen);
        double root = importance * (1 + (8 * TwoToMinusFifths(votes.Seen)));
        return root * root;
    }

    /// <summary>2^(−n/5) from a table and an exact scaling, the same on every machine.</summary>
    private static double TwoToMinusFifths(int n) => Math.ScaleB(_fifthRoots[n % 5], -(n / 5));
}
