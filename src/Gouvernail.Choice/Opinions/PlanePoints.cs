namespace Gouvernail.Choice.Opinions;

/// <summary>Points of the plane that count one or more times each.</summary>
internal sealed class PlanePoints
{
    public PlanePoints(double[] x, double[] y, double[]? weight = null)
    {
        X = x;
        Y = y;
        if (weight is null)
        {
            weight = new double[x.Length];
            Array.Fill(weight, 1);
        }

        Weight = weight;
        double total = 0;
        foreach (double w in weight)
        {
            total += w;
        }

        TotalWeight = total;
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>How often each point counts, above 0.</summary>
    public double[] Weight { get; }

    public double TotalWeight { get; }

    public int Count => X.Length;

    /// <summary>Squared distance from point <paramref name="i"/>.</summary>
    public double SquareTo(int i, double x, double y)
    {
        double dx = X[i] - x;
        double dy = Y[i] - y;
        return (dx * dx) + (dy * dy);
    }
}
