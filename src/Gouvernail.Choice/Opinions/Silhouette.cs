using System.Runtime.Intrinsics;

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

    /// <summary>Points that are measured against all others at once, one a lane.</summary>
    private const int Lanes = 4;

    private const int BlocksPerChunk = 64;

    /// <summary>The mean silhouette of each partition, given as a label a point.</summary>
    public static double[] Means(
        PlanePoints points, PointTree tree, int[][] partitions, int cells = ExactUpTo, int threads = 1)
    {
        if (points.Count == 0)
        {
            return new double[partitions.Length];
        }

        (PlanePoints units, int[][] labels, double[] halfVariance) = points.Count <= cells
            ? (points, partitions, new double[points.Count])
            : Merge(points, tree.Cells(cells), partitions);
        return Exact(units, labels, halfVariance, threads);
    }

    /// <summary>The mean silhouettes with every pair of points measured.</summary>
    internal static double[] Exact(PlanePoints points, int[][] labels) =>
        Exact(points, labels, new double[points.Count], 1);

    private static double[] Exact(PlanePoints units, int[][] labels, double[] halfVariance, int threads)
    {
        double[][] sizes = Array.ConvertAll(labels, label => Sizes(units, label));
        double[][] silhouettes = Array.ConvertAll(labels, _ => new double[units.Count]);
        int width = sizes.Max(s => s.Length);
        int[] slots = Slots(labels, units.Count, width);
        int blocks = (units.Count + Lanes - 1) / Lanes;
        FixedChunks.Run(
            (blocks + BlocksPerChunk - 1) / BlocksPerChunk,
            threads,
            chunk =>
            {
                var sums = new Vector256<double>[labels.Length * width];
                int end = Math.Min(blocks, (chunk + 1) * BlocksPerChunk);
                for (int block = chunk * BlocksPerChunk; block < end; block++)
                {
                    Measure(units, halfVariance, slots, labels.Length, Lanes * block, sums);
                    int last = Math.Min(Lanes, units.Count - (Lanes * block));
                    for (int lane = 0; lane < last; lane++)
                    {
                        int u = (Lanes * block) + lane;
                        for (int p = 0; p < labels.Length; p++)
                        {
                            silhouettes[p][u] = One(sums.AsSpan(p * width), lane, sizes[p], labels[p][u]);
                        }
                    }
                }
            },
            CancellationToken.None);

        return Array.ConvertAll(silhouettes, one =>
        {
            double mean = 0;
            for (int u = 0; u < one.Length; u++)
            {
                mean += units.Weight[u] * one[u];
            }

            return mean / units.TotalWeight;
        });
    }

    private static double[] Sizes(PlanePoints units, int[] label)
    {
        double[] sizes = new double[label.Max() + 1];
        for (int u = 0; u < units.Count; u++)
        {
            sizes[label[u]] += units.Weight[u];
        }

        return sizes;
    }

    /// <summary>Where the distances to each unit are added up, one place a partition.</summary>
    private static int[] Slots(int[][] labels, int units, int width)
    {
        int[] slots = new int[units * labels.Length];
        for (int p = 0; p < labels.Length; p++)
        {
            for (int u = 0; u < units; u++)
            {
                slots[(u * labels.Length) + p] = (p * width) + labels[p][u];
            }
        }

        return slots;
    }

    /// <summary>
    /// Adds up the distances of all units, in their order, from a few of them: each lane is a sum of its own, and the
    /// last unit fills lanes that are left.
    /// </summary>
    private static void Measure(
        PlanePoints units, double[] halfVariance, int[] slots, int partitions, int first, Vector256<double>[] sums)
    {
        Vector256<double> Lane(double[] values)
        {
            int last = values.Length - 1;
            return Vector256.Create(
                values[first],
                values[Math.Min(first + 1, last)],
                values[Math.Min(first + 2, last)],
                values[Math.Min(first + 3, last)]);
        }

        Vector256<double> x = Lane(units.X);
        Vector256<double> y = Lane(units.Y);
        Vector256<double> own = Lane(halfVariance);
        Array.Clear(sums);
        int slot = 0;
        for (int v = 0; v < halfVariance.Length; v++)
        {
            Vector256<double> dx = Vector256.Create(units.X[v]) - x;
            Vector256<double> dy = Vector256.Create(units.Y[v]) - y;
            Vector256<double> distance = Vector256.Create(units.Weight[v])
                * Vector256.Sqrt((dx * dx) + (dy * dy) + own + Vector256.Create(halfVariance[v]));
            for (int p = 0; p < partitions; p++)
            {
                sums[slots[slot++]] += distance;
            }
        }
    }

    /// <summary>The silhouette of one point: 0 alone in its group.</summary>
    private static double One(ReadOnlySpan<Vector256<double>> sums, int lane, double[] sizes, int own)
    {
        if (sizes[own] <= 1)
        {
            return 0;
        }

        double inside = sums[own][lane] / (sizes[own] - 1);
        double outside = double.PositiveInfinity;
        for (int g = 0; g < sizes.Length; g++)
        {
            if (g != own && sizes[g] > 0)
            {
                outside = Math.Min(outside, sums[g][lane] / sizes[g]);
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
