using System.Security.Cryptography;
using Gouvernail.Log.Signatures;

namespace Gouvernail.Log.Tests;

public sealed class Sha256Tests
{
    [Fact]
    public void The_short_way_is_taken_where_OpenSSL_is_there() => Sha256.HasShortWay.ShouldBe(OpenSsl.IsThere);

    /// <summary>FIPS 180-4, the example of one block: SHA-256("abc").</summary>
    [Fact]
    public void The_published_hash_is_found_both_ways()
    {
        Span<byte> hash = stackalloc byte[32];
        Sha256.Hash((byte)'a', "bc"u8, hash);
        Convert.ToHexStringLower(hash).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        hash.Clear();
        Sha256.HashLong((byte)'a', "bc"u8, hash);
        Convert.ToHexStringLower(hash).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    [Fact]
    public void Both_ways_give_what_dotnet_gives_at_every_length()
    {
        byte[] bytes = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7))];
        Span<byte> one = stackalloc byte[32];
        Span<byte> other = stackalloc byte[32];
        foreach (int length in Enumerable.Range(0, 1_200).Concat([4_095, 4_096, 4_097, 8_192, 65_535, 69_999]))
        {
            Sha256.Hash(bytes[0], bytes.AsSpan(1, length), one);
            Sha256.HashLong(bytes[0], bytes.AsSpan(1, length), other);
            byte[] right = SHA256.HashData(bytes.AsSpan(0, 1 + length));
            one.SequenceEqual(right).ShouldBeTrue($"length {length}");
            other.SequenceEqual(right).ShouldBeTrue($"length {length}");
        }
    }

    [Fact]
    public void Too_little_room_is_refused_before_anything_is_written() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Sha256.Hash(0, [1], new byte[31]));
}
