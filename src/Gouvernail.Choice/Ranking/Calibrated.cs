namespace Gouvernail.Choice.Ranking;

/// <summary>
/// A list whose categories stand near a target mix (Steck 2018, section 3): each place goes to the item that makes
/// (1 − λ) · score − λ · divergence of the list so far from the target largest. Scores are first moved and stretched to
/// 0 … 1.
/// </summary>
public static class Calibrated
{
    /// <summary>The list, first place first.</summary>
    /// <param name="candidates">What may be in it.</param>
    /// <param name="categories">How much of each category an item has, 0 or more; rows are divided by their sums, and
    /// an item without any counts for none.</param>
    /// <param name="target">How much of each category there should be; divided by its sum.</param>
    /// <param name="places">Length of the list; fewer where there are fewer candidates.</param>
    /// <param name="lambda">λ, 0 to 1: 0 is score alone.</param>
    public static int[] Select(
        Candidates candidates, Features categories, ReadOnlySpan<double> target, int places, double lambda)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        Shares.Check(lambda, nameof(lambda));
        if (categories.Items != candidates.Count)
        {
            throw new ArgumentException(
                $"Categories of {categories.Items} items, scores of {candidates.Count}.", nameof(categories));
        }

        double[] goal = Shares.Target(target, categories.Width);
        var shares = new Shares(categories);
        double[] relevance = candidates.Scaled();
        int[][] alike = Alike(candidates, shares);
        int[] next = new int[alike.Length];
        double[] sums = new double[goal.Length];
        double[] terms = new double[goal.Length];
        int[] list = new int[Math.Min(places, candidates.Count)];
        for (int place = 0; place < list.Length; place++)
        {
            double length = place + 1;
            for (int g = 0; g < goal.Length; g++)
            {
                terms[g] = Shares.Term(goal[g], sums[g] / length);
            }

            int best = -1;
            double most = double.NegativeInfinity;
            for (int kind = 0; kind < alike.Length; kind++)
            {
                if (next[kind] == alike[kind].Length)
                {
                    continue;
                }

                int item = alike[kind][next[kind]];
                ReadOnlySpan<double> own = shares.Of(item);
                double divergence = 0;
                for (int g = 0; g < goal.Length; g++)
                {
                    divergence += own[g] == 0 ? terms[g] : Shares.Term(goal[g], (sums[g] + own[g]) / length);
                }

                double value = ((1 - lambda) * relevance[item]) - (lambda * divergence);
                bool better = value > most
                    || (value == most && candidates.At(item).CompareTo(candidates.At(alike[best][next[best]])) < 0);
                (best, most) = better ? (kind, value) : (best, most);
            }

            list[place] = alike[best][next[best]++];
            ReadOnlySpan<double> added = shares.Of(list[place]);
            for (int g = 0; g < goal.Length; g++)
            {
                sums[g] += added[g];
            }
        }

        return list;
    }

    /// <summary>Items with the same shares, best first: none of them can come before the best of them.</summary>
    private static int[][] Alike(Candidates candidates, Shares shares)
    {
        int[] order = new int[candidates.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => shares.Of(a).SequenceCompareTo(shares.Of(b)) is int rows and not 0
            ? rows
            : candidates.At(a).CompareTo(candidates.At(b)));
        var alike = new List<int[]>();
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from + 1;
            while (to < order.Length && shares.Of(order[from]).SequenceEqual(shares.Of(order[to])))
            {
                to++;
            }

            alike.Add(order[from..to]);
        }

        return [.. alike];
    }
}
