namespace Gouvernail.Choice.Ranking;

/// <summary>
/// Quotas of which any two are apart or one within the other (a laminar family), as a forest. Whether a list that was
/// begun can be ended within their bounds is then told, place by place, by what each set may still hold: an interval of
/// whole numbers, added up from the innermost sets outwards.
/// </summary>
internal sealed class QuotaFamily
{
    private readonly QuotaPool _pool;
    private readonly int[] _quotas;
    private readonly int[] _parent;
    private readonly int[] _nodeOfKind;
    private readonly int[] _lowest;
    private readonly int[] _highest;
    private readonly int[] _low;
    private readonly int[] _high;

    private QuotaFamily(QuotaPool pool, List<int> quotas)
    {
        _pool = pool;
        _quotas = [.. quotas.OrderByDescending(quota => Kinds(pool, quota).Count()).ThenBy(quota => quota)];
        int nodes = _quotas.Length;
        _parent = new int[nodes];
        _nodeOfKind = new int[pool.Masks.Length];
        Array.Fill(_nodeOfKind, nodes);
        for (int node = 0; node < nodes; node++)
        {
            int[] kinds = [.. Kinds(pool, _quotas[node])];

            // Larger sets come first: the one that held these kinds last is the one around this.
            _parent[node] = kinds.Length > 0 ? _nodeOfKind[kinds[0]] : nodes;
            foreach (int kind in kinds)
            {
                _nodeOfKind[kind] = node;
            }
        }

        _lowest = new int[nodes + 1];
        _highest = new int[nodes + 1];
        _low = new int[nodes + 1];
        _high = new int[nodes + 1];
    }

    /// <summary>Whether no set is within another.</summary>
    public bool Apart => Array.TrueForAll(_parent, parent => parent == _quotas.Length);

    /// <summary>The quotas in as few families as come from putting each into the first that takes it.</summary>
    public static QuotaFamily[] Of(QuotaPool pool, int active)
    {
        var families = new List<List<int>>();
        for (int quota = 0; quota < pool.Quotas.Count; quota++)
        {
            if ((active >> quota & 1) == 0)
            {
                continue;
            }

            List<int>? home = families.Find(family => family.TrueForAll(other => Nested(pool, quota, other)));
            if (home is null)
            {
                families.Add(home = []);
            }

            home.Add(quota);
        }

        return families.Count == 0 ? [new(pool, [])] : [.. families.Select(family => new QuotaFamily(pool, family))];
    }

    /// <summary>
    /// Whether the counts of each kind can grow so that the bounds hold at each of the lengths asked for. Exact for one
    /// family alone; necessary for each of several.
    /// </summary>
    public bool CanEnd(int[] taken, int from, int to)
    {
        Array.Clear(_lowest);
        Array.Clear(_highest);
        for (int kind = 0; kind < taken.Length; kind++)
        {
            _lowest[_nodeOfKind[kind]] += taken[kind];
            _highest[_nodeOfKind[kind]] += _pool.Items[kind].Length;
        }

        for (int length = from; length <= to; length++)
        {
            if (!CanReach(length))
            {
                return false;
            }
        }

        return true;
    }

    private bool CanReach(int length)
    {
        int root = _quotas.Length;
        _lowest.CopyTo(_low, 0);
        _highest.CopyTo(_high, 0);
        for (int node = root - 1; node >= 0; node--)
        {
            (int least, int most) = _pool.Bounds[_quotas[node]][length];
            int low = Math.Max(_low[node], least);
            int high = Math.Min(_high[node], most);
            if (low > high)
            {
                return false;
            }

            _low[_parent[node]] += low;
            _high[_parent[node]] += high;
        }

        return _low[root] <= length && length <= _high[root];
    }

    private static bool Nested(QuotaPool pool, int a, int b)
    {
        int[] inA = [.. Kinds(pool, a)];
        int[] inB = [.. Kinds(pool, b)];
        int both = inA.Intersect(inB).Count();
        return both == 0 || both == inA.Length || both == inB.Length;
    }

    private static IEnumerable<int> Kinds(QuotaPool pool, int quota) =>
        Enumerable.Range(0, pool.Masks.Length).Where(kind => (pool.Masks[kind] >> quota & 1) == 1);
}
