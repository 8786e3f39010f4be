using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gouvernail.Choice.Opinions;

/// <summary>
/// The starts of <see cref="KMeans"/>: each next centre is a point drawn with a chance in proportion to its squared
/// distance from the centres so far (k-means++, Arthur and Vassilvitskii 2007). Several starts are drawn at once, one
/// a lane; what each draws is what it draws alone.
/// </summary>
internal static class KMeansStarts
{
    private const int Lanes = 4;

    /// <summary>Draws starts of <paramref name="most"/> centres, fewer where there are fewer places.</summary>
    public static Centre[][] Draw(PlanePoints points, int starts, int most, SeededGenerator generator, int threads)
    {
        var drawn = new Centre[starts][];

        // A start of all its centres takes as many numbers. Where one has fewer, the numbers of the next come earlier.
        SeededGenerator copy = generator.Copy();
        double[] units = new double[starts * most];
        for (int i = 0; i < units.Length; i++)
        {
            units[i] = copy.NextUnit();
        }

        bool all = true;
        FixedChunks.Run(
            (starts + Lanes - 1) / Lanes,
            threads,
            batch =>
            {
                int first = batch * Lanes;
                int end = Math.Min(starts, first + Lanes);
                if (Volatile.Read(ref all)
                    && !DrawSome(points, drawn.AsSpan(first..end), most, units.AsSpan(first * most)))
                {
                    Volatile.Write(ref all, false);
                }
            },
            CancellationToken.None);
        for (int s = 0; s < starts; s++)
        {
            if (!all)
            {
                drawn[s] = DrawOne(points, most, generator);
                continue;
            }

            for (int i = 0; i < most; i++)
            {
                _ = generator.NextUnit();
            }
        }

        return drawn;
    }

    /// <summary>Draws up to <see cref="Lanes"/> starts at once; false where one runs out of places.</summary>
    private static bool DrawSome(PlanePoints points, Span<Centre[]> starts, int most, ReadOnlySpan<double> units)
    {
        var nearest = new Vector256<double>[points.Count];
        Array.Fill(nearest, Vector256.Create(double.PositiveInfinity));
        Vector256<double> total = Vector256.Create(points.TotalWeight);
        Span<double> x = stackalloc double[Lanes];
        Span<double> y = stackalloc double[Lanes];
        for (int s = 0; s < starts.Length; s++)
        {
            starts[s] = new Centre[most];
        }

        for (int chosen = 0; chosen < most; chosen++)
        {
            for (int s = 0; s < starts.Length; s++)
            {
                if (!(total[s] > 0))
                {
                    return false;
                }

                double target = total[s] * units[(s * most) + chosen];
                int at = DrawPoint(
                    points.Weight,
                    MemoryMarshal.Cast<Vector256<double>, double>(nearest.AsSpan())[s..],
                    chosen == 0 ? 0 : Lanes,
                    target);
                x[s] = points.X[at];
                y[s] = points.Y[at];
                starts[s][chosen] = new Centre(x[s], y[s]);
            }

            total = Approach(points, nearest, Vector256.Create(x), Vector256.Create(y));
        }

        return true;
    }

    /// <summary>Takes note of a new centre a lane; answers the weighted sum of the squares that are left.</summary>
    private static Vector256<double> Approach(
        PlanePoints points, Vector256<double>[] nearest, Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> total = Vector256<double>.Zero;
        for (int i = 0; i < nearest.Length; i++)
        {
            Vector256<double> dx = Vector256.Create(points.X[i]) - x;
            Vector256<double> dy = Vector256.Create(points.Y[i]) - y;
            nearest[i] = Vector256.Min(nearest[i], (dx * dx) + (dy * dy));
            total += Vector256.Create(points.Weight[i]) * nearest[i];
        }

        return total;
    }

    /// <summary>The point at which the shares before and its own pass a target; shares are weights at first.</summary>
    private static int DrawPoint(double[] weight, ReadOnlySpan<double> square, int step, double target)
    {
        double passed = 0;
        int last = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            double share = step == 0 ? weight[i] : weight[i] * square[step * i];
            passed += share;
            if (share > 0)
            {
                last = i;
                if (passed > target)
                {
                    break;
                }
            }
        }

        return last;
    }

    /// <summary>Draws one start, until it has all its centres or no place is left.</summary>
    internal static Centre[] DrawOne(PlanePoints points, int most, SeededGenerator generator)
    {
        var chosen = new List<Centre>(most);
        double[] nearest = new double[points.Count];
        Array.Fill(nearest, double.PositiveInfinity);
        double total = points.TotalWeight;
        while (chosen.Count < most && total > 0)
        {
            int at = DrawPoint(points.Weight, nearest, chosen.Count == 0 ? 0 : 1, total * generator.NextUnit());
            var centre = new Centre(points.X[at], points.Y[at]);
            chosen.Add(centre);
            total = 0;
            for (int i = 0; i < nearest.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], points.SquareTo(i, centre.X, centre.Y));
                total += points.Weight[i] * nearest[i];
            }
        }

        return [.. chosen];
    }
}
