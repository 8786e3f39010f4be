using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Maximal marginal relevance (Carbonell and Goldstein 1998): each place goes to the item of largest
/// λ · score − (1 − λ) · its largest cosine with an item above. Scores are first moved and stretched to 0 … 1.
/// </summary>
public static class MarginalRelevance
{
    /// <summary>The list, first place first.</summary>
    /// <param name="candidates">What may be in it.</param>
    /// <param name="features">What two items are likened by, one row a candidate; a row of zeros is like
    /// nothing.</param>
    /// <param name="places">Length of the list; fewer where there are fewer candidates.</param>
    /// <param name="lambda">λ, 0 to 1: 1 is score alone, 0 only difference after the first place.</param>
    public static int[] Select(Candidates candidates, Features features, int places, double lambda)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        Shares.Check(lambda, nameof(lambda));
        if (features.Items != candidates.Count)
        {
            throw new ArgumentException(
                $"Features of {features.Items} items, scores of {candidates.Count}.", nameof(features));
        }

        double[] relevance = candidates.Scaled();
        for (int i = 0; i < relevance.Length; i++)
        {
            relevance[i] *= lambda;
        }

        double[] columns = features.UnitColumns();
        double[] likeness = new double[candidates.Count];
        bool[] placed = new bool[candidates.Count];
        int[] list = new int[Math.Min(places, candidates.Count)];
        double[] row = new double[features.Width];
        for (int place = 0; place < list.Length; place++)
        {
            double weight = place == 0 ? 0 : 1 - lambda;
            int best = -1;
            double most = double.NegativeInfinity;
            for (int i = 0; i < relevance.Length; i++)
            {
                double value = relevance[i] - (weight * likeness[i]);
                if (value >= most && !placed[i]
                    && (value > most || candidates.At(i).CompareTo(candidates.At(best)) < 0))
                {
                    (best, most) = (i, value);
                }
            }

            list[place] = best;
            placed[best] = true;
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = columns[(j * candidates.Count) + best];
            }

            Liken(columns, row, likeness, first: place == 0);
        }

        return list;
    }

    /// <summary>
    /// Raises each item's likeness to its cosine with a row; several items at a time, each summed in order.
    /// </summary>
    private static void Liken(double[] columns, double[] row, double[] likeness, bool first)
    {
        int items = likeness.Length;
        int i = 0;
        ref double start = ref MemoryMarshal.GetArrayDataReference(columns);
        for (; i + 16 <= items; i += 16)
        {
            Vector256<double> a = Vector256<double>.Zero;
            Vector256<double> b = a;
            Vector256<double> c = a;
            Vector256<double> d = a;
            nuint at = (nuint)i;
            foreach (double value in row)
            {
                Vector256<double> by = Vector256.Create(value);
                a += by * Vector256.LoadUnsafe(ref start, at);
                b += by * Vector256.LoadUnsafe(ref start, at + 4);
                c += by * Vector256.LoadUnsafe(ref start, at + 8);
                d += by * Vector256.LoadUnsafe(ref start, at + 12);
                at += (nuint)items;
            }

            Raise(ref likeness[i], a, first);
            Raise(ref likeness[i + 4], b, first);
            Raise(ref likeness[i + 8], c, first);
            Raise(ref likeness[i + 12], d, first);
        }

        for (; i < items; i++)
        {
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
            {
                sum += row[j] * columns[(j * items) + i];
            }

            likeness[i] = first ? sum : Math.Max(likeness[i], sum);
        }
    }

    private static void Raise(ref double to, Vector256<double> cosine, bool first) =>
        (first ? cosine : Vector256.Max(Vector256.LoadUnsafe(ref to), cosine)).StoreUnsafe(ref to);
}
