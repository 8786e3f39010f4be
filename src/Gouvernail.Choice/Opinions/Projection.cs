namespace Gouvernail.Choice.Opinions;

/// <summary>Places participants and statements on the plane of two components (docs/methods/opinion-map.md).</summary>
internal static class Projection
{
    /// <summary>
    /// Turns each component so that its loading of largest magnitude, the one of the lowest id on ties, is positive.
    /// </summary>
    public static void Orient(double[][] components, IReadOnlyList<StatementColumn> columns)
    {
        foreach (double[] component in components)
        {
            int largest = -1;
            for (int j = 0; j < component.Length; j++)
            {
                double more = largest < 0
                    ? 1
                    : Published.Round(Math.Abs(component[j])) - Published.Round(Math.Abs(component[largest]));
                if (more > 0 || (more == 0 && LowerId(columns[j].Id, columns[largest].Id)))
                {
                    largest = j;
                }
            }

            if (largest >= 0 && component[largest] < 0)
            {
                for (int j = 0; j < component.Length; j++)
                {
                    component[j] = -component[j];
                }
            }
        }
    }

    /// <summary>Coordinates of every participant, scaled by √(statements / votes).</summary>
    /// <param name="centered">The centred votes.</param>
    /// <param name="components">Two component vectors.</param>
    /// <param name="statements">Number of statements that count.</param>
    /// <param name="voteCount">Number of votes of each participant that count.</param>
    public static (double[] X, double[] Y) Participants(
        CenteredVotes centered, double[][] components, int statements, int[] voteCount)
    {
        double[] x = new double[voteCount.Length];
        double[] y = new double[voteCount.Length];
        centered.Project(components[0], components[1], x, y);
        for (int i = 0; i < x.Length; i++)
        {
            double scale = Math.Sqrt(statements / (double)Math.Max(voteCount[i], 1));
            x[i] *= scale;
            y[i] *= scale;
        }

        return (x, y);
    }

    /// <summary>Where a participant would stand who only agreed with column <paramref name="j"/>.</summary>
    public static (double X, double Y, double Extremity) Statement(
        CenteredVotes centered, double[][] components, int statements, int j)
    {
        double value = (1 - centered.Center[j]) * Math.Sqrt(statements);
        double x = value * components[0][j];
        double y = value * components[1][j];
        return (x, y, Math.Sqrt((x * x) + (y * y)));
    }

    private static bool LowerId(string a, string b) =>
        a.Length != b.Length ? a.Length < b.Length : string.CompareOrdinal(a, b) < 0;
}
