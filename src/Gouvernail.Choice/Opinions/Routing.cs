namespace Gouvernail.Choice.Opinions;

/// <summary>Which statement to show next to somebody who has not voted on it (docs/methods/opinion-map.md).</summary>
internal static class Routing
{
    private const double MetaPriority = 49;

    /// <summary>2 to the power −r/5, for r = 0 … 4.</summary>
    private static readonly double[] _fifthRoots =
        [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985174];

    /// <summary>Priority from the groups' counts together and the statement's extremity.</summary>
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
