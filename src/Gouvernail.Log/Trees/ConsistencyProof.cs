namespace Gouvernail.Log.Trees;

/// <summary>
/// Shows that a tree begins with all of an older one, unchanged (RFC 6962 §2.1.2; checked as RFC 9162 §2.1.4.2 says).
/// </summary>
public static class ConsistencyProof
{
    /// <summary>
    /// Hashes in the longest proof that witnesses read: enough for every tree of at most 2⁶² entries. A larger tree's
    /// can have one more.
    /// </summary>
    public const int MostHashes = 63;

    /// <summary>
    /// The proof; empty from size 0 and between equal sizes; nothing where a hash of the tree is lacking.
    /// </summary>
    /// <param name="hashes">The hashes of a tree of at least <paramref name="size"/> entries.</param>
    /// <param name="oldSize">The size of the older tree, 0 or more.</param>
    /// <param name="size">The size of the newer tree, not below the older.</param>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is the larger.</exception>
    public static IReadOnlyList<Hash>? Make(IHashReader hashes, long oldSize, long size)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = new List<Hash>();
        if (oldSize == 0 || oldSize == size)
        {
            return proof;
        }

        long from = 0;
        long to = size;
        while (to != oldSize)
        {
            long middle = from + Subtrees.Split(to - from);
            bool isLeft = oldSize <= middle;
            if ((isLeft ? Subtrees.Range(hashes, middle, to) : Subtrees.Range(hashes, from, middle)) is not { } beside)
            {
                return null;
            }

            proof.Add(beside);
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }

        // The last common subtree is the old root itself where it begins at entry 0; then the reader has it already.
        if (from > 0)
        {
            if (Subtrees.Range(hashes, from, to) is not { } common)
            {
                return null;
            }

            proof.Add(common);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Checks a proof; nothing is wrong where the answer is null.</summary>
    /// <param name="oldSize">The size of the older tree.</param>
    /// <param name="oldRoot">Its root.</param>
    /// <param name="size">The size of the newer tree.</param>
    /// <param name="root">Its root.</param>
    /// <param name="proof">The hashes: neither one less nor one more than the two sizes need.</param>
    public static Problem? Check(long oldSize, Hash oldRoot, long size, Hash root, IReadOnlyList<Hash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (oldSize < 0 || oldSize > size)
        {
            return Problem.BadProof("The older tree is larger than the newer one.");
        }

        if (oldSize > 0 && oldSize < size)
        {
            return Walk(oldSize, oldRoot, size, root, proof);
        }

        return proof.Count > 0 ? Problem.BadProof("Between these sizes the consistency proof is empty.")
            : oldSize == 0 && oldRoot != Hash.Empty ? Problem.BadProof("The root of the empty tree is another one.")
            : oldSize == size && oldRoot != root ? Problem.BadProof("Two trees of one size have different roots.")
            : null;
    }

    private static Problem? Walk(long oldSize, Hash oldRoot, long size, Hash root, IReadOnlyList<Hash> proof)
    {
        long node = oldSize - 1;
        long last = size - 1;
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        // Where the older tree is one complete subtree, the proof begins at its root.
        int next = node == 0 ? 0 : 1;
        if (proof.Count < next)
        {
            return Problem.BadProof("The consistency proof has too few hashes.");
        }

        Hash oldSum = node == 0 ? oldRoot : proof[0];
        Hash sum = oldSum;
        for (; next < proof.Count; next++)
        {
            if (last == 0)
            {
                return Problem.BadProof("The consistency proof has too many hashes.");
            }

            Hash beside = proof[next];
            if ((node & 1) == 1 || node == last)
            {
                oldSum = Hash.Node(beside, oldSum);
                sum = Hash.Node(beside, sum);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                sum = Hash.Node(sum, beside);
            }

            node >>= 1;
            last >>= 1;
        }

        return last != 0 ? Problem.BadProof("The consistency proof has too few hashes.")
            : oldSum != oldRoot ? Problem.BadProof("The consistency proof does not lead to the older root.")
            : sum != root ? Problem.BadProof("The consistency proof does not lead to the newer root.")
            : null;
    }
}
