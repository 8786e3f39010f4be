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

    public void Measure(PlanePoints points, int[] order)
    {
        MinX = MinY = double.PositiveInfinity;
        MaxX = MaxY = double.NegativeInfinity;
        for (int i = First; i < End; i++)
        {
            double x = points.X[order[i]];
            double y = points.Y[order[i]];
            double w = points.Weight[order[i]];
            MinX = Math.Min(MinX, x);
            MaxX = Math.Max(MaxX, x);
            MinY = Math.Min(MinY, y);
            MaxY = Math.Max(MaxY, y);
            Weight += w;
            SumX += w * x;
            SumY += w * y;
            Square += w * ((x * x) + (y * y));
        }
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
