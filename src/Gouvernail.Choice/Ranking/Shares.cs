namespace Gouvernail.Choice.Ranking;

/// <summary>
/// What part of an item, or of a list, belongs to each category: rows divided by their sums, so that each is 1 in all,
/// or nothing. The divergence of a list from a target is Kullback and Leibler's (1951), smoothed as in Steck (2018, eq.
/// 7).
/// </summary>
internal sealed class Shares
{
    /// <summary>
    /// Part of the target that is mixed into a list, so that no category is missing from it altogether.
    /// </summary>
    public const double Smoothing = 0.01;

    private readonly double[] _rows;
    private readonly int _width;

    public Shares(Features categories)
    {
        _width = categories.Width;
        _rows = new double[categories.Items * _width];
        for (int i = 0; i < categories.Items; i++)
        {
            double sum = 0;
            for (int g = 0; g < _width; g++)
            {
                double part = categories[i, g];
                sum += part >= 0 ? part : double.NaN;
            }

            if (!double.IsFinite(sum))
            {
                throw new ArgumentException(
                    $"The categories of item {i} are not finite numbers of 0 or more.", nameof(categories));
            }

            for (int g = 0; g < _width; g++)
            {
                _rows[(i * _width) + g] = sum > 0 ? categories[i, g] / sum : 0;
            }
        }
    }

    public ReadOnlySpan<double> Of(int item) => _rows.AsSpan(item * _width, _width);

    /// <summary>A target divided by its sum.</summary>
    public static double[] Target(ReadOnlySpan<double> target, int width)
    {
        double sum = 0;
        foreach (double part in target)
        {
            sum += part >= 0 ? part : double.NaN;
        }

        if (target.Length != width || !double.IsFinite(sum) || sum <= 0)
        {
            throw new ArgumentException(
                $"A target has one finite number of 0 or more for each of {width} categories, and not only zeros.",
                nameof(target));
        }

        double[] shares = new double[width];
        for (int g = 0; g < width; g++)
        {
            shares[g] = target[g] / sum;
        }

        return shares;
    }

    /// <summary>One category's part of the divergence p ln(p / (0.99 q + 0.01 p)); 0 where p is 0.</summary>
    public static double Term(double p, double q) =>
        p > 0 ? p * Logarithm.Natural(p / (((1 - Smoothing) * q) + (Smoothing * p))) : 0;

    public static void Check(double share, string name)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A share is from 0 to 1.");
        }
    }
}
