namespace Gouvernail.Log.Tests;

/// <summary>The definitions of RFC 6962 §2.1, as they stand there: recursive and slow.</summary>
internal static class NaiveTree
{
    public static byte[] Entry(int i) => [(byte)i, (byte)(i >> 8), (byte)(i >> 16), 7];

    public static Hash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => Hash.Leaf(Entry(i)))];

    public static Hash Root(ReadOnlySpan<Hash> leaves) => leaves.Length switch
    {
        0 => Hash.Empty,
        1 => leaves[0],
        _ => Hash.Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..])),
    };

    public static Hash[] Path(int m, ReadOnlySpan<Hash> d)
    {
        if (d.Length == 1)
        {
            return [];
        }

        int k = Split(d.Length);
        return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
    }

    public static Hash[] Proof(int m, ReadOnlySpan<Hash> d) => m == 0 || m == d.Length ? [] : SubProof(m, d, true);

    private static Hash[] SubProof(int m, ReadOnlySpan<Hash> d, bool whole)
    {
        if (m == d.Length)
        {
            return whole ? [] : [Root(d)];
        }

        int k = Split(d.Length);
        return m <= k
            ? [.. SubProof(m, d[..k], whole), Root(d[k..])]
            : [.. SubProof(m - k, d[k..], false), Root(d[..k])];
    }

    private static int Split(int n)
    {
        int k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
