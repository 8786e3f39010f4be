namespace Gouvernail.Choice.Opinions;

/// <summary>Adjusted Rand index (Hubert and Arabie 1985): 1 for one partition, near 0 for unrelated ones.</summary>
public static class AdjustedRand
{
    /// <summary>The index of two labelings of the same things; labels below 0 leave a thing out.</summary>
    /// <exception cref="ArgumentException">The labelings differ in length.</exception>
    public static double Index(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException("The two labelings name a different number of things.");
        }

        int groupsA = 0;
        int groupsB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            groupsA = Math.Max(groupsA, a[i] + 1);
            groupsB = Math.Max(groupsB, b[i] + 1);
        }

        long[,] table = new long[groupsA, groupsB];
        long[] rows = new long[groupsA];
        long[] columns = new long[groupsB];
        long total = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] >= 0 && b[i] >= 0)
            {
                table[a[i], b[i]]++;
                rows[a[i]]++;
                columns[b[i]]++;
                total++;
            }
        }

        double together = 0;
        foreach (long n in table)
        {
            together += Pairs(n);
        }

        double inA = 0;
        foreach (long n in rows)
        {
            inA += Pairs(n);
        }

        double inB = 0;
        foreach (long n in columns)
        {
            inB += Pairs(n);
        }

        double expected = total < 2 ? 0 : inA / Pairs(total) * inB;
        double most = (inA + inB) / 2;
        return most - expected == 0 ? 1 : (together - expected) / (most - expected);
    }

    private static double Pairs(long n) => n * (n - 1) / 2.0;
}
