using System.Numerics;
using System.Security.Cryptography;

namespace Gouvernail.Log.Signatures;

/// <summary>
/// Verifies Ed25519 with whole numbers and nothing else (RFC 8032 §5.1), milliseconds a signature. Accepts exactly what
/// OpenSSL and Go accept: s below the order; the key's y taken modulo p; no multiplication by the cofactor; and R,
/// computed anew, equal to the signature's byte for byte.
/// </summary>
internal static class ManagedEd25519
{
    private static readonly BigInteger _p = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger _order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);

    /// <summary>The curve −x² + y² = 1 + d·x²·y² with d = −121665/121666.</summary>
    private static readonly BigInteger _d = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger _rootOfMinusOne = BigInteger.ModPow(2, (_p - 1) / 4, _p);
    private static readonly Point _base = Decode(Bytes(Mod(4 * Inverse(5))))!.Value;
    private static readonly Point _zero = new(BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        BigInteger s = new(signature[32..64], isUnsigned: true);
        if (s >= _order || Decode(publicKey) is not { } key)
        {
            return false;
        }

        byte[] hash = SHA512.HashData([.. signature[..32], .. publicKey, .. message]);
        BigInteger k = new BigInteger(hash, isUnsigned: true) % _order;
        Point minusKey = key with { X = Mod(-key.X), T = Mod(-key.T) };
        return Encode(SumOfMultiples(s, _base, k, minusKey)).AsSpan().SequenceEqual(signature[..32]);
    }

    /// <summary>a·A + b·B, both read from their highest bit down at once.</summary>
    private static Point SumOfMultiples(BigInteger a, Point onA, BigInteger b, Point onB)
    {
        Point both = Add(onA, onB);
        Point sum = _zero;
        for (int bit = 252; bit >= 0; bit--)
        {
            sum = Add(sum, sum);
            bool inA = !(a >> bit).IsEven;
            bool inB = !(b >> bit).IsEven;
            sum = inA && inB ? Add(sum, both) : inA ? Add(sum, onA) : inB ? Add(sum, onB) : sum;
        }

        return sum;
    }

    /// <summary>The addition of RFC 8032 §5.1.4, complete: it doubles as well.</summary>
    private static Point Add(Point one, Point other)
    {
        BigInteger a = Mod((one.Y - one.X) * (other.Y - other.X));
        BigInteger b = Mod((one.Y + one.X) * (other.Y + other.X));
        BigInteger c = Mod(2 * one.T * Mod(_d * other.T));
        BigInteger d = Mod(2 * one.Z * other.Z);
        BigInteger e = b - a;
        BigInteger f = d - c;
        BigInteger g = d + c;
        BigInteger h = b + a;
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    /// <summary>
    /// The point of 32 bytes (RFC 8032 §5.1.3), y taken modulo p and −0 taken as 0, as OpenSSL and Go do.
    /// </summary>
    private static Point? Decode(ReadOnlySpan<byte> bytes)
    {
        Span<byte> low = stackalloc byte[32];
        bytes.CopyTo(low);
        low[31] &= 0x7F;
        BigInteger y = new BigInteger(low, isUnsigned: true) % _p;
        BigInteger above = Mod((y * y) - 1);
        BigInteger below = Mod((_d * y * y) + 1);
        BigInteger square = Mod(above * Inverse(below));
        BigInteger x = BigInteger.ModPow(square, (_p + 3) / 8, _p);
        if (Mod((x * x) - square) != 0)
        {
            x = Mod(x * _rootOfMinusOne);
            if (Mod((x * x) - square) != 0)
            {
                return null;
            }
        }

        bool isNegative = (bytes[31] & 0x80) != 0;
        if (x.IsEven == isNegative)
        {
            x = Mod(-x);
        }

        return new Point(x, y, BigInteger.One, Mod(x * y));
    }

    private static byte[] Encode(Point point)
    {
        BigInteger inverse = Inverse(point.Z);
        byte[] bytes = Bytes(Mod(point.Y * inverse));
        bytes[31] |= Mod(point.X * inverse).IsEven ? (byte)0 : (byte)0x80;
        return bytes;
    }

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(number, _p - 2, _p);

    private static BigInteger Mod(BigInteger number)
    {
        BigInteger rest = BigInteger.Remainder(number, _p);
        return rest.Sign < 0 ? rest + _p : rest;
    }

    /// <summary>Extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
