namespace Gouvernail.Choice.Opinions;

/// <summary>Eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, §8.5).</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Eigenvalues, largest first, and the eigenvectors as columns.</summary>
    public static (double[] Values, double[,] Vectors) Solve(double[,] matrix, int size)
    {
        double[,] a = new double[size, size];
        double[,] v = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            v[i, i] = 1;
            for (int j = 0; j < size; j++)
            {
                a[i, j] = matrix[i, j];
            }
        }

        for (int sweep = 0; sweep < MostSweeps && Rotate(a, v, size); sweep++)
        {
        }

        return Sorted(a, v, size);
    }

    private static bool Rotate(double[,] a, double[,] v, int size)
    {
        bool any = false;
        for (int p = 0; p < size; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                double off = a[p, q];
                if (Math.Abs(off) <= 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || Math.Abs(off) < 1e-300)
                {
                    continue;
                }

                any = true;
                double theta = (a[q, q] - a[p, p]) / (2 * off);
                double t = 1 / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                t = theta < 0 ? -t : t;
                double c = 1 / Math.Sqrt((t * t) + 1);
                double s = t * c;
                for (int i = 0; i < size; i++)
                {
                    (a[i, p], a[i, q]) = ((c * a[i, p]) - (s * a[i, q]), (s * a[i, p]) + (c * a[i, q]));
                }

                for (int i = 0; i < size; i++)
                {
                    (a[p, i], a[q, i]) = ((c * a[p, i]) - (s * a[q, i]), (s * a[p, i]) + (c * a[q, i]));
                    (v[i, p], v[i, q]) = ((c * v[i, p]) - (s * v[i, q]), (s * v[i, p]) + (c * v[i, q]));
                }

                a[p, q] = 0;
                a[q, p] = 0;
            }
        }

        return any;
    }

    private static (double[] Values, double[,] Vectors) Sorted(double[,] a, double[,] v, int size)
    {
        int[] order = new int[size];
        for (int i = 0; i < size; i++)
        {
            int at = i;
            while (at > 0 && a[order[at - 1], order[at - 1]] < a[i, i])
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = i;
        }

        double[] values = new double[size];
        double[,] vectors = new double[size, size];
        for (int k = 0; k < size; k++)
        {
            values[k] = a[order[k], order[k]];
            for (int i = 0; i < size; i++)
            {
                vectors[i, k] = v[i, order[k]];
            }
        }

        return (values, vectors);
    }
}
