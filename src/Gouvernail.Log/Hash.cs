using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gouvernail.Log;

/// <summary>
/// A hash of the Merkle tree, 32 bytes of SHA-256, made as RFC 6962 §2.1 says: leaves and nodes begin with different
/// bytes, so that nobody can pass one for the other.
/// </summary>
public readonly record struct Hash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = 32;

    private readonly ulong _a, _b, _c, _d;

    /// <summary>Takes 32 bytes as they are.</summary>
    /// <exception cref="ArgumentException">There are not 32 of them.</exception>
    public Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _a = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
    }

    /// <summary>The root of a tree without entries: <c>SHA-256("")</c>.</summary>
    public static Hash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of an entry: <c>SHA-256(0x00 ‖ entry)</c>.</summary>
    public static Hash Leaf(ReadOnlySpan<byte> entry)
    {
        byte[]? large = entry.Length < 1024 ? null : new byte[entry.Length + 1];
        Span<byte> prefixed = large ?? (stackalloc byte[1024])[..(entry.Length + 1)];
        prefixed[0] = 0;
        entry.CopyTo(prefixed[1..]);
        return Of(prefixed);
    }

    /// <summary>The hash of a node from those of its two children: <c>SHA-256(0x01 ‖ left ‖ right)</c>.</summary>
    public static Hash Node(Hash left, Hash right)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * Length)];
        prefixed[0] = 1;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + Length)..]);
        return Of(prefixed);
    }

    /// <summary>Reads the base64 of 32 bytes (RFC 4648 §4, padded, canonical, nothing around it).</summary>
    public static bool TryParse(ReadOnlySpan<byte> base64, [NotNullWhen(true)] out Hash? hash)
    {
        hash = base64.Length == 44 && Base64Text.TryDecode(base64, out byte[]? bytes) && bytes.Length == Length
            ? new Hash(bytes)
            : null;
        return hash is not null;
    }

    /// <summary>Writes the 32 bytes at the beginning of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for them.</exception>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, _a);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], _d);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The base64 of the bytes, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());

    private static Hash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return new Hash(hash);
    }
}
