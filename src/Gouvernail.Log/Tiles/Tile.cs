using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Log.Tiles;

/// <summary>A tile's hashes: 32 bytes each, 256 of them (8,192 bytes) when it is full.</summary>
public sealed class Tile
{
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

        Span<Hash> row = stackalloc Hash[width / 2];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = Hash.Node(this[first + (2 * i)], this[first + (2 * i) + 1]);
        }

        for (int count = row.Length; count > 1; count /= 2)
        {
            for (int i = 0; i < count / 2; i++)
            {
                row[i] = Hash.Node(row[2 * i], row[(2 * i) + 1]);
            }
        }

        return row[0];
    }
}
