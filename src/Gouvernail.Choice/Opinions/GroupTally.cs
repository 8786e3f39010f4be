namespace Gouvernail.Choice.Opinions;

/// <summary>Votes of groups, and what follows from the counts alone.</summary>
internal static class GroupTally
{
    /// <summary>Counts of each group on each statement: [group][statement].</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="groupOf">Group of each participant, −1 for none.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="weights">How often each participant counts; null for once.</param>
    /// <param name="threads">Threads to use: groups are counted apart.</param>
    public static VoteCounts[][] Of(
        VoteTable votes, int[] groupOf, int groups, int[]? weights = null, int threads = 1)
    {
        int[][] cells = new int[groups][];
        for (int g = 0; g < groups; g++)
        {
            cells[g] = new int[3 * votes.Statements.Count];
        }

        if (threads <= 1)
        {
            Count(votes, groupOf, weights, cells, -1);
        }
        else
        {
            FixedChunks.Run(
                groups, threads, g => Count(votes, groupOf, weights, cells, g), CancellationToken.None);
        }

        return Array.ConvertAll(cells, ToVotes);
    }

    /// <summary>Counts on each cell of some statements, from those on all.</summary>
    public static long[] CellCounts(VoteCounts[] totals, int[] statements)
    {
        long[] counts = new long[3 * statements.Length];
        for (int c = 0; c < statements.Length; c++)
        {
            VoteCounts votes = totals[statements[c]];
            counts[3 * c] = votes.Disagree;
            counts[(3 * c) + 1] = votes.Pass;
            counts[(3 * c) + 2] = votes.Agree;
        }

        return counts;
    }

    /// <summary>Counts the votes of one group, or of all: −1.</summary>
    private static void Count(VoteTable votes, int[] groupOf, int[]? weights, int[][] cells, int only)
    {
        for (int row = 0; row < groupOf.Length; row++)
        {
            int group = groupOf[row];
            int weight = weights is null ? 1 : weights[row];
            if (group < 0 || weight == 0 || (only >= 0 && group != only))
            {
                continue;
            }

            int[] counts = cells[group];
            foreach (int cell in votes.Row(row))
            {
                counts[cell] += weight;
            }
        }
    }

    /// <summary>Counts of all participants on each statement.</summary>
    public static VoteCounts[] Totals(VoteTable votes, int threads = 1) =>
        ToVotes(Array.ConvertAll(CenteredVotes.CountCells(votes, null, threads), c => (int)c));

    /// <summary>The sum of all groups on each statement.</summary>
    public static VoteCounts[] Together(VoteCounts[][] groups, int statements)
    {
        var sum = new VoteCounts[statements];
        foreach (VoteCounts[] group in groups)
        {
            for (int j = 0; j < statements; j++)
            {
                sum[j] = Add(sum[j], group[j]);
            }
        }

        return sum;
    }

    public static VoteCounts Add(VoteCounts a, VoteCounts b) =>
        new(a.Agree + b.Agree, a.Disagree + b.Disagree, a.Seen + b.Seen);

    public static VoteCounts Subtract(VoteCounts a, VoteCounts b) =>
        new(a.Agree - b.Agree, a.Disagree - b.Disagree, a.Seen - b.Seen);

    /// <summary>Group-informed consensus: the product over groups of (A+1)/(S+2).</summary>
    public static double CommonGround(VoteCounts[][] groups, int statement)
    {
        double product = 1;
        foreach (VoteCounts[] group in groups)
        {
            product *= Share(group[statement]);
        }

        return product;
    }

    /// <summary>Largest minus smallest smoothed agree rate.</summary>
    public static double Spread(VoteCounts[][] groups, int statement)
    {
        double least = 1;
        double most = 0;
        foreach (VoteCounts[] group in groups)
        {
            double share = Share(group[statement]);
            least = Math.Min(least, share);
            most = Math.Max(most, share);
        }

        return most - least;
    }

    private static double Share(VoteCounts v) => (v.Agree + 1.0) / (v.Seen + 2.0);

    private static VoteCounts[] ToVotes(int[] cells)
    {
        var votes = new VoteCounts[cells.Length / 3];
        for (int j = 0; j < votes.Length; j++)
        {
            int disagree = cells[3 * j];
            int agree = cells[(3 * j) + 2];
            votes[j] = new VoteCounts(agree, disagree, disagree + cells[(3 * j) + 1] + agree);
        }

        return votes;
    }
}
