namespace Gouvernail.Choice.Opinions;

/// <summary>
/// k-means over points of the plane: k-means++ starts (Arthur and Vassilvitskii 2007), Lloyd's steps on a
/// <see cref="PointTree"/>, the best of several starts by the sum of squares, run on until nothing moves.
/// </summary>
internal sealed class KMeans
{
    /// <summary>Starts of the published method.</summary>
    public const int Starts = 20;

    /// <summary>Most groups that are tried.</summary>
    public const int MostGroups = 5;

    private const int StartSteps = 50;
    private const int FinalSteps = 1000;

    /// <summary>A start stops when the centres move, together, less than this share of the points' spread.</summary>
    private const double StartTolerance = 1e-3;

    private readonly PlanePoints _points;
    private readonly PointTree _tree;
    private readonly Centre[][] _starts;
    private readonly double _spread;

    /// <summary>Draws the starts: prefixes of one k-means++ sequence serve every k.</summary>
    public KMeans(PlanePoints points, PointTree tree, int starts, SeededGenerator generator)
    {
        _points = points;
        _tree = tree;
        _spread = Spread(points);
        _starts = new Centre[starts][];
        double[] nearest = new double[points.Count];
        for (int s = 0; s < starts; s++)
        {
            _starts[s] = DrawStart(nearest, generator);
        }
    }

    /// <summary>Most groups that the distinct points allow.</summary>
    public int MostPossible => _starts.Length == 0 ? 0 : _starts[0].Length;

    /// <summary>The best partition into <paramref name="k"/> groups.</summary>
    public Centre[] Best(int k)
    {
        Centre[]? best = null;
        double least = double.PositiveInfinity;
        foreach (Centre[] start in _starts)
        {
            Centre[] centres = start[..k];
            double squares = Settle(centres, StartSteps, StartTolerance * StartTolerance * _spread);
            if (squares < least - (1e-9 * _spread))
            {
                least = squares;
                best = centres;
            }
        }

        Settle(best!, FinalSteps, 0);
        return best!;
    }

    /// <summary>The group of each point.</summary>
    public int[] Labels(Centre[] centres)
    {
        int[] labels = new int[_points.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Centre.Nearest(centres, (1u << centres.Length) - 1, _points.X[i], _points.Y[i]);
        }

        return labels;
    }

    /// <summary>Lloyd's steps until the centres settle; answers the sum of squares before the last step.</summary>
    private double Settle(Centre[] centres, int steps, double enough)
    {
        Span<CentreSum> sums = stackalloc CentreSum[MostGroups];
        sums = sums[..centres.Length];
        double squares = 0;
        for (int step = 0; step < steps; step++)
        {
            _tree.Assign(centres, sums);
            squares = 0;
            double moved = 0;
            for (int c = 0; c < centres.Length; c++)
            {
                squares += sums[c].SquareTo(centres[c]);
                if (sums[c].Weight == 0)
                {
                    continue;
                }

                var centre = new Centre(sums[c].X / sums[c].Weight, sums[c].Y / sums[c].Weight);
                double dx = centre.X - centres[c].X;
                double dy = centre.Y - centres[c].Y;
                moved += (dx * dx) + (dy * dy);
                centres[c] = centre;
            }

            if (moved * _points.TotalWeight <= enough)
            {
                break;
            }
        }

        return squares;
    }

    private Centre[] DrawStart(double[] nearest, SeededGenerator generator)
    {
        var chosen = new List<Centre>(MostGroups);
        Array.Fill(nearest, double.PositiveInfinity);
        double total = _points.TotalWeight;
        while (chosen.Count < MostGroups && total > 0)
        {
            int at = Draw(nearest, chosen.Count == 0, total * generator.NextUnit());
            var centre = new Centre(_points.X[at], _points.Y[at]);
            chosen.Add(centre);
            total = 0;
            for (int i = 0; i < nearest.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], _points.SquareTo(i, centre.X, centre.Y));
                total += _points.Weight[i] * nearest[i];
            }
        }

        return [.. chosen];
    }

    private int Draw(double[] nearest, bool first, double target)
    {
        double passed = 0;
        int last = 0;
        for (int i = 0; i < nearest.Length; i++)
        {
            double share = first ? _points.Weight[i] : _points.Weight[i] * nearest[i];
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

    private static double Spread(PlanePoints points)
    {
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.Count; i++)
        {
            x += points.Weight[i] * points.X[i];
            y += points.Weight[i] * points.Y[i];
        }

        x /= points.TotalWeight;
        y /= points.TotalWeight;
        double spread = 0;
        for (int i = 0; i < points.Count; i++)
        {
            spread += points.Weight[i] * points.SquareTo(i, x, y);
        }

        return spread;
    }
}
