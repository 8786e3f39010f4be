namespace Gouvernail.Choice.Opinions;

/// <summary>Groups of <c>opinion-map/1</c>: k-means for two to five groups, the number chosen by silhouette.</summary>
internal sealed record Grouping(int[][] Partitions, double[] Silhouettes, int Best)
{
    /// <summary>Fewest groups that are tried.</summary>
    public const int Fewest = 2;

    /// <summary>The labels of the partition with the largest silhouette.</summary>
    public int[] Labels => Partitions[Best];

    /// <summary>The largest silhouette.</summary>
    public double BestSilhouette => Silhouettes[Best];

    /// <summary>Number of groups of the partition with the largest silhouette.</summary>
    public int Groups => Labels.Max() + 1;

    /// <summary>Partitions the points; null where fewer than two places are taken.</summary>
    public static Grouping? Of(
        PlanePoints points, int starts, int cells, SeededGenerator generator, int threads = 1)
    {
        if (points.Count < 2)
        {
            return null;
        }

        var tree = new PointTree(points, threads);
        var kMeans = new KMeans(points, tree, starts, generator, threads);
        if (kMeans.MostPossible < Fewest)
        {
            return null;
        }

        Centre[][] centres = kMeans.Best(Fewest, kMeans.MostPossible);
        int[][] partitions = new int[centres.Length][];
        FixedChunks.Run(
            partitions.Length,
            threads,
            p => partitions[p] = WithoutEmpty(kMeans.Labels(centres[p]), centres[p].Length),
            CancellationToken.None);
        double[] silhouettes = Silhouette.Means(points, tree, partitions, cells, threads);
        int best = 0;
        for (int p = 1; p < silhouettes.Length; p++)
        {
            if (silhouettes[p] > silhouettes[best])
            {
                best = p;
            }
        }

        return new Grouping(partitions, silhouettes, best);
    }

    /// <summary>Lloyd's steps may leave a centre without points: its number is given away.</summary>
    private static int[] WithoutEmpty(int[] labels, int k)
    {
        int[] rank = new int[k];
        Array.Fill(rank, -1);
        int next = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (rank[labels[i]] < 0)
            {
                rank[labels[i]] = next++;
            }

            labels[i] = rank[labels[i]];
        }

        return labels;
    }
}
