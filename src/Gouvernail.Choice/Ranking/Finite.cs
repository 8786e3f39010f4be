using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gouvernail.Choice.Ranking;

/// <summary>Finds what is not a finite number.</summary>
internal static class Finite
{
    /// <summary>Index of the first number that is infinite or none at all; −1 where all are finite.</summary>
    public static int FirstThatIsNot(ReadOnlySpan<double> values)
    {
        Vector256<double> largest = Vector256.Create(double.MaxValue);
        ref double first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        while (i + 4 <= values.Length
            && Vector256.LessThanOrEqualAll(Vector256.Abs(Vector256.LoadUnsafe(ref first, (nuint)i)), largest))
        {
            i += 4;
        }

        for (; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
