namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// How far two groupings of the same people agree: the adjusted Rand index (Hubert and Arabie 1985), 1 for the same
/// groups under any names, about 0 for groups that have nothing to do with each other.
/// </summary>
internal static class GroupAgreement
{
    /// <summary>The index over all entries; 1 where both sides leave nothing to compare.</summary>
    public static double AdjustedRand(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var cells = new Dictionary<(int, int), long>();
        var rows = new Dictionary<int, long>();
        var columns = new Dictionary<int, long>();
        for (int i = 0; i < first.Count; i++)
        {
            cells[(first[i], second[i])] = cells.GetValueOrDefault((first[i], second[i])) + 1;
            rows[first[i]] = rows.GetValueOrDefault(first[i]) + 1;
            columns[second[i]] = columns.GetValueOrDefault(second[i]) + 1;
        }

        long together = Pairs(cells.Values);
        long inFirst = Pairs(rows.Values);
        long inSecond = Pairs(columns.Values);
        long all = Pairs([first.Count]);
        double expected = all == 0 ? 0 : (double)inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2.0;
        return most - expected == 0 ? 1 : (together - expected) / (most - expected);
    }

    // Whole numbers: the order in which a dictionary yields them cannot matter.
    private static long Pairs(IEnumerable<long> sizes)
    {
        long pairs = 0;
        foreach (long size in sizes)
        {
            pairs += size * (size - 1) / 2;
        }

        return pairs;
    }
}
