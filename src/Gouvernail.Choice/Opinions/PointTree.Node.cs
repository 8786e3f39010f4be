using System.Numerics;

namespace Gouvernail.Choice.Opinions;

/// <summary>A centre of a k-means partition.</summary>
internal readonly record struct Centre(double X, double Y)
{
    /// <summary>Index of the nearest of the candidate centres (a bit mask), the lowest on ties.</summary>
    public static int Nearest(ReadOnlySpan<Centre> centres, uint candidates, double x, double y)
    {
        int best = 0;
        double least = double.PositiveInfinity;
        for (uint left = candidates; left != 0; left &= left - 1)
        {
            int c = BitOperations.TrailingZeroCount(left);
            double dx = x - centres[c].X;
            double dy = y - centres[c].Y;
            double square = (dx * dx) + (dy * dy);
            if (square < least)
            {
                least = square;
                best = c;
            }
        }

        return best;
    }
}

/// <summary>Weight, weighted sums and weighted sum of squares of the points of one centre.</summary>
internal struct CentreSum
{
    public double Weight;
    public double X;
    public double Y;
    public double Square;

    public void Add(in Node node)
    {
        Weight += node.Weight;
        X += node.SumX;
        Y += node.SumY;
        Square += node.Square;
    }

    public void Add(double x, double y, double weight)
    {
        Weight += weight;
        X += weight * x;
        Y += weight * y;
        Square += weight * ((x * x) + (y * y));
    }

    /// <summary>Weighted sum of squared distances to a place.</summary>
    public readonly double SquareTo(Centre c) =>
        Square - (2 * ((c.X * X) + (c.Y * Y))) + (Weight * ((c.X * c.X) + (c.Y * c.Y)));
}

/// <summary>A node of a <see cref="PointTree"/>; its left child follows it.</summary>
internal struct Node
{
    public int First;
    public int End;
    public int Right;
    public double MinX;
    public double MaxX;
    public double MinY;
    public double MaxY;
    public double Weight;
    public double SumX;
    public double SumY;
    public double Square;

    public readonly bool IsWide => MaxX - MinX >= MaxY - MinY;

    public readonly bool IsOnePlace => MaxX == MinX && MaxY == MinY;

    /// <summary>A node without children: points in the tree's order, whose weights stand in their own.</summary>
    public static Node Leaf(int first, int end, double[] x, double[] y, double[] weight, int[] order)
    {
        Node node = Around(x.AsSpan(first..end), y.AsSpan(first..end));
        node.First = first;
        node.End = end;
        for (int i = first; i < end; i++)
        {
            double w = weight[order[i]];
            node.Weight += w;
            node.SumX += w * x[i];
            node.SumY += w * y[i];
            node.Square += w * ((x[i] * x[i]) + (y[i] * y[i]));
        }

        return node;
    }

    /// <summary>The node of two neighbours, the second at index <paramref name="right"/>.</summary>
    public static Node Joined(in Node a, in Node b, int right) => new()
    {
        First = a.First,
        End = b.End,
        Right = right,
        MinX = Math.Min(a.MinX, b.MinX),
        MaxX = Math.Max(a.MaxX, b.MaxX),
        MinY = Math.Min(a.MinY, b.MinY),
        MaxY = Math.Max(a.MaxY, b.MaxY),
        Weight = a.Weight + b.Weight,
        SumX = a.SumX + b.SumX,
        SumY = a.SumY + b.SumY,
        Square = a.Square + b.Square,
    };

    /// <summary>The box of some points, without sums.</summary>
    public static Node Around(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var node = new Node
        {
            MinX = double.PositiveInfinity,
            MaxX = double.NegativeInfinity,
            MinY = double.PositiveInfinity,
            MaxY = double.NegativeInfinity,
        };
        for (int i = 0; i < x.Length; i++)
        {
            node.MinX = Math.Min(node.MinX, x[i]);
            node.MaxX = Math.Max(node.MaxX, x[i]);
            node.MinY = Math.Min(node.MinY, y[i]);
            node.MaxY = Math.Max(node.MaxY, y[i]);
        }

        return node;
    }

    /// <summary>The node with its children so much further on.</summary>
    public readonly Node Moved(int by)
    {
        Node moved = this;
        moved.Right += Right == 0 ? 0 : by;
        return moved;
    }

    /// <summary>The two parts of the box on either side of a place on its wider side.</summary>
    public readonly (Node Low, Node High) CutAt(double place)
    {
        Node low = this;
        Node high = this;
        if (IsWide)
        {
            low.MaxX = place;
            high.MinX = place;
        }
        else
        {
            low.MaxY = place;
            high.MinY = place;
        }

        return (low, high);
    }

    /// <summary>Keeps the candidates that may be nearest to some place of the box.</summary>
    public readonly uint Prune(uint candidates, ReadOnlySpan<Centre> centres)
    {
        int best = Centre.Nearest(centres, candidates, (MinX + MaxX) / 2, (MinY + MaxY) / 2);
        Centre star = centres[best];
        uint kept = candidates;
        for (uint left = candidates & ~(1u << best); left != 0; left &= left - 1)
        {
            int c = BitOperations.TrailingZeroCount(left);
            Centre other = centres[c];

            // The corner of the box that lies furthest towards the other centre decides.
            double x = other.X > star.X ? MaxX : MinX;
            double y = other.Y > star.Y ? MaxY : MinY;
            double toOther = Square2(x - other.X, y - other.Y);
            double toStar = Square2(x - star.X, y - star.Y);
            if (toOther > toStar || (toOther == toStar && c > best))
            {
                kept &= ~(1u << c);
            }
        }

        return kept;
    }

    private static double Square2(double dx, double dy) => (dx * dx) + (dy * dy);
}
