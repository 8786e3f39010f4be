using System.Security.Cryptography;

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
    public const int SealLength = HMACSHA256.HashSizeInBytes;

    /// <summary>HMAC-SHA256 of the payload under the key (RFC 2104): the <c>seal</c> of the entry.</summary>
    public byte[] Seal() => HMACSHA256.HashData(Key, Payload);

    /// <summary>True if this is what an entry committed to.</summary>
    public bool Opens(ReadOnlySpan<byte> seal)
    {
        Span<byte> own = stackalloc byte[SealLength];
        HMACSHA256.HashData(Key, Payload, own);
        return CryptographicOperations.FixedTimeEquals(own, seal);
    }

    /// <summary>A payload under a fresh key.</summary>
    public static Sealed Of(byte[] payload) => new(RandomNumberGenerator.GetBytes(KeyLength), payload);
}
