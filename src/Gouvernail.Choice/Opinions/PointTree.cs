namespace Gouvernail.Choice.Opinions;

/// <summary>
/// A k-d tree whose nodes know their box, weight and weighted sums, so that one k-means step visits only the nodes that
/// lie across a border between centres: the filtering algorithm (Kanungo et al. 2002). Exact: a node is given whole to
/// a centre only where each of its points would be.
/// </summary>
internal sealed class PointTree
{
    private const int LeafSize = 16;

    /// <summary>Fewer points than this are split on one thread.</summary>
    private const int FewestForThreads = 4096;

    private readonly PlanePoints _points;
    private readonly int[] _order;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _w;
    private readonly Node[] _tree;

    public PointTree(PlanePoints points, int threads = 1)
    {
        _points = points;
        _order = new int[points.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        // The places are moved with the order of the points: they are read one after the other.
        _x = (double[])points.X.Clone();
        _y = (double[])points.Y.Clone();
        _tree = Build(0, _order.Length, Node.Around(_x, _y), threads);
        _w = Array.ConvertAll(_order, i => points.Weight[i]);
    }

    /// <summary>
    /// Gives every point to its nearest centre (the lowest index on ties) and adds each centre's points up.
    /// </summary>
    public void Assign(ReadOnlySpan<Centre> centres, Span<CentreSum> sums)
    {
        sums.Clear();
        if (_tree.Length > 0)
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

        if (_tree.Length > 0)
        {
            Visit(0);
        }

        return cell;
    }

    /// <summary>Halving until at most LeafSize are left makes leaves of more than half of that.</summary>
    private static int MostNodes(int points) => (4 * points / LeafSize) + 1;

    /// <summary>The nodes of some points; a large part of them in halves, each on its own thread.</summary>
    private Node[] Build(int first, int end, Node frame, int threads)
    {
        var nodes = new Node[MostNodes(end - first)];
        int used = 0;
        if (threads <= 1 || end - first < FewestForThreads || frame.IsOnePlace)
        {
            Build(first, end, frame, nodes, ref used);
            return nodes.AsSpan(0, used).ToArray();
        }

        (int middle, Node low, Node high) = Split(first, end, frame);
        Node[] left = [];
        Node[] right = [];
        FixedChunks.Both(
            threads,
            () => left = Build(first, middle, low, threads / 2),
            () => right = Build(middle, end, high, threads - (threads / 2)),
            CancellationToken.None);
        Node root = Node.Joined(left[0], right[0], 1 + left.Length);
        return [root, .. left.Select(node => node.Moved(1)), .. right.Select(node => node.Moved(1 + left.Length))];
    }

    /// <summary>Splits at the median of the wider side of the frame; sums are added up on the way back.</summary>
    private void Build(int first, int end, Node frame, Node[] nodes, ref int used)
    {
        if (first == end)
        {
            return;
        }

        int index = used++;
        if (end - first <= LeafSize || frame.IsOnePlace)
        {
            nodes[index] = Node.Leaf(first, end, _x, _y, _points.Weight, _order);
            return;
        }

        (int middle, Node low, Node high) = Split(first, end, frame);
        Build(first, middle, low, nodes, ref used);
        int right = used;
        Build(middle, end, high, nodes, ref used);
        nodes[index] = Node.Joined(nodes[index + 1], nodes[right], right);
    }

    private (int Middle, Node Low, Node High) Split(int first, int end, Node frame)
    {
        int middle = (first + end) / 2;
        double[] key = frame.IsWide ? _x : _y;
        SelectNth(key, frame.IsWide ? _y : _x, first, end - 1, middle);
        (Node low, Node high) = frame.CutAt(key[middle]);
        return (middle, low, high);
    }

    /// <summary>Quickselect with a fixed pivot rule: the order depends on the points alone.</summary>
    private void SelectNth(double[] key, double[] other, int low, int high, int nth)
    {
        while (low < high)
        {
            double pivot = key[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (key[i] < pivot)
                {
                    i++;
                }

                while (key[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (_order[i], _order[j]) = (_order[j], _order[i]);
                    (key[i], key[j]) = (key[j], key[i]);
                    (other[i], other[j]) = (other[j], other[i]);
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
