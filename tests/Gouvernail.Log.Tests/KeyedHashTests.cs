using System.Security.Cryptography;
using System.Text;

namespace Gouvernail.Log.Tests;

public sealed class KeyedHashTests
{
    // RFC 4231, test cases 1 and 2.
    [Theory]
    [InlineData(
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
        "4869205468657265",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData(
        "4a656665",
        "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void The_standards_examples_hold(string key, string message, string expected) =>
        Convert.ToHexStringLower(Of(Convert.FromHexString(key), Convert.FromHexString(message))).ShouldBe(expected);

    [Fact]
    public void Every_length_gives_what_dotnet_gives()
    {
        byte[] bytes = SHA512.HashData(Encoding.UTF8.GetBytes("lengths"));
        byte[] message = [.. Enumerable.Range(0, 1200).Select(i => bytes[i % bytes.Length])];
        for (int length = 0; length <= message.Length; length++)
        {
            byte[] key = bytes[..(length % 65)];
            Of(key, message.AsSpan(0, length)).ShouldBe(HMACSHA256.HashData(key, message.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_key_longer_than_a_block_is_refused() =>
        Should.Throw<ArgumentException>(() => Of(new byte[65], []));

    private static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        byte[] hash = new byte[KeyedHash.Length];
        KeyedHash.Write(key, message, hash);
        return hash;
    }
}
