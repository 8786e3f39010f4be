using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gouvernail.Choice;

/// <summary>
/// The only source of chance in published results: xoshiro256** 1.0 (Blackman and Vigna 2018), its 256-bit state
/// being the SHA-256 of a seed and a purpose, read as four little-endian words. Same seed and purpose, same draws,
/// everywhere.
/// </summary>
public sealed class SeededGenerator
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts the sequence of <c>SHA-256(seed ‖ 0x00 ‖ purpose in UTF-8)</c>.</summary>
    /// <param name="seed">Any bytes, often the hash of the input.</param>
    /// <param name="purpose">What the draws are for, so that two uses of one seed are independent.</param>
    public SeededGenerator(ReadOnlySpan<byte> seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        byte[] material = [.. seed, 0, .. Encoding.UTF8.GetBytes(purpose)];
        Span<byte> state = stackalloc byte[32];
        SHA256.HashData(material, state);
        _s0 = BinaryPrimitives.ReadUInt64LittleEndian(state);
        _s1 = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        _s2 = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        _s3 = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    /// <summary>A generator that goes on as this one does, and leaves it where it is.</summary>
    internal SeededGenerator Copy() => (SeededGenerator)MemberwiseClone();

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A multiple of 2⁻⁵³, uniform in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, uniform in [0, <paramref name="bound"/>), without bias (Lemire 2019).</summary>
    /// <param name="bound">At least 1.</param>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(NextBits(), range, out ulong low);
        if (low < range)
        {
            ulong floor = (0 - range) % range;
            while (low < floor)
            {
                high = Math.BigMul(NextBits(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Puts items in an order drawn by chance, each as likely (Fisher and Yates; Durstenfeld 1964).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = NextBelow(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
