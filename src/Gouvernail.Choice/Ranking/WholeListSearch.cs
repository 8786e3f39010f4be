namespace Gouvernail.Choice.Ranking;

/// <summary>
/// How many items of each kind make the largest sum of scores, for quotas of the whole list that overlap: branch and
/// bound over the kinds, the bound being Lagrangian (Held and Karp 1971; Fisher 1981): each quota's members gain or
/// lose a price, and the best items at these prices, quotas aside, are worth at least any list.
/// </summary>
internal sealed class WholeListSearch
{
    private const int MostSteps = 500_000;
    private const int PriceRounds = 100;

    /// <summary>Sums closer than this part of the scores' magnitude count as equal.</summary>
    private const double Precision = 1e-12;

    private readonly QuotaPool _pool;
    private readonly int[] _active;
    private readonly double[][] _sums;
    private readonly double[] _price;
    private readonly double[] _kindPrice;
    private readonly double[][] _best;
    private readonly double _slack;
    private readonly int[] _counts;
    private readonly int[,] _availableFrom;
    private double _value = double.NegativeInfinity;
    private int _steps;

    public WholeListSearch(QuotaPool pool, int active)
    {
        _pool = pool;
        _active = [.. Enumerable.Range(0, pool.Quotas.Count).Where(quota => (active >> quota & 1) == 1)];
        int kinds = pool.Masks.Length;
        _sums = new double[kinds][];
        double magnitude = 0;
        for (int kind = 0; kind < kinds; kind++)
        {
            Ranked[] items = pool.Items[kind];
            _sums[kind] = new double[items.Length + 1];
            for (int i = 0; i < items.Length; i++)
            {
                _sums[kind][i + 1] = _sums[kind][i] + items[i].Score;
                magnitude = Math.Max(magnitude, Math.Abs(items[i].Score));
            }
        }

        _slack = Precision * magnitude * pool.Places;
        _price = new double[_active.Length];
        _kindPrice = new double[kinds];
        _best = new double[kinds + 1][];
        _counts = new int[kinds];
        _availableFrom = new int[kinds + 1, _active.Length + 1];
        for (int kind = kinds - 1; kind >= 0; kind--)
        {
            for (int q = 0; q <= _active.Length; q++)
            {
                bool member = q == _active.Length || IsMember(kind, q);
                _availableFrom[kind, q] = Math.Min(
                    pool.Places * 2, _availableFrom[kind + 1, q] + (member ? pool.Items[kind].Length : 0));
            }
        }
    }

    /// <summary>Number of items of each kind; null where none was found.</summary>
    public int[]? Counts { get; private set; }

    /// <summary>Whether all was looked at, or ruled out by a bound.</summary>
    public bool Exhausted => _steps < MostSteps;

    /// <summary>Searches, from a list that is known if there is one.</summary>
    public void Run(int[]? known)
    {
        if (known is not null)
        {
            Counts = [.. known];
            _value = Sum(known);
        }

        SetPrices();
        Branch(0, _pool.Places, PriceOfBounds());
    }

    private void Branch(int kind, int left, double value)
    {
        if (_steps >= MostSteps || !CanHold(kind, left))
        {
            return;
        }

        _steps++;
        if (kind == _counts.Length)
        {
            // CanHold has seen to it that nothing is left and all quotas hold.
            double sum = Sum(_counts);
            if (Counts is null || sum > _value)
            {
                (Counts, _value) = ([.. _counts], sum);
            }

            return;
        }

        // The bound is concave in the count: from its top, both ways until it is too low.
        int most = Math.Min(left, _pool.Items[kind].Length);
        int top = 0;
        for (int count = 1; count <= most && Bound(kind, left, count) >= Bound(kind, left, top); count++)
        {
            top = count;
        }

        for (int count = top; count >= 0 && Worth(kind, left, count, value); count--)
        {
            Take(kind, left, count, value);
        }

        for (int count = top + 1; count <= most && Worth(kind, left, count, value); count++)
        {
            Take(kind, left, count, value);
        }
    }

    private void Take(int kind, int left, int count, double value)
    {
        _counts[kind] = count;
        Branch(kind + 1, left - count, value + _sums[kind][count] + (count * _kindPrice[kind]));
        _counts[kind] = 0;
    }

    private bool Worth(int kind, int left, int count, double value) =>
        Counts is null || value + Bound(kind, left, count) > _value + _slack;

    private double Bound(int kind, int left, int count)
    {
        double[] rest = _best[kind + 1];
        return left - count < rest.Length
            ? _sums[kind][count] + (count * _kindPrice[kind]) + rest[left - count]
            : double.MinValue;
    }

    /// <summary>Whether the kinds from here on have enough members, and enough others, for each quota alone.</summary>
    private bool CanHold(int kind, int left)
    {
        int all = _availableFrom[kind, _active.Length];
        if (left > all)
        {
            return false;
        }

        for (int q = 0; q < _active.Length; q++)
        {
            int have = 0;
            for (int k = 0; k < kind; k++)
            {
                have += IsMember(k, q) ? _counts[k] : 0;
            }

            int others = 0;
            for (int k = kind; k < _counts.Length && others < left; k++)
            {
                others += IsMember(k, q) ? 0 : _pool.Items[k].Length;
            }

            Quota quota = _pool.Quotas[_active[q]];
            if (have + Math.Min(left, _availableFrom[kind, q]) < quota.AtLeast
                || have + Math.Max(0, left - others) > quota.Most(_pool.Places))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Subgradient steps on the prices, from none (Held, Wolfe and Crowder 1974).</summary>
    private void SetPrices()
    {
        double[] bestPrice = new double[_price.Length];
        double least = double.PositiveInfinity;
        for (int round = 1; round <= PriceRounds; round++)
        {
            int[] counts = Relaxed();
            double bound = PriceOfBounds() + _best[0][^1];
            if (bound < least)
            {
                least = bound;
                _price.CopyTo(bestPrice, 0);
            }

            double squares = 0;
            double[] step = new double[_price.Length];
            for (int q = 0; q < _price.Length; q++)
            {
                Quota quota = _pool.Quotas[_active[q]];
                int have = 0;
                for (int kind = 0; kind < counts.Length; kind++)
                {
                    have += IsMember(kind, q) ? counts[kind] : 0;
                }

                int most = quota.Most(_pool.Places);
                step[q] = have < quota.AtLeast ? quota.AtLeast - have
                    : have > most ? most - have
                    : _price[q] > 0 ? quota.AtLeast - have
                    : _price[q] < 0 ? most - have
                    : 0;
                squares += step[q] * step[q];
            }

            if (squares == 0)
            {
                break;
            }

            double goal = Counts is null ? bound - Math.Abs(bound / 10) : _value;
            double length = Math.Max(bound - goal, _slack) / squares / (1 + (round / 20));
            for (int q = 0; q < _price.Length; q++)
            {
                double moved = _price[q] + (step[q] * length);

                // A price that changes its sign stops at none: on the other side another bound counts.
                _price[q] = _price[q] * moved < 0 ? 0 : moved;
            }
        }

        bestPrice.CopyTo(_price, 0);
        _ = Relaxed();
    }

    /// <summary>What the prices give back: a list's own part of it is at least nothing where its quotas hold.</summary>
    private double PriceOfBounds()
    {
        double sum = 0;
        for (int q = 0; q < _price.Length; q++)
        {
            Quota quota = _pool.Quotas[_active[q]];
            sum -= _price[q] * (_price[q] > 0 ? quota.AtLeast : quota.Most(_pool.Places));
        }

        return sum;
    }

    /// <summary>
    /// The best sums at the present prices of so many items of the kinds from each on; counts of the first.
    /// </summary>
    private int[] Relaxed()
    {
        int kinds = _counts.Length;
        _best[kinds] = [0];
        for (int kind = kinds - 1; kind >= 0; kind--)
        {
            _kindPrice[kind] = 0;
            for (int q = 0; q < _price.Length; q++)
            {
                _kindPrice[kind] += IsMember(kind, q) ? _price[q] : 0;
            }

            _best[kind] = Merged(_pool.Items[kind], _kindPrice[kind], _best[kind + 1]);
        }

        int[] counts = new int[kinds];
        int left = _pool.Places;
        for (int kind = 0; kind < kinds; kind++)
        {
            double[] rest = _best[kind + 1];
            int count = Math.Max(0, left - rest.Length + 1);
            while (count < Math.Min(left, _pool.Items[kind].Length)
                && Bound(kind, left, count + 1) > Bound(kind, left, count))
            {
                count++;
            }

            counts[kind] = count;
            left -= count;
        }

        return counts;
    }

    private double[] Merged(Ranked[] items, double price, double[] rest)
    {
        int length = (int)Math.Min(_pool.Places, (long)items.Length + rest.Length - 1);
        double[] merged = new double[length + 1];
        int i = 0;
        int r = 1;
        for (int n = 1; n <= length; n++)
        {
            double fromRest = r < rest.Length ? rest[r] - rest[r - 1] : double.NegativeInfinity;
            double own = i < items.Length ? items[i].Score + price : double.NegativeInfinity;
            if (own >= fromRest)
            {
                merged[n] = merged[n - 1] + own;
                i++;
            }
            else
            {
                merged[n] = merged[n - 1] + fromRest;
                r++;
            }
        }

        return merged;
    }

    private double Sum(int[] counts)
    {
        double sum = 0;
        for (int kind = 0; kind < counts.Length; kind++)
        {
            sum += _sums[kind][counts[kind]];
        }

        return sum;
    }

    private bool IsMember(int kind, int activeQuota) => (_pool.Masks[kind] >> _active[activeQuota] & 1) == 1;
}
