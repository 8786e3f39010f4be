namespace Gouvernail.Choice.Ranking;

/// <summary>
/// What is known of each item, in numbers: items × width, row by row, in single or double precision. Single precision
/// is widened exactly before anything is computed, so that both give the same bits for the same values.
/// </summary>
public sealed class Features
{
    /// <summary>Takes the array as it is, without copying.</summary>
    public Features(float[] values, int width)
        : this(Checked(values), width, values.Length) => Single = values;

    /// <summary>Takes the array as it is, without copying.</summary>
    public Features(double[] values, int width)
        : this(Checked(values), width, values.Length) => Double = values;

    private Features(Array _, int width, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (length % width != 0)
        {
            throw new ArgumentException($"{length} values do not make rows of {width}.");
        }

        Width = width;
        Items = length / width;
    }

    /// <summary>Number of rows.</summary>
    public int Items { get; }

    /// <summary>Numbers in a row, 1 or more.</summary>
    public int Width { get; }

    internal float[]? Single { get; }

    internal double[]? Double { get; }

    /// <summary>One number.</summary>
    public double this[int item, int column] => Single is null
        ? Double![(item * Width) + column]
        : Single[(item * Width) + column];

    /// <summary>The rows turned into columns, each row divided by its length; a row of zeros stays one.</summary>
    /// <exception cref="ArgumentException">A number is not finite, or a row's squares overflow.</exception>
    internal double[] UnitColumns()
    {
        double[] columns = new double[Items * Width];
        for (int i = 0; i < Items; i++)
        {
            double squares = 0;
            for (int j = 0; j < Width; j++)
            {
                squares += this[i, j] * this[i, j];
            }

            if (!double.IsFinite(squares))
            {
                throw new ArgumentException($"The features of item {i} are not finite numbers, or too large.");
            }

            double length = squares > 0 ? Math.Sqrt(squares) : 1;
            for (int j = 0; j < Width; j++)
            {
                columns[(j * Items) + i] = this[i, j] / length;
            }
        }

        return columns;
    }

    private static Array Checked(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }
}
