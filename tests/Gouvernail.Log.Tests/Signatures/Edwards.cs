using System.Numerics;

namespace Gouvernail.Log.Tests.Signatures;

/// <summary>
/// A point of the curve of RFC 8032 §5.1, in plain x and y: the schoolbook formulas, written apart from the verifier
/// that they are used against.
/// </summary>
internal sealed record Edwards(BigInteger X, BigInteger Y)
{
    private static readonly BigInteger _p = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger _d = Mod(-121665 * Inverse(121666));

    public static Edwards Zero { get; } = new(0, 1);

    public static Edwards Base { get; } = Decode(Bytes(Mod(4 * Inverse(5))));

    /// <summary>A canonical point; the caller knows that it is on the curve.</summary>
    public static Edwards Decode(byte[] bytes)
    {
        BigInteger y = new BigInteger([.. bytes[..31], (byte)(bytes[31] & 0x7F)], isUnsigned: true);
        BigInteger square = Mod(((y * y) - 1) * Inverse((_d * y * y) + 1));
        BigInteger x = BigInteger.ModPow(square, (_p + 3) / 8, _p);
        if (Mod(x * x) != square)
        {
            x = Mod(x * BigInteger.ModPow(2, (_p - 1) / 4, _p));
        }

        Mod(x * x).ShouldBe(square);
        return new Edwards(x.IsEven == bytes[31] < 0x80 ? x : _p - x, y);
    }

    public Edwards Plus(Edwards other)
    {
        BigInteger all = _d * X * other.X * Y * other.Y;
        return new Edwards(
            Mod(((X * other.Y) + (Y * other.X)) * Inverse(1 + all)),
            Mod(((Y * other.Y) + (X * other.X)) * Inverse(1 - all)));
    }

    public Edwards Times(BigInteger times)
    {
        Edwards sum = Zero;
        for (int bit = (int)times.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = sum.Plus(sum);
            sum = (times >> bit).IsEven ? sum : sum.Plus(this);
        }

        return sum;
    }

    public byte[] Encode()
    {
        byte[] bytes = Bytes(Y);
        bytes[31] |= X.IsEven ? (byte)0 : (byte)0x80;
        return bytes;
    }

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(Mod(number), _p - 2, _p);

    private static BigInteger Mod(BigInteger number) => ((number % _p) + _p) % _p;
}
