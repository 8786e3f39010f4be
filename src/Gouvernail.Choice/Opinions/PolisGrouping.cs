namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Groups as Polis forms them on a cold start: participants into base clusters, base clusters into groups.
/// Its k-means starts from the first distinct points, so the outcome depends on the order of the rows.
/// </summary>
internal static class PolisGrouping
{
    private const int BaseClusters = 100;
    private const int BaseSteps = 100;
    private const int GroupSteps = 20;
    private const int MostGroups = 5;
    private const int BasesPerFurtherGroup = 12;
    private const double Settled = 0.01;

    /// <summary>A cluster: its centre and the indices of its points.</summary>
    public sealed record Cluster(double X, double Y, List<int> Members);

    /// <summary>Base clusters of the points, in the order of their starts.</summary>
    public static List<Cluster> Bases(double[] x, double[] y) =>
        Partition(x, y, null, BaseClusters, BaseSteps);

    /// <summary>Groups of the bases with the largest silhouette, and the silhouette of each number tried.</summary>
    public static (List<Cluster> Groups, SortedDictionary<int, double> Silhouette) Groups(
        double[] x, double[] y, double[] weight)
    {
        var silhouettes = new SortedDictionary<int, double>();
        List<Cluster> best = [];
        double largest = double.NegativeInfinity;
        int most = Math.Min(MostGroups, 2 + (x.Length / BasesPerFurtherGroup));
        for (int k = 2; k <= most && x.Length > 0; k++)
        {
            List<Cluster> groups = Partition(x, y, weight, k, GroupSteps);
            double silhouette = MeanSilhouette(x, y, groups);
            silhouettes[k] = Published.Round(silhouette);
            if (silhouette >= largest)
            {
                largest = silhouette;
                best = groups;
            }
        }

        return (best, silhouettes);
    }

    /// <summary>Mean silhouette over points, each counted once; 0 for a point alone.</summary>
    internal static double MeanSilhouette(double[] x, double[] y, List<Cluster> groups)
    {
        int[] label = new int[x.Length];
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (int i in groups[g].Members)
            {
                label[i] = g;
            }
        }

        var points = new PlanePoints(x, y);
        return Silhouette.Exact(points, [label])[0];
    }

    private static List<Cluster> Partition(double[] x, double[] y, double[]? weight, int k, int steps)
    {
        List<Cluster> clusters = FirstDistinct(x, y, k);
        for (int step = 0; step < steps; step++)
        {
            List<Cluster> next = Step(x, y, weight, clusters);
            bool settled = IsSettled(clusters, next);
            clusters = next;
            if (settled)
            {
                break;
            }
        }

        return clusters;
    }

    private static List<Cluster> FirstDistinct(double[] x, double[] y, int k)
    {
        var seen = new HashSet<(double, double)>();
        var clusters = new List<Cluster>();
        for (int i = 0; i < x.Length && clusters.Count < k; i++)
        {
            if (seen.Add((x[i], y[i])))
            {
                clusters.Add(new Cluster(x[i], y[i], []));
            }
        }

        return clusters;
    }

    private static List<Cluster> Step(double[] x, double[] y, double[]? weight, List<Cluster> clusters)
    {
        List<int>[] members = [.. clusters.Select(_ => new List<int>())];
        for (int i = 0; i < x.Length; i++)
        {
            int nearest = 0;
            double least = double.PositiveInfinity;
            for (int c = 0; c < clusters.Count; c++)
            {
                double dx = x[i] - clusters[c].X;
                double dy = y[i] - clusters[c].Y;
                double square = (dx * dx) + (dy * dy);
                if (square < least)
                {
                    least = square;
                    nearest = c;
                }
            }

            members[nearest].Add(i);
        }

        var next = new List<Cluster>();
        foreach (List<int> list in members)
        {
            if (list.Count == 0)
            {
                continue;
            }

            double sumX = 0;
            double sumY = 0;
            double total = 0;
            foreach (int i in list)
            {
                double w = weight is null ? 1 : weight[i];
                sumX += w * x[i];
                sumY += w * y[i];
                total += w;
            }

            next.Add(new Cluster(sumX / total, sumY / total, list));
        }

        return next;
    }

    private static bool IsSettled(List<Cluster> before, List<Cluster> after)
    {
        if (before.Count != after.Count)
        {
            return false;
        }

        List<Cluster> a = [.. before.OrderBy(c => c.X).ThenBy(c => c.Y)];
        List<Cluster> b = [.. after.OrderBy(c => c.X).ThenBy(c => c.Y)];
        for (int c = 0; c < a.Count; c++)
        {
            double dx = a[c].X - b[c].X;
            double dy = a[c].Y - b[c].Y;
            if (Math.Sqrt((dx * dx) + (dy * dy)) >= Settled)
            {
                return false;
            }
        }

        return true;
    }
}
