using System.Security.Cryptography;

namespace Gouvernail.Log;

/// <summary>
/// HMAC-SHA256 (RFC 2104) of short messages, of which a log seals and audits check many: the same bytes as .NET's own
/// one-shot call, whose look-ups in OpenSSL cost several times the hashing.
/// </summary>
public static class KeyedHash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = 32;

    private const int BlockLength = 64;
    private const int LongestShort = 1024;

    /// <summary>Writes the hash of a message under a key.</summary>
    /// <param name="key">At most 64 bytes.</param>
    /// <param name="message">The message.</param>
    /// <param name="hash">Receives 32 bytes.</param>
    /// <exception cref="ArgumentException">The key is longer than a block, or the hash has no room.</exception>
    public static void Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        if (key.Length > BlockLength || hash.Length < Length)
        {
            throw new ArgumentException("A key has at most 64 bytes, and a hash 32.");
        }

        if (message.Length > LongestShort)
        {
            HMACSHA256.HashData(key, message, hash);
            return;
        }

        Span<byte> text = stackalloc byte[BlockLength + LongestShort];
        Span<byte> inner = stackalloc byte[Length];
        Pad(key, 0x36, text);
        message.CopyTo(text[BlockLength..]);
        Sha256.Hash(text[0], text[1..(BlockLength + message.Length)], inner);
        Pad(key, 0x5c, text);
        inner.CopyTo(text[BlockLength..]);
        Sha256.Hash(text[0], text[1..(BlockLength + Length)], hash);
        CryptographicOperations.ZeroMemory(text);
    }

    private static void Pad(ReadOnlySpan<byte> key, byte with, Span<byte> block)
    {
        block[..BlockLength].Fill(with);
        for (int i = 0; i < key.Length; i++)
        {
            block[i] ^= key[i];
        }
    }
}
