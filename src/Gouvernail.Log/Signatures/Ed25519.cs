namespace Gouvernail.Log.Signatures;

/// <summary>
/// Ed25519 (RFC 8032): signatures by OpenSSL where the machine has it. Without it signatures are still verified,
/// slower, in managed code; managed code never signs, because it cannot keep a secret from who measures its time.
/// </summary>
internal static class Ed25519
{
    public const int KeyLength = 32;

    public const int SignatureLength = 64;

    /// <summary>Whether the signature is the key's over the message.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyLength || signature.Length != SignatureLength)
        {
            return false;
        }

        if (!OpenSsl.IsThere)
        {
            return ManagedEd25519.Verify(publicKey, message, signature);
        }

        using OpenSsl.KeyHandle key = OpenSsl.PublicKey(publicKey);
        return OpenSsl.Verify(key, message, signature);
    }

    /// <summary>Opens a private key, its 32-byte seed.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine has no OpenSSL 3.</exception>
    public static OpenSsl.KeyHandle PrivateKey(ReadOnlySpan<byte> seed) => OpenSsl.IsThere
        ? OpenSsl.PrivateKey(seed)
        : throw new PlatformNotSupportedException("Signing needs OpenSSL 3 (libcrypto.so.3).");
}
