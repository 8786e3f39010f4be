using System.Numerics;
using System.Security.Cryptography;
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

    [Theory]
    [MemberData(nameof(PublishedSignatures.All), MemberType = typeof(PublishedSignatures))]
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

    /// <summary>
    /// Keys and R with a part of small order, made here: key a·B + t·T, R = r·B + u·T, s = r + k·a, T of order 8. By
    /// the equation of RFC 8032 without cofactor it holds where u + k·t is a multiple of 8; with cofactor it always
    /// would, and readers who disagree on that could be shown two logs.
    /// </summary>
    [Fact]
    public void Both_verifiers_hold_the_equation_without_cofactor_on_mixed_orders()
    {
        BigInteger a = BigInteger.Pow(3, 150);
        BigInteger r = BigInteger.Pow(5, 101);
        Edwards onKey = Edwards.Base.Times(a);
        Edwards onR = Edwards.Base.Times(r);
        var small = Edwards.Decode(Convert.FromHexString(_edges[4]));
        small.Times(8).ShouldBe(Edwards.Zero);
        small.Times(4).ShouldNotBe(Edwards.Zero);
        int held = 0;
        for (int t = 0; t < 8; t++)
        {
            byte[] key = onKey.Plus(small.Times(t)).Encode();
            for (int u = 0; u < 8; u++)
            {
                byte[] atR = onR.Plus(small.Times(u)).Encode();
                byte[] message = [(byte)t, (byte)u];
                BigInteger k = new BigInteger(SHA512.HashData([.. atR, .. key, .. message]), isUnsigned: true) % _order;
                byte[] signature = [.. atR, .. Bytes((r + (k * a)) % _order)];
                bool holds = (u + (k * t)) % 8 == 0;
                Both(key, message, signature).ShouldBe((holds, holds), $"t = {t}, u = {u}");
                held += holds ? 1 : 0;
            }
        }

        held.ShouldBeInRange(2, 40);
    }

    /// <summary>
    /// The list <c>sign.input</c> of ed25519.cr.yp.to; Go has part of it in <c>crypto/ed25519/testdata</c> (unpack it).
    /// </summary>
    [Fact]
    public void A_published_list_of_signatures_holds()
    {
        string? list = Environment.GetEnvironmentVariable("GOUVERNAIL_ED25519_SIGN_INPUT");
        Assert.SkipWhen(string.IsNullOrEmpty(list), "GOUVERNAIL_ED25519_SIGN_INPUT names no file.");
        int count = 0;
        foreach (string line in File.ReadLines(list!))
        {
            byte[][] fields = [.. line.Split(':').Take(4).Select(Convert.FromHexString)];
            using OpenSsl.KeyHandle handle = Ed25519.PrivateKey(fields[0].AsSpan(0, 32));
            byte[] signature = new byte[64];
            OpenSsl.Sign(handle, fields[2], signature);
            signature.ShouldBe(fields[3][..64]);
            Both(fields[1], fields[2], signature).ShouldBe((true, true));
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{count} signatures hold");
        count.ShouldBeGreaterThan(0);
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
