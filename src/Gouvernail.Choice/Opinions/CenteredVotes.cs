using System.Runtime.Intrinsics;

namespace Gouvernail.Choice.Opinions;

/// <summary>
/// The matrix X whose cell is the vote minus its column's mean where the participant voted, and exactly 0 elsewhere
/// (docs/methods/opinion-map.md), optionally with a weight a row. Never formed: a product is one look-up a vote.
/// </summary>
internal sealed class CenteredVotes
{
    private readonly VoteTable _votes;
    private readonly int[]? _weights;
    private readonly int[] _chunks;
    private readonly int _threads;
    private readonly CancellationToken _cancel;

    /// <param name="votes">The votes.</param>
    /// <param name="zeroed">Columns that are 0 for everyone; null for none.</param>
    /// <param name="weights">How often each row counts; null for once.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="counts">How many rows voted each cell, weights counted, where that is known.</param>
    public CenteredVotes(
        VoteTable votes,
        bool[]? zeroed,
        int[]? weights,
        int threads,
        CancellationToken cancel,
        long[]? counts = null)
    {
        _votes = votes;
        _weights = weights;
        _threads = threads;
        _cancel = cancel;
        _chunks = FixedChunks.Of(votes);
        Columns = votes.Statements.Count;
        counts ??= CountCells(votes, weights, threads);
        Center = new double[Columns];
        Value = new double[3 * Columns];
        double total = 0;
        for (int j = 0; j < Columns; j++)
        {
            long seen = counts[3 * j] + counts[(3 * j) + 1] + counts[(3 * j) + 2];
            if (seen == 0 || (zeroed is not null && zeroed[j]))
            {
                continue;
            }

            Center[j] = (counts[(3 * j) + 2] - counts[3 * j]) / (double)seen;
            for (int code = 0; code < 3; code++)
            {
                double value = code - 1 - Center[j];
                Value[(3 * j) + code] = value;
                total += counts[(3 * j) + code] * (value * value);
            }
        }

        TotalVariance = total;
    }

    public int Columns { get; }

    /// <summary>Mean vote of each column; 0 for a zeroed or unseen one.</summary>
    public double[] Center { get; }

    /// <summary>Value of X for each cell number.</summary>
    public double[] Value { get; }

    /// <summary>Sum of the squares of X.</summary>
    public double TotalVariance { get; }

    /// <summary>Computes XᵀWX (u v) for two column vectors at once, in one pass over the votes.</summary>
    public void Covariance(double[] u, double[] v, double[] covU, double[] covV)
    {
        Vector128<double>[] table = Pairs(u, v);
        int chunks = _chunks.Length - 1;
        var parts = new Vector128<double>[chunks][];
        FixedChunks.Run(
            chunks, _threads, c => parts[c] = AddUp(_votes, _weights, table, _chunks[c], _chunks[c + 1]), _cancel);

        for (int j = 0; j < Columns; j++)
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int cell = 3 * j; cell < (3 * j) + 3; cell++)
            {
                Vector128<double> cellSum = Vector128<double>.Zero;
                for (int c = 0; c < chunks; c++)
                {
                    cellSum += parts[c][cell];
                }

                sum += cellSum * Vector128.Create(Value[cell]);
            }

            covU[j] = sum.ToScalar();
            covV[j] = sum.GetElement(1);
        }
    }

    /// <summary>Computes X (u v): the unscaled coordinates of every row.</summary>
    public void Project(double[] u, double[] v, double[] x, double[] y)
    {
        Vector128<double>[] table = Pairs(u, v);
        FixedChunks.Run(_chunks.Length - 1, _threads, c =>
        {
            for (int row = _chunks[c]; row < _chunks[c + 1]; row++)
            {
                Vector128<double> sum = Vector128<double>.Zero;
                foreach (int cell in _votes.Row(row))
                {
                    sum += table[cell];
                }

                x[row] = sum.ToScalar();
                y[row] = sum.GetElement(1);
            }
        }, _cancel);
    }

    /// <summary>How many rows voted each cell, weights counted. Whole numbers: any order gives the same.</summary>
    public static long[] CountCells(VoteTable votes, int[]? weights, int threads = 1)
    {
        int[] chunks = FixedChunks.Of(votes);
        long[]? counts = null;
        FixedChunks.Run(
            threads <= 1 ? 1 : chunks.Length - 1,
            threads,
            c =>
            {
                long[] part = new long[3 * votes.Statements.Count];
                CountCells(votes, weights, chunks[c], threads <= 1 ? votes.Participants.Count : chunks[c + 1], part);
                lock (chunks)
                {
                    counts = counts is null ? part : Add(counts, part);
                }
            },
            CancellationToken.None);
        return counts!;
    }

    private static void CountCells(VoteTable votes, int[]? weights, int from, int end, long[] counts)
    {
        for (int row = from; row < end; row++)
        {
            int weight = weights is null ? 1 : weights[row];
            if (weight == 0)
            {
                continue;
            }

            foreach (int cell in votes.Row(row))
            {
                counts[cell] += weight;
            }
        }
    }

    private static long[] Add(long[] a, long[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i];
        }

        return a;
    }

    /// <summary>XᵀW of some rows' own products, by cell. Apart, so that the loops keep all in registers.</summary>
    private static Vector128<double>[] AddUp(
        VoteTable votes, int[]? weights, Vector128<double>[] table, int from, int end)
    {
        var part = new Vector128<double>[table.Length];
        for (int row = from; row < end; row++)
        {
            int weight = weights is null ? 1 : weights[row];
            if (weight == 0)
            {
                continue;
            }

            ReadOnlySpan<int> cells = votes.Row(row);
            Vector128<double> sum = Vector128<double>.Zero;
            foreach (int cell in cells)
            {
                sum += table[cell];
            }

            sum *= Vector128.Create((double)weight);
            foreach (int cell in cells)
            {
                part[cell] += sum;
            }
        }

        return part;
    }

    private Vector128<double>[] Pairs(double[] u, double[] v)
    {
        var table = new Vector128<double>[Value.Length];
        for (int cell = 0; cell < table.Length; cell++)
        {
            table[cell] = Vector128.Create(Value[cell] * u[cell / 3], Value[cell] * v[cell / 3]);
        }

        return table;
    }
}
