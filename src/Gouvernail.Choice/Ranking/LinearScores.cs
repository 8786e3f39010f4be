using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gouvernail.Choice.Ranking;

/// <summary>
/// A score as published weights make it: ((0 + w₁x₁) + w₂x₂) + … in double precision, every product and every sum
/// rounded on its own. Four items are worked on at a time where the processor can, each of them added up in that order,
/// so that anybody's plain loop finds the same bits.
/// </summary>
public static class LinearScores
{
    private const int Lanes = 4;

    /// <summary>The score of each item.</summary>
    /// <param name="features">What is known of the items.</param>
    /// <param name="weights">One a feature.</param>
    /// <param name="threads">1 or more; the scores are the same for any number.</param>
    /// <exception cref="ArgumentException">A number is not finite, a sum overflows, or lengths differ.</exception>
    public static double[] Of(Features features, ReadOnlySpan<double> weights, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        double[] scores = new double[features.Items];
        Compute(features, weights, scores, threads);
        return scores;
    }

    /// <summary>The score of each item, into an array that is there already.</summary>
    public static void Compute(Features features, ReadOnlySpan<double> weights, double[] into, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (weights.Length != features.Width)
        {
            throw new ArgumentException(
                $"{weights.Length} weights for {features.Width} features.", nameof(weights));
        }

        if (into.Length != features.Items)
        {
            throw new ArgumentException($"Room for {into.Length} scores of {features.Items}.", nameof(into));
        }

        double[] fixedWeights = weights.ToArray();
        if (Finite.FirstThatIsNot(fixedWeights) is >= 0 and int at)
        {
            throw new ArgumentException($"Weight {at} is not a finite number.", nameof(weights));
        }

        if (threads == 1)
        {
            Rows(features, fixedWeights, into, 0, features.Items);
            return;
        }

        // The bounds of the parts are multiples of the lanes, though no score would change if they were not.
        int part = ((features.Items / threads / Lanes) + 1) * Lanes;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, t =>
        {
            int from = Math.Min(features.Items, t * part);
            int end = t == threads - 1 ? features.Items : Math.Min(features.Items, from + part);
            Rows(features, fixedWeights, into, from, end);
        });
    }

    private static void Rows(Features features, double[] weights, double[] into, int from, int end)
    {
        int width = features.Width;
        int row = from;
        if (Avx.IsSupported && width % Lanes == 0)
        {
            row = features.Single is { } single
                ? FourByFour(single, weights, into, from, end)
                : FourByFour(features.Double!, weights, into, from, end);
        }

        for (; row < end; row++)
        {
            into[row] = OneByOne(features, weights, row);
        }

        // A sum is finite only where every term was: a feature that is not makes it infinite or not a number.
        if (Finite.FirstThatIsNot(into.AsSpan(from, end - from)) is >= 0 and int at)
        {
            throw new ArgumentException(
                $"The score of item {from + at} is not a finite number: its features are not, or they are too large.");
        }
    }

    /// <summary>The definition.</summary>
    internal static double OneByOne(Features features, double[] weights, int row)
    {
        double sum = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            sum += weights[j] * features[row, j];
        }

        return sum;
    }

    /// <summary>
    /// Whole fours of items; answers the first item left over. The four are a quarter of the way from each other, so
    /// that memory is read in four streams, a third faster than in one.
    /// </summary>
    private static int FourByFour<T>(T[] values, double[] weights, double[] into, int from, int end)
        where T : unmanaged
    {
        int width = weights.Length;
        int quarter = (end - from) / Lanes;
        nuint apart = (nuint)quarter * (nuint)width;
        ref T first = ref MemoryMarshal.GetArrayDataReference(values);
        ref double weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (int row = from; row < from + quarter; row++)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            nuint a = (nuint)row * (nuint)width;
            nuint b = a + apart;
            nuint c = b + apart;
            nuint d = c + apart;
            for (nuint j = 0; j < (nuint)width; j += Lanes)
            {
                Vector256<double> w = Vector256.LoadUnsafe(ref weight, j);
                Vector256<double> pa = w * Widened(ref first, a + j);
                Vector256<double> pb = w * Widened(ref first, b + j);
                Vector256<double> pc = w * Widened(ref first, c + j);
                Vector256<double> pd = w * Widened(ref first, d + j);

                // Products by item become products by feature, which are then added in the order of features.
                Vector256<double> even0 = Avx.UnpackLow(pa, pb);
                Vector256<double> odd0 = Avx.UnpackHigh(pa, pb);
                Vector256<double> even1 = Avx.UnpackLow(pc, pd);
                Vector256<double> odd1 = Avx.UnpackHigh(pc, pd);
                sum += Avx.Permute2x128(even0, even1, 0x20);
                sum += Avx.Permute2x128(odd0, odd1, 0x20);
                sum += Avx.Permute2x128(even0, even1, 0x31);
                sum += Avx.Permute2x128(odd0, odd1, 0x31);
            }

            into[row] = sum[0];
            into[row + quarter] = sum[1];
            into[row + (2 * quarter)] = sum[2];
            into[row + (3 * quarter)] = sum[3];
        }

        return from + (Lanes * quarter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Widened<T>(ref T values, nuint at)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref Unsafe.As<T, float>(ref values), at))
            : Vector256.LoadUnsafe(ref Unsafe.As<T, double>(ref values), at);
}
