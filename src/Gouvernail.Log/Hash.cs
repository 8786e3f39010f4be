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
        Span<byte> hash = stackalloc byte[Length];
        WriteLeaf(entry, hash);
        return new Hash(hash);
    }

    /// <summary>The hash of a node from those of its two children: <c>SHA-256(0x01 ‖ left ‖ right)</c>.</summary>
    public static Hash Node(Hash left, Hash right)
    {
        Span<byte> pair = stackalloc byte[2 * Length];
        left.CopyTo(pair);
        right.CopyTo(pair[Length..]);
        WriteNode(pair, pair);
        return new Hash(pair[..Length]);
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

    /// <summary>Writes the hash of an entry, for those who have many to write.</summary>
    internal static void WriteLeaf(ReadOnlySpan<byte> entry, Span<byte> hash) => Sha256.Hash(0, entry, hash);

    /// <summary>
    /// Writes the hash of a node from the 64 bytes of its two children's, which it may overwrite.
    /// </summary>
    internal static void WriteNode(ReadOnlySpan<byte> pair, Span<byte> hash) =>
        Sha256.Hash(1, pair[..(2 * Length)], hash);
}
