namespace Gouvernail.Choice.Opinions;

/// <summary>
/// A k-d tree whose nodes know their box, weight and weighted sums, so that one k-means step visits only the nodes that
/// lie across a border between centres: the filtering algorithm (Kanungo et al. 2002). Exact: a node is given whole to
/// a centre only where each of its points would be.
/// </summary>
internal sealed class PointTree
{
    private const int LeafSize = 16;

    private readonly PlanePoints _points;
    private readonly int[] _order;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _w;
    private readonly Node[] _tree;
    private int _nodes;

    public PointTree(PlanePoints points)
    {
        _points = points;
        _order = new int[points.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        _tree = new Node[MostNodes(points.Count)];
        Build(0, _order.Length, Node.Around(points, _order));
        _x = Array.ConvertAll(_order, i => points.X[i]);
        _y = Array.ConvertAll(_order, i => points.Y[i]);
        _w = Array.ConvertAll(_order, i => points.Weight[i]);
    }

    /// <summary>
    /// Gives every point to its nearest centre (the lowest index on ties) and adds each centre's points up.
    /// </summary>
    public void Assign(ReadOnlySpan<Centre> centres, Span<CentreSum> sums)
    {
        sums.Clear();
        if (_nodes > 0)
        {
            Filter(0, (1u << centres.Length) - 1, centres, sums);
        }
    }

    /// <summary>
    /// Splits the points into at most <paramref name="most"/> compact cells of about equal number; answers the cell of
    /// each point.
    /// </summary>
    public int[] Cells(int most)
    {
        int[] cell = new int[_order.Length];
        int next = 0;
        int size = (_order.Length + most - 1) / most;
        void Visit(int index)
        {
            Node node = _tree[index];
            if (node.Right == 0 || node.End - node.First <= size)
            {
                for (int i = node.First; i < node.End; i++)
                {
                    cell[_order[i]] = next;
                }

                next++;
                return;
            }

            Visit(index + 1);
            Visit(node.Right);
        }

        if (_nodes > 0)
        {
            Visit(0);
        }

        return cell;
    }

    /// <summary>Halving until at most LeafSize are left makes leaves of more than half of that.</summary>
    private static int MostNodes(int points) => (4 * points / LeafSize) + 1;

    /// <summary>Splits at the median of the wider side of the frame; sums are added up on the way back.</summary>
    private void Build(int first, int end, Node frame)
    {
        if (first == end)
        {
            return;
        }

        int index = _nodes++;
        if (end - first <= LeafSize || frame.IsOnePlace)
        {
            _tree[index] = Node.Leaf(first, end, _points, _order);
            return;
        }

        int middle = (first + end) / 2;
        double[] key = frame.IsWide ? _points.X : _points.Y;
        SelectNth(key, first, end - 1, middle);
        (Node low, Node high) = frame.CutAt(key[_order[middle]]);
        Build(first, middle, low);
        int right = _nodes;
        Build(middle, end, high);
        _tree[index] = Node.Joined(_tree[index + 1], _tree[right], right);
    }

    /// <summary>Quickselect with a fixed pivot rule: the order depends on the points alone.</summary>
    private void SelectNth(double[] key, int low, int high, int nth)
    {
        while (low < high)
        {
            double pivot = key[_order[(low + high) >>> 1]];
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (key[_order[i]] < pivot)
                {
                    i++;
                }

                while (key[_order[j]] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (_order[i], _order[j]) = (_order[j], _order[i]);
                    i++;
                    j--;
                }
            }

            if (nth <= j)
            {
                high = j;
            }
            else if (nth >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private void Filter(int index, uint candidates, ReadOnlySpan<Centre> centres, Span<CentreSum> sums)
    {
        ref Node node = ref _tree[index];
        if ((candidates & (candidates - 1)) != 0)
        {
            candidates = node.Prune(candidates, centres);
        }

        if ((candidates & (candidates - 1)) == 0)
        {
            sums[System.Numerics.BitOperations.TrailingZeroCount(candidates)].Add(node);
        }
        else if (node.Right != 0)
        {
            Filter(index + 1, candidates, centres, sums);
            Filter(node.Right, candidates, centres, sums);
        }
        else
        {
            for (int i = node.First; i < node.End; i++)
            {
                sums[Centre.Nearest(centres, candidates, _x[i], _y[i])].Add(_x[i], _y[i], _w[i]);
            }
        }
    }
}
