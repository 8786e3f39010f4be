using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Log.Tiles;

/// <summary>A tile's hashes: 32 bytes each, 256 of them (8,192 bytes) when it is full.</summary>
public sealed class Tile
{
    /// <summary>Bytes in a full tile.</summary>
    internal const int FullBytes = TilePath.FullWidth * Hash.Length;

    private readonly byte[] _bytes;

    private Tile(TilePath path, byte[] bytes)
    {
        Path = path;
        _bytes = bytes;
    }

    /// <summary>Where the tile stands.</summary>
    public TilePath Path { get; }

    /// <summary>The bytes, as they are served.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The hash at a position below the width.</summary>
    public Hash this[int position] => new(_bytes.AsSpan(position * Hash.Length, Hash.Length));

    /// <summary>
    /// Takes bytes whose number is right. Their truth is the business of <see cref="VerifiedTiles"/>.
    /// </summary>
    public static bool TryRead(
        TilePath path,
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out Tile? tile,
        [NotNullWhen(false)] out Problem? problem)
    {
        bool isRight = path.Level >= 0 && path.Width > 0 && bytes.Length == path.Width * Hash.Length;
        tile = isRight ? new Tile(path, bytes.ToArray()) : null;
        problem = isRight ? null : Problem.Malformed($"{path} should have {path.Width * Hash.Length} bytes.");
        return isRight;
    }

    /// <summary>The hash over 2^<paramref name="height"/> hashes from <paramref name="first"/> on.</summary>
    /// <param name="first">A position that is a multiple of 2^<paramref name="height"/>.</param>
    /// <param name="height">0 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tile has no such hashes.</exception>
    public Hash Subtree(int first, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 8);
        int width = 1 << height;
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Path.Width - width);
        if (width == 1)
        {
            return this[first];
        }

        Span<byte> row = stackalloc byte[FullBytes / 2];
        return Fold(_bytes.AsSpan(first * Hash.Length, width * Hash.Length), row);
    }

    /// <summary>The root over a power of two of hashes, at least two.</summary>
    /// <param name="hashes">The hashes, 32 bytes each.</param>
    /// <param name="row">Room for half of them.</param>
    internal static Hash Fold(ReadOnlySpan<byte> hashes, Span<byte> row)
    {
        Halve(hashes, row);
        for (int length = hashes.Length / 2; length > Hash.Length; length /= 2)
        {
            Halve(row[..length], row);
        }

        return new Hash(row[..Hash.Length]);
    }

    private static void Halve(ReadOnlySpan<byte> hashes, Span<byte> row)
    {
        for (int at = 0; at < hashes.Length; at += 2 * Hash.Length)
        {
            Hash.WriteNode(hashes.Slice(at, 2 * Hash.Length), row[(at / 2)..]);
        }
    }
}
