using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Tests.Trees;

public sealed class ProofsTests
{
    private const int Most = 131;

    private static readonly Hash[] _leaves = NaiveTree.Leaves(Most);
    private static readonly Hash[] _roots =
        [.. Enumerable.Range(0, Most + 1).Select(n => NaiveTree.Root(_leaves.AsSpan(0, n)))];

    private static readonly MemoryTree _tree = Grown();

    /// <summary>
    /// The eight entries and roots that Certificate Transparency implementations test themselves with.
    /// </summary>
    [Fact]
    public void The_published_roots_are_found()
    {
        string[] entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f"];
        string[] roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"];
        var frontier = new Frontier();
        foreach ((string entry, string root) in entries.Zip(roots))
        {
            frontier.Append(Hash.Leaf(Convert.FromHexString(entry)));
            Convert.ToHexStringLower(frontier.Root().ToArray()).ShouldBe(root);
        }

        Convert.ToHexStringLower(new Frontier().Root().ToArray())
            .ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    [Fact]
    public void The_frontier_has_the_root_of_the_definition_at_every_size()
    {
        var frontier = new Frontier();
        for (int size = 0; size <= Most; size++)
        {
            frontier.Root().ShouldBe(_roots[size]);
            Subtrees.Root(_tree, size).ShouldBe(_roots[size]);
            Frontier.TryRestore(size, frontier.Hashes, out Frontier? again).ShouldBeTrue();
            again.Root().ShouldBe(_roots[size]);
            Frontier.TryRestore(size + 1, [.. frontier.Hashes, Hash.Empty, Hash.Empty], out _).ShouldBeFalse();
            if (size < Most)
            {
                frontier.Append(_leaves[size]);
                again.Append(_leaves[size]);
                again.Root().ShouldBe(_roots[size + 1]);
            }
        }
    }

    [Fact]
    public void Inclusion_proofs_are_those_of_the_definition_and_hold()
    {
        for (int size = 1; size <= Most; size++)
        {
            for (int index = 0; index < size; index++)
            {
                IReadOnlyList<Hash> proof = InclusionProof.Make(_tree, index, size)!;
                proof.ShouldBe(NaiveTree.Path(index, _leaves.AsSpan(0, size)));
                InclusionProof.Check(_leaves[index], index, size, _roots[size], proof).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Consistency_proofs_are_those_of_the_definition_and_hold()
    {
        for (int size = 0; size <= Most; size++)
        {
            for (int old = 0; old <= size; old++)
            {
                IReadOnlyList<Hash> proof = ConsistencyProof.Make(_tree, old, size)!;
                proof.ShouldBe(NaiveTree.Proof(old, _leaves.AsSpan(0, size)));
                ConsistencyProof.Check(old, _roots[old], size, _roots[size], proof).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void An_inclusion_proof_with_one_bit_or_one_hash_changed_is_refused()
    {
        foreach ((int index, int size) in ((int, int)[])[(0, 1), (0, 2), (5, 7), (6, 7), (30, 33), (32, 33)])
        {
            Hash[] proof = [.. InclusionProof.Make(_tree, index, size)!];
            for (int i = 0; i < proof.Length; i++)
            {
                for (int bit = 0; bit < 256; bit++)
                {
                    Hash[] other = [.. proof];
                    other[i] = Flipped(proof[i], bit);
                    InclusionProof.Check(_leaves[index], index, size, _roots[size], other).ShouldNotBeNull();
                }

                Hash[] less = [.. proof[..i], .. proof[(i + 1)..]];
                InclusionProof.Check(_leaves[index], index, size, _roots[size], less).ShouldNotBeNull();
            }

            InclusionProof.Check(_leaves[index], index, size, _roots[size], [.. proof, Hash.Empty]).ShouldNotBeNull();
            InclusionProof.Check(_leaves[index + 1], index, size, _roots[size], proof).ShouldNotBeNull();
            InclusionProof.Check(_leaves[index], index, size, _roots[size + 1], proof).ShouldNotBeNull();
        }
    }

    [Fact]
    public void No_inclusion_proof_holds_for_another_index()
    {
        for (int size = 1; size <= 33; size++)
        {
            for (int index = 0; index < size; index++)
            {
                IReadOnlyList<Hash> proof = InclusionProof.Make(_tree, index, size)!;
                for (int other = -1; other <= size + 1; other++)
                {
                    Problem? problem = InclusionProof.Check(_leaves[index], other, size, _roots[size], proof);
                    (problem is null).ShouldBe(other == index);
                }
            }
        }
    }

    [Fact]
    public void A_consistency_proof_with_one_bit_or_one_hash_changed_is_refused()
    {
        foreach ((int old, int size) in ((int, int)[])[(1, 2), (4, 7), (6, 7), (3, 33), (32, 33), (5, 5), (0, 9)])
        {
            Hash[] proof = [.. ConsistencyProof.Make(_tree, old, size)!];
            for (int i = 0; i < proof.Length; i++)
            {
                for (int bit = 0; bit < 256; bit++)
                {
                    Hash[] other = [.. proof];
                    other[i] = Flipped(proof[i], bit);
                    ConsistencyProof.Check(old, _roots[old], size, _roots[size], other).ShouldNotBeNull();
                }

                Hash[] less = [.. proof[..i], .. proof[(i + 1)..]];
                ConsistencyProof.Check(old, _roots[old], size, _roots[size], less).ShouldNotBeNull();
            }

            Hash[] more = [.. proof, Hash.Empty];
            ConsistencyProof.Check(old, _roots[old], size, _roots[size], more).ShouldNotBeNull();
            ConsistencyProof.Check(old, _roots[old + 1], size, _roots[size], proof).ShouldNotBeNull();
            if (old > 0)
            {
                ConsistencyProof.Check(old, _roots[old], size, _roots[size + 1], proof).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Sizes_that_cannot_be_are_refused()
    {
        InclusionProof.Check(_leaves[0], 0, 0, Hash.Empty, []).ShouldNotBeNull();
        InclusionProof.Check(_leaves[0], -1, 1, _roots[1], []).ShouldNotBeNull();
        InclusionProof.Check(_leaves[0], 1, 1, _roots[1], []).ShouldNotBeNull();
        InclusionProof.Check(_leaves[0], 0, 1, _roots[1], []).ShouldBeNull();
        InclusionProof.Check(_leaves[0], long.MaxValue - 1, long.MaxValue, _roots[1], []).ShouldNotBeNull();
        ConsistencyProof.Check(2, _roots[2], 1, _roots[1], []).ShouldNotBeNull();
        ConsistencyProof.Check(-1, _roots[2], 1, _roots[1], []).ShouldNotBeNull();
        ConsistencyProof.Check(0, _roots[1], 1, _roots[1], []).ShouldNotBeNull();
        ConsistencyProof.Check(0, Hash.Empty, 0, _roots[1], []).ShouldNotBeNull();
        ConsistencyProof.Check(3, _roots[3], 5, _roots[5], []).ShouldNotBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Make(_tree, 3, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.Make(_tree, 4, 3));
        InclusionProof.Make(_tree, 3, Most + 60).ShouldBeNull();
    }

    internal static Hash Flipped(Hash hash, int bit)
    {
        byte[] bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Hash(bytes);
    }

    private static MemoryTree Grown()
    {
        var tree = new MemoryTree();
        foreach (Hash leaf in _leaves)
        {
            tree.Append(leaf);
        }

        return tree;
    }
}
