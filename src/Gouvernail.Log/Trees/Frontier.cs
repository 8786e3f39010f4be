using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Gouvernail.Log.Trees;

/// <summary>
/// A tree that grows and keeps only what growing needs: one hash for each binary digit 1 of its size, so at most 63
/// hashes, 2 kB. Appending hashes twice on average.
/// </summary>
public sealed class Frontier
{
    private readonly Hash[] _byHeight = new Hash[63];

    /// <summary>How many entries were appended.</summary>
    public long Size { get; private set; }

    /// <summary>The complete subtrees that the tree is made of, largest first.</summary>
    public IReadOnlyList<Hash> Hashes
    {
        get
        {
            var hashes = new List<Hash>(BitOperations.PopCount((ulong)Size));
            for (int height = 62; height >= 0; height--)
            {
                if ((Size >> height & 1) == 1)
                {
                    hashes.Add(_byHeight[height]);
                }
            }

            return hashes;
        }
    }

    /// <summary>Takes up a tree where it was left.</summary>
    /// <param name="size">Its size, 0 or more entries.</param>
    /// <param name="hashes">Its <see cref="Hashes"/>, largest subtree first.</param>
    /// <param name="frontier">The tree, whose root the caller compares with a signed one.</param>
    /// <returns>False where the number of hashes is not the one of that size.</returns>
    public static bool TryRestore(
        long size, IReadOnlyList<Hash> hashes, [NotNullWhen(true)] out Frontier? frontier)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        frontier = null;
        if (size < 0 || hashes.Count != BitOperations.PopCount((ulong)size))
        {
            return false;
        }

        frontier = new Frontier { Size = size };
        int next = 0;
        for (int height = 62; height >= 0; height--)
        {
            if ((size >> height & 1) == 1)
            {
                frontier._byHeight[height] = hashes[next++];
            }
        }

        return true;
    }

    /// <summary>Appends the hash of an entry (<see cref="Hash.Leaf"/>).</summary>
    /// <exception cref="InvalidOperationException">The tree has 2⁶³ − 1 entries.</exception>
    public void Append(Hash leaf) => Append(leaf, []);

    /// <summary>Appends, and puts the root of every full tile of which this is the last leaf in its place.</summary>
    /// <param name="leaf">The hash of the entry.</param>
    /// <param name="tileRoots">Room for those of height 8, 16, … or none at all.</param>
    internal void Append(Hash leaf, Span<Hash> tileRoots)
    {
        if (Size == long.MaxValue)
        {
            throw new InvalidOperationException("The tree is full.");
        }

        int height = 0;
        for (; (Size >> height & 1) == 1; height++)
        {
            leaf = Hash.Node(_byHeight[height], leaf);
            if (height % 8 == 7 && !tileRoots.IsEmpty)
            {
                tileRoots[height / 8] = leaf;
            }
        }

        _byHeight[height] = leaf;
        Size++;
    }

    /// <summary>The root of the tree as it stands.</summary>
    public Hash Root()
    {
        if (Size == 0)
        {
            return Hash.Empty;
        }

        int height = BitOperations.TrailingZeroCount(Size);
        return Fold(_byHeight[height], height + 1);
    }

    /// <summary>The root where the tree goes on with one subtree that is smaller than all it is made of.</summary>
    internal Hash RootWith(Hash last) => Fold(last, 0);

    private Hash Fold(Hash root, int from)
    {
        for (int height = from; height < 63; height++)
        {
            if ((Size >> height & 1) == 1)
            {
                root = Hash.Node(_byHeight[height], root);
            }
        }

        return root;
    }
}
