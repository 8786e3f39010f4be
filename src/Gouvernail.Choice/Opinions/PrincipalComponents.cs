namespace Gouvernail.Choice.Opinions;

/// <summary>
/// The two leading eigenvectors of XᵀX. A Krylov space is grown from a fixed start by the residuals of the two best
/// Ritz vectors and restarted with the best few (Wu and Simon 2000, thick-restart Lanczos), with every new vector
/// orthogonalised twice. It converges where power iteration does, in fewer passes over the votes.
/// </summary>
internal sealed class PrincipalComponents
{
    private const int MostDimensions = 24;
    private const int KeptAtRestart = 6;
    private const int MostPasses = 1000;
    private const int PassesPerTest = 4;

    /// <summary>From components of nearly the same votes, a pass or two is often enough.</summary>
    private const int PassesPerWarmTest = 1;

    private readonly CenteredVotes _votes;
    private readonly List<double[]> _basis = [];
    private readonly List<double[]> _image = [];
    private readonly double[,] _ritz = new double[MostDimensions, MostDimensions];

    private PrincipalComponents(CenteredVotes votes)
    {
        _votes = votes;
        Components = [new double[votes.Columns], new double[votes.Columns]];
    }

    /// <summary>Unit vectors, or zero where there is no further variance.</summary>
    public double[][] Components { get; }

    /// <summary>The two eigenvalues.</summary>
    public double[] Eigenvalues { get; } = new double[2];

    /// <summary>Passes over the votes that were needed.</summary>
    public int Passes { get; private set; }

    /// <param name="votes">The matrix.</param>
    /// <param name="tolerance">Largest residual norm, relative to the first eigenvalue.</param>
    /// <param name="start">Where to start from; null for fixed vectors.</param>
    public static PrincipalComponents Of(CenteredVotes votes, double tolerance, double[][]? start)
    {
        var result = new PrincipalComponents(votes);
        if (votes.TotalVariance > 0)
        {
            result.Iterate(
                tolerance,
                start ?? FixedStart(votes.Columns),
                start is null ? PassesPerTest : PassesPerWarmTest);
        }

        return result;
    }

    private static double[][] FixedStart(int columns)
    {
        double[] ones = new double[columns];
        double[] spread = new double[columns];
        var generator = new SeededGenerator([], "principal-components/start");
        for (int j = 0; j < columns; j++)
        {
            ones[j] = 1;
            spread[j] = generator.NextUnit() - 0.5;
        }

        return [ones, spread];
    }

    private void Iterate(double tolerance, double[][] start, int passesPerTest)
    {
        double floor = 1e-13 * _votes.TotalVariance;
        double[][] next = [(double[])start[0].Clone(), (double[])start[1].Clone()];
        while (true)
        {
            int before = _basis.Count;
            if (!Expand(next))
            {
                // The space is closed under XᵀX: what it holds is exact.
                MeasureRitz(tolerance, floor);
                break;
            }

            Passes++;
            bool full = _basis.Count + 2 > MostDimensions;
            if (full || Passes % passesPerTest == 0 || Passes >= MostPasses)
            {
                next = MeasureRitz(tolerance, floor);
                if ((next.Length == 0 && _basis.Count >= 2) || Passes >= MostPasses)
                {
                    break;
                }

                if (full)
                {
                    Restart();
                    continue;
                }
            }

            next = [.. _image.Skip(before).Select(image => (double[])image.Clone())];
        }

        for (int k = 0; k < 2; k++)
        {
            if (Eigenvalues[k] <= floor)
            {
                Eigenvalues[k] = 0;
                Array.Clear(Components[k]);
            }
        }
    }

    /// <summary>The two best Ritz vectors; answers the residuals of those that have not converged.</summary>
    private double[][] MeasureRitz(double tolerance, double floor)
    {
        (double[] values, double[,] vectors) = SymmetricEigen.Solve(_ritz, _basis.Count);
        double[][] residuals = [];
        for (int k = 0; k < Math.Min(2, _basis.Count); k++)
        {
            Eigenvalues[k] = values[k];
            Combine(_basis, vectors, k, Components[k]);
            double[] residual = new double[_votes.Columns];
            Combine(_image, vectors, k, residual);
            for (int j = 0; j < residual.Length; j++)
            {
                residual[j] -= values[k] * Components[k][j];
            }

            if (Norm(residual) > Math.Max(tolerance * values[0], floor * 1e-2))
            {
                residuals = [.. residuals, residual];
            }
        }

        return residuals;
    }

    /// <summary>Adds the new directions to the basis and their images under XᵀX; false where there are none.</summary>
    private bool Expand(double[][] directions)
    {
        int before = _basis.Count;
        foreach (double[] direction in directions)
        {
            if (Orthonormalize(direction))
            {
                _basis.Add(direction);
            }
        }

        int added = _basis.Count - before;
        if (added == 0)
        {
            return false;
        }

        double[] first = new double[_votes.Columns];
        double[] second = new double[_votes.Columns];
        _votes.Covariance(_basis[before], _basis[^1], first, second);
        _image.Add(first);
        if (added == 2)
        {
            _image.Add(second);
        }

        for (int i = 0; i < _basis.Count; i++)
        {
            for (int k = before; k < _basis.Count; k++)
            {
                double product = Dot(_basis[i], _image[k]);
                _ritz[i, k] = product;
                _ritz[k, i] = product;
            }
        }

        return true;
    }

    private bool Orthonormalize(double[] vector)
    {
        double before = Norm(vector);
        if (before < 1e-200)
        {
            return false;
        }

        Scale(vector, 1 / before);
        for (int round = 0; round < 2; round++)
        {
            foreach (double[] q in _basis)
            {
                double along = Dot(q, vector);
                for (int j = 0; j < vector.Length; j++)
                {
                    vector[j] -= along * q[j];
                }
            }
        }

        double left = Norm(vector);
        if (left < 1e-10)
        {
            return false;
        }

        Scale(vector, 1 / left);
        return true;
    }

    private void Restart()
    {
        (double[] values, double[,] vectors) = SymmetricEigen.Solve(_ritz, _basis.Count);
        double[][] basis = new double[KeptAtRestart][];
        double[][] image = new double[KeptAtRestart][];
        for (int k = 0; k < KeptAtRestart; k++)
        {
            basis[k] = new double[_votes.Columns];
            image[k] = new double[_votes.Columns];
            Combine(_basis, vectors, k, basis[k]);
            Combine(_image, vectors, k, image[k]);
        }

        _basis.Clear();
        _basis.AddRange(basis);
        _image.Clear();
        _image.AddRange(image);
        Array.Clear(_ritz);
        for (int k = 0; k < KeptAtRestart; k++)
        {
            _ritz[k, k] = values[k];
        }
    }

    private static void Combine(List<double[]> columns, double[,] weights, int column, double[] into)
    {
        Array.Clear(into);
        for (int k = 0; k < columns.Count; k++)
        {
            double weight = weights[k, column];
            double[] source = columns[k];
            for (int j = 0; j < into.Length; j++)
            {
                into[j] += weight * source[j];
            }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int j = 0; j < a.Length; j++)
        {
            sum += a[j] * b[j];
        }

        return sum;
    }

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    private static void Scale(double[] a, double factor)
    {
        for (int j = 0; j < a.Length; j++)
        {
            a[j] *= factor;
        }
    }
}
