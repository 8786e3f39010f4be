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
    private readonly int _threads;

    /// <summary>Draws the starts: prefixes of one k-means++ sequence serve every k.</summary>
    public KMeans(PlanePoints points, PointTree tree, int starts, SeededGenerator generator, int threads = 1)
    {
        _points = points;
        _tree = tree;
        _threads = threads;
        _spread = Spread(points);
        _starts = KMeansStarts.Draw(points, starts, MostGroups, generator, threads);
    }

    /// <summary>Most groups that the distinct points allow.</summary>
    public int MostPossible => _starts.Length == 0 ? 0 : _starts[0].Length;

    /// <summary>The best partition into <paramref name="k"/> groups.</summary>
    public Centre[] Best(int k) => Best(k, k)[0];

    /// <summary>The best partition into each number of groups.</summary>
    public Centre[][] Best(int fewest, int most)
    {
        int numbers = most - fewest + 1;
        var centres = new Centre[numbers * _starts.Length][];
        double[] squares = new double[centres.Length];
        FixedChunks.Run(
            centres.Length,
            _threads,
            i =>
            {
                // The most groups first: they take longest.
                centres[i] = _starts[i % _starts.Length][..(most - (i / _starts.Length))];
                squares[i] = Settle(centres[i], StartSteps, StartTolerance * StartTolerance * _spread);
            },
            CancellationToken.None);
        var best = new Centre[numbers][];
        FixedChunks.Run(
            numbers,
            _threads,
            n =>
            {
                int first = n * _starts.Length;
                int least = first;
                for (int i = first + 1; i < first + _starts.Length; i++)
                {
                    if (squares[i] < squares[least] - (1e-9 * _spread))
                    {
                        least = i;
                    }
                }

                Settle(centres[least], FinalSteps, 0);
                best[numbers - 1 - n] = centres[least];
            },
            CancellationToken.None);
        return best;
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
