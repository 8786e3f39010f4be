namespace Gouvernail.Choice.Ranking;

/// <summary>
/// The natural logarithm by + − × ÷ alone: x = 2ᵉ·m with √½ ≤ m &lt; √2, and ln m = 2 artanh((m−1)/(m+1)) by its
/// series. Within 10⁻¹⁵ of the true one, and the same bits everywhere; the C library's are not.
/// </summary>
internal static class Logarithm
{
    private const int Terms = 12;

    /// <summary>ln 2 in two parts; products of the first with a whole number up to 2¹¹ are exact.</summary>
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double LeastNormal = 2.2250738585072014E-308;
    private const double Ln2 = 0.6931471805599453;

    /// <param name="x">Positive, finite.</param>
    public static double Natural(double x)
    {
        if (!(x > 0) || !double.IsFinite(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A logarithm is of a positive finite number.");
        }

        int exponent = 0;
        if (x < LeastNormal)
        {
            x *= 1UL << 54;
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            exponent++;
        }

        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int k = Terms; k > 0; k--)
        {
            sum = square * ((1.0 / ((2 * k) + 1)) + sum);
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s) + (2 * s * sum));
    }

    /// <param name="x">Positive, finite.</param>
    public static double BaseTwo(double x) => Natural(x) / Ln2;
}
