namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Gives each place in turn to the best item from which the list can still be ended within the quotas. Where the quotas
/// make one family the look ahead is exact and nothing is ever taken back; where they overlap it may be, up to a limit.
/// </summary>
internal sealed class PlaceByPlace
{
    private const int MostSteps = 200_000;

    private readonly QuotaPool _pool;
    private readonly QuotaFamily[] _families;
    private readonly bool _wholeListOnly;
    private readonly int[] _taken;
    private readonly int[] _order;

    public PlaceByPlace(QuotaPool pool, QuotaFamily[] families, int active)
    {
        _pool = pool;
        _families = families;
        _wholeListOnly = !pool.Quotas.Where((quota, q) => (active >> q & 1) == 1 && quota.Every is not null).Any();
        _taken = new int[pool.Masks.Length];
        _order = new int[pool.Masks.Length];
    }

    /// <summary>Whether it is certain that there is no list, where none was found.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>The kind in each place; null where none was found.</summary>
    public int[]? Fill()
    {
        int[] kinds = new int[_pool.Places];
        int[] tried = new int[_pool.Places + 1];
        int place = 0;
        for (int step = 0; step < MostSteps + _pool.Places; step++)
        {
            if (place == kinds.Length)
            {
                return kinds;
            }

            int next = Next(place, tried[place]);
            if (next >= 0)
            {
                kinds[place] = _order[next];
                tried[place] = next + 1;
                place++;
                tried[place] = 0;
                continue;
            }

            if (place == 0)
            {
                Exhausted = true;
                return null;
            }

            place--;
            _taken[kinds[place]]--;
        }

        return null;
    }

    /// <summary>
    /// Takes the best item from the given rank of the kinds on, and answers its rank; −1 where none fits.
    /// </summary>
    private int Next(int place, int from)
    {
        int kinds = Sort();
        for (int rank = from; rank < kinds; rank++)
        {
            _taken[_order[rank]]++;
            int first = _wholeListOnly ? _pool.Places : place + 1;
            if (Array.TrueForAll(_families, family => family.CanEnd(_taken, first, _pool.Places)))
            {
                return rank;
            }

            _taken[_order[rank]]--;
        }

        return -1;
    }

    /// <summary>Kinds that have an item left, by the best of them; answers their number.</summary>
    private int Sort()
    {
        int count = 0;
        for (int kind = 0; kind < _taken.Length; kind++)
        {
            if (_taken[kind] == _pool.Items[kind].Length)
            {
                continue;
            }

            Ranked item = _pool.Items[kind][_taken[kind]];
            int at = count++;
            for (; at > 0 && item.CompareTo(_pool.Items[_order[at - 1]][_taken[_order[at - 1]]]) < 0; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = kind;
        }

        return count;
    }
}
