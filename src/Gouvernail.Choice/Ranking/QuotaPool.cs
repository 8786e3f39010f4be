namespace Gouvernail.Choice.Ranking;

/// <summary>
/// The candidates by kind: items that are members of the same quotas are alike but for their scores, so that a list
/// takes the best of each kind first, and only as many of each as it has places need be kept.
/// </summary>
internal sealed class QuotaPool
{
    private QuotaPool(int[] masks, Ranked[][] items, IReadOnlyList<Quota> quotas, int places)
    {
        Masks = masks;
        Items = items;
        Quotas = quotas;
        Places = places;
        Bounds = [.. quotas.Select(quota => Enumerable.Range(0, places + 1)
            .Select(length => (quota.Least(length, places), quota.Most(length))).ToArray())];
    }

    /// <summary>Of each kind, the quotas its items are members of, as bits; ascending.</summary>
    public int[] Masks { get; }

    /// <summary>Of each kind, the best items, at most as many as there are places, best first.</summary>
    public Ranked[][] Items { get; }

    public IReadOnlyList<Quota> Quotas { get; }

    public int Places { get; }

    /// <summary>Of each quota, how many members a beginning of each length needs, and may hold.</summary>
    public (int Least, int Most)[][] Bounds { get; }

    public static QuotaPool Of(
        Candidates candidates, ReadOnlySpan<ushort> memberships, IReadOnlyList<Quota> quotas, int places)
    {
        int[] kindOf = new int[1 << quotas.Count];
        Array.Fill(kindOf, -1);
        double[] threshold = new double[kindOf.Length];
        Array.Fill(threshold, double.NegativeInfinity);
        var masks = new List<int>();
        var best = new List<BestSoFar>();
        ReadOnlySpan<double> scores = candidates.Scores[..memberships.Length];
        for (int i = 0; i < memberships.Length; i++)
        {
            int mask = memberships[i];
            if ((uint)mask >= (uint)threshold.Length)
            {
                throw new ArgumentException(
                    $"Item {i} is a member of a quota that is not there.", nameof(memberships));
            }

            // Nearly all stop here.
            if (scores[i] < threshold[mask])
            {
                continue;
            }

            if (kindOf[mask] < 0)
            {
                kindOf[mask] = masks.Count;
                masks.Add(mask);
                best.Add(new BestSoFar(places));
            }

            BestSoFar kind = best[kindOf[mask]];
            kind.Offer(candidates.At(i));
            threshold[mask] = kind.Threshold;
        }

        int[] order = [.. Enumerable.Range(0, masks.Count).OrderBy(kind => masks[kind])];
        return new QuotaPool(
            [.. order.Select(kind => masks[kind])],
            [.. order.Select(kind => best[kind].Sorted().ToArray())],
            quotas,
            places);
    }

    /// <summary>How many items of the pool are members of a quota, or are not.</summary>
    public int Available(int quota, bool members)
    {
        long available = 0;
        for (int kind = 0; kind < Masks.Length; kind++)
        {
            available += (Masks[kind] >> quota & 1) == (members ? 1 : 0) ? Items[kind].Length : 0;
        }

        return (int)Math.Min(available, int.MaxValue);
    }
}
