namespace Gouvernail.Choice.Ranking;

/// <summary>What a list, or the lists of many people, are worth: in relevance, in breadth, in difference.</summary>
public static class ListMeasures
{
    /// <summary>
    /// NDCG at k (Järvelin and Kekäläinen 2002): Σ gain / log₂(place + 1) over the first k places, divided by the most
    /// that any list of k has.
    /// </summary>
    /// <param name="list">Items, first place first.</param>
    /// <param name="gains">What each item is worth, 0 or more; 1 and 0 for relevant and not.</param>
    /// <param name="k">Places that count, 1 or more.</param>
    /// <returns>0 to 1; null where no item is worth anything.</returns>
    public static double? Ndcg(ReadOnlySpan<int> list, double[] gains, int k)
    {
        ArgumentNullException.ThrowIfNull(gains);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (Array.Exists(gains, gain => !(gain >= 0 && double.IsFinite(gain))))
        {
            throw new ArgumentException("Gains are finite numbers of 0 or more.", nameof(gains));
        }

        double ideal = Discounted(TopItems.Of(new Candidates(gains), k), gains, k);
        return ideal > 0 ? Discounted(list, gains, k) / ideal : null;
    }

    /// <summary>Part of a list that is of the long tail, 0 to 1; 0 for an empty list.</summary>
    public static double LongTailShare(ReadOnlySpan<int> list, ReadOnlySpan<bool> longTail)
    {
        int inTail = 0;
        foreach (int item in list)
        {
            inTail += longTail[item] ? 1 : 0;
        }

        return list.Length == 0 ? 0 : (double)inTail / list.Length;
    }

    /// <summary>Part of all items that is in at least one of the lists, 0 to 1.</summary>
    /// <param name="lists">One a person.</param>
    /// <param name="items">How many items there are, 1 or more.</param>
    public static double Coverage(IEnumerable<int[]> lists, int items)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        bool[] seen = new bool[items];
        int covered = 0;
        foreach (int[] list in lists)
        {
            foreach (int item in list)
            {
                covered += seen[item] ? 0 : 1;
                seen[item] = true;
            }
        }

        return (double)covered / items;
    }

    /// <summary>
    /// Smoothed divergence of a list's categories from a target, as in <see cref="Calibrated"/>: 0 where they are the
    /// same, ln 100 = 4.6 at most.
    /// </summary>
    public static double Divergence(ReadOnlySpan<int> list, Features categories, ReadOnlySpan<double> target)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return Divergence(list, new Shares(categories), Shares.Target(target, categories.Width));
    }

    /// <summary>Mean smoothed divergence over people, each with a list and a target; 0 of nobody.</summary>
    public static double MeanDivergence(
        IReadOnlyList<int[]> lists, Features categories, IReadOnlyList<double[]> targets)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(targets);
        if (lists.Count != targets.Count)
        {
            throw new ArgumentException($"{lists.Count} lists and {targets.Count} targets.", nameof(targets));
        }

        ArgumentNullException.ThrowIfNull(categories);
        var shares = new Shares(categories);
        double sum = 0;
        for (int person = 0; person < lists.Count; person++)
        {
            sum += Divergence(lists[person], shares, Shares.Target(targets[person], categories.Width));
        }

        return lists.Count == 0 ? 0 : sum / lists.Count;
    }

    /// <summary>
    /// Mean distance of two items of a list, 1 − cosine of their features (Ziegler and others 2005): 0 to 2; 0 for
    /// fewer than two items.
    /// </summary>
    public static double IntraListDistance(ReadOnlySpan<int> list, Features features)
    {
        ArgumentNullException.ThrowIfNull(features);
        double[] rows = new double[list.Length * features.Width];
        for (int n = 0; n < list.Length; n++)
        {
            for (int j = 0; j < features.Width; j++)
            {
                rows[(n * features.Width) + j] = features[list[n], j];
            }
        }

        double[] units = new Features(rows, features.Width).UnitColumns();
        double sum = 0;
        for (int a = 0; a < list.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double cosine = 0;
                for (int at = 0; at < units.Length; at += list.Length)
                {
                    cosine += units[at + a] * units[at + b];
                }

                sum += 1 - cosine;
            }
        }

        return list.Length < 2 ? 0 : sum / ((double)list.Length * (list.Length - 1) / 2);
    }

    private static double Divergence(ReadOnlySpan<int> list, Shares shares, double[] goal)
    {
        double divergence = 0;
        for (int g = 0; g < goal.Length; g++)
        {
            double sum = 0;
            foreach (int item in list)
            {
                sum += shares.Of(item)[g];
            }

            divergence += Shares.Term(goal[g], list.Length == 0 ? 0 : sum / list.Length);
        }

        return divergence;
    }

    private static double Discounted(ReadOnlySpan<int> list, double[] gains, int k)
    {
        double sum = 0;
        for (int place = 0; place < Math.Min(k, list.Length); place++)
        {
            sum += gains[list[place]] / Logarithm.BaseTwo(place + 2);
        }

        return sum;
    }
}
