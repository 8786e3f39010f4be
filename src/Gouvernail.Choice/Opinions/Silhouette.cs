namespace Gouvernail.Choice.Opinions;

/// <summary>
/// Mean silhouette (Rousseeuw 1987) of partitions of the same points. Exact up to <see cref="ExactUpTo"/> points.
/// Above, the points are merged into that many compact k-d cells, each split by group. A cell stands at its centre of
/// mass with its weight, and two cells are √(d² + (s² + t²)/2) apart, d between the centres, s² and t² their variances:
/// the mean distance of their points to second order in the cells' size. The cost is bounded, the error far below
/// the differences that decide (0.001 in the tests).
/// </summary>
internal static class Silhouette
{
    /// <summary>Number of points up to which the figure is exact.</summary>
    public const int ExactUpTo = 2048;

    /// <summary>The mean silhouette of each partition, given as a label a point.</summary>
    public static double[] Means(PlanePoints points, PointTree tree, int[][] partitions, int cells = ExactUpTo)
    {
        if (points.Count == 0)
        {
            return new double[partitions.Length];
        }

        (PlanePoints units, int[][] labels, double[] halfVariance) = points.Count <= cells
            ? (points, partitions, new double[points.Count])
            : Merge(points, tree.Cells(cells), partitions);
        return Exact(units, labels, halfVariance);
    }

    /// <summary>The mean silhouettes with every pair of points measured.</summary>
    internal static double[] Exact(PlanePoints points, int[][] labels) =>
        Exact(points, labels, new double[points.Count]);

    private static double[] Exact(PlanePoints units, int[][] labels, double[] halfVariance)
    {
        double[] means = new double[labels.Length];
        int[] groups = Array.ConvertAll(labels, l => l.Max() + 1);
        double[][] sizes = new double[labels.Length][];
        for (int p = 0; p < labels.Length; p++)
        {
            sizes[p] = new double[groups[p]];
            for (int u = 0; u < units.Count; u++)
            {
                sizes[p][labels[p][u]] += units.Weight[u];
            }
        }

        double[] distance = new double[units.Count];
        double[] sums = new double[groups.Max()];
        for (int u = 0; u < units.Count; u++)
        {
            for (int v = 0; v < distance.Length; v++)
            {
                double dx = units.X[v] - units.X[u];
                double dy = units.Y[v] - units.Y[u];
                distance[v] = units.Weight[v] * Math.Sqrt(
                    (dx * dx) + (dy * dy) + halfVariance[u] + halfVariance[v]);
            }

            for (int p = 0; p < labels.Length; p++)
            {
                int[] label = labels[p];
                Array.Clear(sums);
                for (int v = 0; v < distance.Length; v++)
                {
                    sums[label[v]] += distance[v];
                }

                means[p] += units.Weight[u] * One(sums, sizes[p], label[u]);
            }
        }

        for (int p = 0; p < means.Length; p++)
        {
            means[p] /= units.TotalWeight;
        }

        return means;
    }

    /// <summary>The silhouette of one point: 0 alone in its group.</summary>
    private static double One(double[] sums, double[] sizes, int own)
    {
        if (sizes[own] <= 1)
        {
            return 0;
        }

        double inside = sums[own] / (sizes[own] - 1);
        double outside = double.PositiveInfinity;
        for (int g = 0; g < sizes.Length; g++)
        {
            if (g != own && sizes[g] > 0)
            {
                outside = Math.Min(outside, sums[g] / sizes[g]);
            }
        }

        double larger = Math.Max(inside, outside);
        return larger > 0 && !double.IsPositiveInfinity(outside) ? (outside - inside) / larger : 0;
    }

    private static (PlanePoints Units, int[][] Labels, double[] HalfVariance) Merge(
        PlanePoints points, int[] cellOf, int[][] partitions)
    {
        var unitOf = new Dictionary<long, int>();
        var x = new List<double>();
        var y = new List<double>();
        var w = new List<double>();
        var sample = new List<int>();
        int[] unitOfPoint = new int[points.Count];
        for (int i = 0; i < points.Count; i++)
        {
            long key = cellOf[i];
            foreach (int[] partition in partitions)
            {
                key = (key * KMeans.MostGroups) + partition[i];
            }

            if (!unitOf.TryGetValue(key, out int unit))
            {
                unitOf.Add(key, unit = x.Count);
                x.Add(0);
                y.Add(0);
                w.Add(0);
                sample.Add(i);
            }

            unitOfPoint[i] = unit;
            x[unit] += points.Weight[i] * points.X[i];
            y[unit] += points.Weight[i] * points.Y[i];
            w[unit] += points.Weight[i];
        }

        for (int unit = 0; unit < x.Count; unit++)
        {
            x[unit] /= w[unit];
            y[unit] /= w[unit];
        }

        var units = new PlanePoints([.. x], [.. y], [.. w]);
        double[] halfVariance = new double[units.Count];
        for (int i = 0; i < unitOfPoint.Length; i++)
        {
            int unit = unitOfPoint[i];
            halfVariance[unit] +=
                points.Weight[i] / units.Weight[unit] / 2 * units.SquareTo(unit, points.X[i], points.Y[i]);
        }

        int[][] labels = Array.ConvertAll(partitions, p => sample.ConvertAll(i => p[i]).ToArray());
        return (units, labels, halfVariance);
    }
}
