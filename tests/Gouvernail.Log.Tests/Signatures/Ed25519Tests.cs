using System.Numerics;
using Gouvernail.Log.Signatures;

namespace Gouvernail.Log.Tests.Signatures;

public sealed class Ed25519Tests
{
    private static readonly BigInteger _order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);

    /// <summary>The eight points of small order, and the spellings of them and of 0 that are not canonical.</summary>
    private static readonly string[] _edges =
    [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000",
    ];

    /// <summary>RFC 8032 §7.1, tests 1 to 3.</summary>
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_published_signatures_are_made_and_hold(string seed, string key, string message, string signature)
    {
        using OpenSsl.KeyHandle handle = Ed25519.PrivateKey(Convert.FromHexString(seed));
        byte[] found = new byte[64];
        OpenSsl.PublicOf(handle, found.AsSpan(0, 32));
        Convert.ToHexStringLower(found.AsSpan(0, 32)).ShouldBe(key);
        OpenSsl.Sign(handle, Convert.FromHexString(message), found);
        Convert.ToHexStringLower(found).ShouldBe(signature);
        Both(Convert.FromHexString(key), Convert.FromHexString(message), found).ShouldBe((true, true));
    }

    [Fact]
    public void Both_verifiers_refuse_every_changed_bit_of_a_signature()
    {
        (byte[] key, byte[] message, byte[] signature) = Signed();
        for (int bit = 0; bit < 512; bit++)
        {
            byte[] other = [.. signature];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            OpenSsl.Verify(OpenSsl.PublicKey(key), message, other).ShouldBeFalse();
            if (bit % 16 == 0 || bit > 500)
            {
                ManagedEd25519.Verify(key, message, other).ShouldBeFalse();
            }
        }

        Both(key, [.. message, 0], signature).ShouldBe((false, false));
        Ed25519.Verify(key, message, signature.AsSpan(0, 63)).ShouldBeFalse();
        Ed25519.Verify(key.AsSpan(0, 31), message, signature).ShouldBeFalse();
    }

    [Fact]
    public void Both_verifiers_refuse_a_signature_whose_s_was_raised_by_the_order()
    {
        (byte[] key, byte[] message, byte[] signature) = Signed();
        BigInteger s = new(signature.AsSpan(32), isUnsigned: true);
        for (int times = 0; times < 8; times++)
        {
            byte[] other = [.. signature[..32], .. Bytes(s + (times * _order))];
            Both(key, message, other).ShouldBe((times == 0, times == 0));
        }
    }

    [Fact]
    public void Both_verifiers_agree_on_points_of_small_order_and_odd_spellings()
    {
        int accepted = 0;
        byte[][] points = [.. _edges.Select(Convert.FromHexString)];
        byte[][] scalars = [Bytes(0), Bytes(1), Bytes(_order - 1), Bytes(_order)];
        for (int i = 0; i < points.Length; i++)
        {
            foreach (byte[] r in points)
            {
                for (int text = 0; text < 2; text++)
                {
                    byte[] signature = [.. r, .. text == 1 ? scalars[i % 4] : scalars[0]];
                    (bool openSsl, bool managed) = Both(points[i], [(byte)text, (byte)i], signature);
                    managed.ShouldBe(openSsl, $"{_edges[i]}, {Convert.ToHexString(signature)}, {text}");
                    accepted += openSsl ? 1 : 0;
                }
            }
        }

        accepted.ShouldBeGreaterThan(10);
    }

    private static (bool OpenSsl, bool Managed) Both(byte[] key, byte[] message, byte[] signature)
    {
        using OpenSsl.KeyHandle handle = OpenSsl.PublicKey(key);
        return (OpenSsl.Verify(handle, message, signature), ManagedEd25519.Verify(key, message, signature));
    }

    private static (byte[] Key, byte[] Message, byte[] Signature) Signed()
    {
        using OpenSsl.KeyHandle handle = Ed25519.PrivateKey(new byte[32]);
        byte[] key = new byte[32];
        byte[] signature = new byte[64];
        OpenSsl.PublicOf(handle, key);
        OpenSsl.Sign(handle, "the count is right"u8, signature);
        return (key, "the count is right"u8.ToArray(), signature);
    }

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true).ShouldBeTrue();
        return bytes;
    }
}
