namespace Gouvernail.Log.Trees;

/// <summary>
/// Shows that an entry is in a tree: the hashes beside the path from its leaf to the root (RFC 6962 §2.1.1; checked as
/// RFC 9162 §2.1.3.2 says).
/// </summary>
public static class InclusionProof
{
    /// <summary>Hashes in the longest proof.</summary>
    public const int MostHashes = 63;

    /// <summary>The proof, leaf's sibling first; nothing where a hash of the tree is lacking.</summary>
    /// <param name="hashes">The hashes of a tree of at least <paramref name="size"/> entries.</param>
    /// <param name="index">The entry's place, from 0.</param>
    /// <param name="size">The size of the tree that the entry is shown to be in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below the size.</exception>
    public static IReadOnlyList<Hash>? Make(IHashReader hashes, long index, long size)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1)
        {
            long middle = from + Subtrees.Split(to - from);
            bool isLeft = index < middle;
            if ((isLeft ? Subtrees.Range(hashes, middle, to) : Subtrees.Range(hashes, from, middle)) is not { } beside)
            {
                return null;
            }

            proof.Add(beside);
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Checks a proof; nothing is wrong where the answer is null.</summary>
    /// <param name="leaf">The hash of the entry (<see cref="Hash.Leaf"/>).</param>
    /// <param name="index">The place that the entry is said to have, from 0.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="root">The root of the tree, from a checkpoint whose signatures were checked.</param>
    /// <param name="proof">The hashes, leaf's sibling first: neither one less nor one more than the path needs.</param>
    public static Problem? Check(Hash leaf, long index, long size, Hash root, IReadOnlyList<Hash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size)
        {
            return Problem.BadProof("The index is not below the size of the tree.");
        }

        long node = index;
        long last = size - 1;
        Hash sum = leaf;
        foreach (Hash beside in proof)
        {
            if (last == 0)
            {
                return Problem.BadProof("The inclusion proof has too many hashes.");
            }

            if ((node & 1) == 1 || node == last)
            {
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

        return last != 0 ? Problem.BadProof("The inclusion proof has too few hashes.")
            : sum != root ? Problem.BadProof("The inclusion proof does not lead to the root.")
            : null;
    }
}
