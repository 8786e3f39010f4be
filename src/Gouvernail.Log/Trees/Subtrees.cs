using System.Numerics;

namespace Gouvernail.Log.Trees;

/// <summary>The shape of the tree of RFC 6962 §2.1, and the root of any prefix of it.</summary>
public static class Subtrees
{
    /// <summary>
    /// The root of the tree of the first <paramref name="size"/> entries; nothing where a hash is lacking.
    /// </summary>
    /// <param name="hashes">The hashes of a tree of at least that size.</param>
    /// <param name="size">0 or more entries.</param>
    public static Hash? Root(IHashReader hashes, long size)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? Hash.Empty : Range(hashes, 0, size);
    }

    /// <summary>
    /// The hash of the subtree over entries <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive),
    /// as it stands in a tree; <paramref name="from"/> is a multiple of a power of two not below the width.
    /// </summary>
    internal static Hash? Range(IHashReader hashes, long from, long to)
    {
        // The complete subtrees, largest first, are the ones in the binary digits of the width; fold from the right.
        Hash? sum = null;
        long end = to;
        while (end > from)
        {
            int height = BitOperations.TrailingZeroCount(end - from);
            long width = 1L << height;
            if (hashes.Read(height, (end - width) >> height) is not { } left)
            {
                return null;
            }

            sum = sum is { } right ? Hash.Node(left, right) : left;
            end -= width;
        }

        return sum;
    }

    /// <summary>The largest power of two below <paramref name="width"/>, which is at least 2.</summary>
    internal static long Split(long width) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(width - 1)));
}
