using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests.Trees;

/// <summary>Proofs drawn at random in trees of some thousand entries, against RFC 6962's own definitions.</summary>
public sealed class ProofPropertiesTests
{
    private const int Most = 5_000;

    private static readonly Hash[] _leaves = NaiveTree.Leaves(Most);
    private static readonly MemoryTree _tree = Grown(_leaves);

    private static readonly EvenTree _even = new();

    /// <summary>Three whole numbers of 0 to 2³¹ − 2: a size, a place in it, and what is done to the proof.</summary>
    private static Arbitrary<(int Size, int Place, int Choice)> Drawn { get; } =
        Gen.Choose(0, int.MaxValue - 1).Three().Select(n => (n.Item1, n.Item2, n.Item3)).ToArbitrary();

    [Fact]
    public void An_inclusion_proof_is_the_one_of_the_definition() => Prop.ForAll(Drawn, drawn =>
    {
        int size = 1 + (drawn.Size % Most);
        int index = drawn.Place % size;
        IReadOnlyList<Hash> proof = InclusionProof.Make(_tree, index, size)!;
        return proof.SequenceEqual(NaiveTree.Path(index, _leaves.AsSpan(0, size)))
            && InclusionProof.Check(_leaves[index], index, size, Root(size), proof) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_consistency_proof_is_the_one_of_the_definition() => Prop.ForAll(Drawn, drawn =>
    {
        int size = drawn.Size % (Most + 1);
        int old = drawn.Place % (size + 1);
        IReadOnlyList<Hash> proof = ConsistencyProof.Make(_tree, old, size)!;
        return proof.SequenceEqual(NaiveTree.Proof(old, _leaves.AsSpan(0, size)))
            && ConsistencyProof.Check(old, Root(old), size, Root(size), proof) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_inclusion_proof_for_anything_else_is_refused() => Prop.ForAll(Drawn, drawn =>
    {
        int size = 1 + (drawn.Size % (Most - 1));
        int index = drawn.Place % size;
        int other = (index + 1 + (drawn.Choice % Most)) % Most;
        Hash[] proof = [.. InclusionProof.Make(_tree, index, size)!];
        Hash leaf = _leaves[index];
        return (other == index || InclusionProof.Check(leaf, other, size, Root(size), proof) is not null)
            && (other == index || InclusionProof.Check(_leaves[other], index, size, Root(size), proof) is not null)
            && InclusionProof.Check(leaf, index, size + 1, Root(size + 1), proof) is not null
            && InclusionProof.Check(leaf, index, size, Root(size - 1), proof) is not null
            && InclusionProof.Check(leaf, index, size, Flipped(Root(size), drawn.Choice), proof) is not null
            && InclusionProof.Check(Flipped(leaf, drawn.Choice), index, size, Root(size), proof) is not null
            && Altered(proof, drawn.Choice).All(
                wrong => InclusionProof.Check(leaf, index, size, Root(size), wrong) is not null);
    }).QuickCheckThrowOnFailure();

    /// <summary>
    /// A size that is wrong beside the right root passes exactly where the path has the same turns; the size is vouched
    /// for by the checkpoint that gives the root, not by the proof.
    /// </summary>
    [Fact]
    public void A_size_beside_another_ones_root_counts_only_by_the_turns_of_the_path() => Prop.ForAll(Drawn, drawn =>
    {
        int size = 1 + (drawn.Size % 300);
        int index = drawn.Place % size;
        int other = drawn.Choice % 300;
        IReadOnlyList<Hash> proof = InclusionProof.Make(_tree, index, size)!;
        bool passes = InclusionProof.Check(_leaves[index], index, other, Root(size), proof) is null;
        return passes == (index < other && Turns(index, size) == Turns(index, other));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_consistency_proof_for_anything_else_is_refused() => Prop.ForAll(Drawn, drawn =>
    {
        int size = 2 + (drawn.Size % (Most - 2));
        int old = 1 + (drawn.Place % (size - 1));
        int other = 1 + (drawn.Choice % (size - 1));
        Hash[] proof = [.. ConsistencyProof.Make(_tree, old, size)!];
        return (other == old || ConsistencyProof.Check(other, Root(other), size, Root(size), proof) is not null)
            && (other == old || ConsistencyProof.Check(old, Root(other), size, Root(size), proof) is not null)
            && ConsistencyProof.Check(old, Root(old), size + 1, Root(size + 1), proof) is not null
            && ConsistencyProof.Check(old, Root(old), size, Root(size - 1), proof) is not null
            && ConsistencyProof.Check(old, Flipped(Root(old), drawn.Choice), size, Root(size), proof) is not null
            && ConsistencyProof.Check(old, Root(old), size, Flipped(Root(size), drawn.Choice), proof) is not null
            && Altered(proof, drawn.Choice).All(
                wrong => ConsistencyProof.Check(old, Root(old), size, Root(size), wrong) is not null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Proofs_hold_in_trees_of_up_to_the_largest_size() => Prop.ForAll(Drawn, drawn =>
    {
        long size = (drawn.Choice % 2 == 0 ? long.MaxValue : 1L << 62) - ((long)drawn.Size * (drawn.Choice / 2));
        long place = ((long)drawn.Place << 31) + drawn.Choice;
        place %= size;
        Hash root = Subtrees.Root(_even, size)!.Value;
        Hash oldRoot = Subtrees.Root(_even, place)!.Value;
        Hash[] path = [.. InclusionProof.Make(_even, place, size)!];
        Hash[] proof = [.. ConsistencyProof.Make(_even, place, size)!];
        return InclusionProof.Check(Hash.Empty, place, size, root, path) is null
            && ConsistencyProof.Check(place, oldRoot, size, root, proof) is null
            && path.Length <= InclusionProof.MostHashes
            && proof.Length <= ConsistencyProof.MostHashes + (size > 1L << 62 ? 1 : 0)
            && InclusionProof.Check(Hash.Empty, place, size, root, path[1..]) is not null
            && InclusionProof.Check(Hash.Empty, place, size, root, [.. path, root]) is not null
            && ConsistencyProof.Check(place, oldRoot, size, root, [.. proof, root]) is not null;
    }).QuickCheckThrowOnFailure();

    private static Hash Root(int size) => Subtrees.Root(_tree, size)!.Value;

    private static Hash Flipped(Hash hash, int choice) => ProofsTests.Flipped(hash, choice % 256);

    /// <summary>The proof cut, lengthened, changed in a bit, and with two neighbours in each other's place.</summary>
    private static IEnumerable<Hash[]> Altered(Hash[] proof, int choice)
    {
        yield return [.. proof, Hash.Empty];
        yield return [Hash.Empty, .. proof];
        if (proof.Length == 0)
        {
            yield break;
        }

        int at = choice % proof.Length;
        yield return proof[1..];
        yield return proof[..^1];
        yield return [.. proof[..at], .. proof[(at + 1)..]];
        yield return [.. proof[..at], proof[at], .. proof[at..]];
        yield return [.. proof[..at], Flipped(proof[at], choice), .. proof[(at + 1)..]];
        for (int i = 1; i < proof.Length; i++)
        {
            yield return [.. proof[..(i - 1)], proof[i], proof[i - 1], .. proof[(i + 1)..]];
        }
    }

    private static string Turns(int index, int size)
    {
        if (size == 1)
        {
            return "";
        }

        int split = (int)Subtrees.Split(size);
        return index < split ? Turns(index, split) + "l" : Turns(index - split, size - split) + "r";
    }

    private static MemoryTree Grown(IEnumerable<Hash> leaves)
    {
        var tree = new MemoryTree();
        foreach (Hash leaf in leaves)
        {
            tree.Append(leaf);
        }

        return tree;
    }

    /// <summary>A tree of any size whose leaves are all the same, so that each height has one hash.</summary>
    private sealed class EvenTree : IHashReader
    {
        private readonly Hash[] _byHeight = new Hash[63];

        public EvenTree()
        {
            _byHeight[0] = Hash.Empty;
            for (int height = 1; height < 63; height++)
            {
                _byHeight[height] = Hash.Node(_byHeight[height - 1], _byHeight[height - 1]);
            }
        }

        public Hash? Read(int height, long index) => _byHeight[height];
    }
}
