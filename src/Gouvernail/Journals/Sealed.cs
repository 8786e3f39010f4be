using System.Security.Cryptography;
using Gouvernail.Log;

namespace Gouvernail.Journals;

/// <summary>
/// What stands outside the tree for a sealed entry: the payload, and the key under which the entry commits to it. Both
/// can be deleted, and then the commitment tells nothing: the key has 256 bits of its own, so that a payload of few
/// possible values (a vote has three) cannot be guessed from it.
/// </summary>
/// <param name="Key">32 random bytes, used for this payload alone.</param>
/// <param name="Payload">Canonical JSON.</param>
public sealed record Sealed(byte[] Key, byte[] Payload)
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyLength = 32;

    /// <summary>Bytes in a commitment.</summary>
    public const int SealLength = KeyedHash.Length;

    // Drawing 64 keys at a time asks the system's generator 64 times less often.
    private const int KeysDrawn = 64;

    [ThreadStatic]
    private static byte[]? _drawn;

    [ThreadStatic]
    private static int _left;

    /// <summary>HMAC-SHA256 of the payload under the key (RFC 2104): the <c>seal</c> of the entry.</summary>
    public byte[] Seal()
    {
        byte[] seal = new byte[SealLength];
        KeyedHash.Write(Key, Payload, seal);
        return seal;
    }

    /// <summary>True if this is what an entry committed to.</summary>
    public bool Opens(ReadOnlySpan<byte> seal)
    {
        Span<byte> own = stackalloc byte[SealLength];
        KeyedHash.Write(Key, Payload, own);
        return CryptographicOperations.FixedTimeEquals(own, seal);
    }

    /// <summary>A payload under a fresh key.</summary>
    public static Sealed Of(byte[] payload) => new(DrawKey(), payload);

    private static byte[] DrawKey()
    {
        _drawn ??= new byte[KeysDrawn * KeyLength];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(_drawn);
            _left = KeysDrawn;
        }

        Span<byte> next = _drawn.AsSpan(--_left * KeyLength, KeyLength);
        byte[] key = next.ToArray();
        next.Clear();
        return key;
    }
}
