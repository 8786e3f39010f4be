using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gouvernail.Choice.Ranking;

/// <summary>The best few of many, exactly as if all had been sorted: larger score first, then smaller id.</summary>
public static class TopItems
{
    /// <summary>The best <paramref name="places"/> items, best first; all of them where there are no more.</summary>
    public static int[] Of(Candidates candidates, int places)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        var best = new BestSoFar(Math.Min(places, candidates.Count));
        ReadOnlySpan<double> scores = candidates.Scores;
        ref double first = ref MemoryMarshal.GetReference(scores);
        for (int i = 0; i < scores.Length;)
        {
            // Nearly all are worse than what is kept, and passed over four at a time.
            if (i + 4 <= scores.Length
                && Vector256.LessThanAll(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.Create(best.Threshold)))
            {
                i += 4;
                continue;
            }

            for (int end = Math.Min(i + 4, scores.Length); i < end; i++)
            {
                if (scores[i] >= best.Threshold)
                {
                    best.Offer(candidates.At(i));
                }
            }
        }

        ReadOnlySpan<Ranked> sorted = best.Sorted();
        int[] items = new int[sorted.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = sorted[i].Item;
        }

        return items;
    }
}

/// <summary>
/// Keeps the best few of those offered. It gathers up to twice as many, then throws the worse half away: each offer
/// costs a constant in the mean, in whatever order they come.
/// </summary>
internal sealed class BestSoFar(int places)
{
    private Ranked[] _kept = new Ranked[Math.Min(16, Math.Max(places, 1) * 2)];
    private int _count;
    private Ranked _worst;

    /// <summary>Less than this need not be offered.</summary>
    public double Threshold { get; private set; } = places == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    public void Offer(Ranked item)
    {
        if (places == 0 || (Threshold != double.NegativeInfinity && item.CompareTo(_worst) > 0))
        {
            return;
        }

        if (_count == _kept.Length)
        {
            if (_count >= 2 * (long)places)
            {
                Halve();
                Offer(item);
                return;
            }

            Array.Resize(ref _kept, (int)Math.Min(2 * (long)places, 2L * _count));
        }

        _kept[_count++] = item;
    }

    /// <summary>The best, in order.</summary>
    public ReadOnlySpan<Ranked> Sorted()
    {
        if (_count > places)
        {
            Halve();
        }

        _kept.AsSpan(0, _count).Sort();
        return _kept.AsSpan(0, _count);
    }

    private void Halve()
    {
        Select(_kept.AsSpan(0, _count), places);
        _count = places;
        _worst = _kept[0];
        foreach (Ranked kept in _kept.AsSpan(1, _count - 1))
        {
            _worst = kept.CompareTo(_worst) > 0 ? kept : _worst;
        }

        Threshold = _worst.Score;
    }

    /// <summary>Brings the best <paramref name="count"/> to the front, in any order (Hoare 1961).</summary>
    private static void Select(Span<Ranked> items, int count)
    {
        int rounds = 64;
        while (items.Length > 1 && count > 0 && count < items.Length)
        {
            if (rounds-- == 0)
            {
                items.Sort();
                return;
            }

            Ranked pivot = Middle(items[0], items[items.Length / 2], items[^1]);
            int left = 0;
            int right = items.Length - 1;
            while (left <= right)
            {
                while (items[left].CompareTo(pivot) < 0)
                {
                    left++;
                }

                while (items[right].CompareTo(pivot) > 0)
                {
                    right--;
                }

                if (left <= right)
                {
                    (items[left], items[right]) = (items[right], items[left]);
                    left++;
                    right--;
                }
            }

            if (count <= right)
            {
                items = items[..(right + 1)];
            }
            else if (count >= left)
            {
                items = items[left..];
                count -= left;
            }
            else
            {
                return;
            }
        }
    }

    private static Ranked Middle(Ranked a, Ranked b, Ranked c)
    {
        if (a.CompareTo(b) > 0)
        {
            (a, b) = (b, a);
        }

        return c.CompareTo(a) < 0 ? a : c.CompareTo(b) > 0 ? b : c;
    }
}
