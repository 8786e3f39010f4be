namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Several objectives under published shares: each is moved and stretched so that its least value among the candidates
/// is 0 and its largest 1, then share by share added up in the order given.
/// </summary>
public static class ExplicitMix
{
    /// <summary>How far the shares may add up to something else than 1.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The mixed score of each item, 0 to 1.</summary>
    /// <param name="objectives">One column an objective, one finite number an item; larger is better.</param>
    /// <param name="shares">One an objective, none negative, 1 in all.</param>
    public static double[] Of(IReadOnlyList<double[]> objectives, IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        ArgumentNullException.ThrowIfNull(shares);
        if (objectives.Count != shares.Count || objectives.Count == 0)
        {
            throw new ArgumentException($"{objectives.Count} objectives and {shares.Count} shares.", nameof(shares));
        }

        double all = 0;
        foreach (double share in shares)
        {
            all += share >= 0 ? share : double.NaN;
        }

        if (!(Math.Abs(all - 1) <= Tolerance))
        {
            throw new ArgumentException("Shares are 0 or more, and 1 in all.", nameof(shares));
        }

        double[] mixed = new double[objectives[0].Length];
        for (int o = 0; o < objectives.Count; o++)
        {
            if (objectives[o].Length != mixed.Length)
            {
                throw new ArgumentException($"Objective {o} has {objectives[o].Length} items.", nameof(objectives));
            }

            double[] scaled = Scaled(objectives[o]);
            for (int i = 0; i < mixed.Length; i++)
            {
                mixed[i] += shares[o] * scaled[i];
            }
        }

        return mixed;
    }

    /// <summary>Moved and stretched to 0 … 1; all 0 where all are equal.</summary>
    internal static double[] Scaled(double[] values)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"The value of item {i} is not a finite number.", nameof(values));
            }

            least = Math.Min(least, values[i]);
            most = Math.Max(most, values[i]);
        }

        double[] scaled = new double[values.Length];
        double range = most - least;
        if (!double.IsFinite(range) && values.Length > 0)
        {
            throw new ArgumentException("The values are too far apart.", nameof(values));
        }

        for (int i = 0; i < values.Length && range > 0; i++)
        {
            scaled[i] = (values[i] - least) / range;
        }

        return scaled;
    }
}
