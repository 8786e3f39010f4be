using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Gouvernail.Log.Signatures;

namespace Gouvernail.Log.Notes;

/// <summary>
/// A private key. Its secret goes to the file of <see cref="KeyFile"/> and to OpenSSL, never into a text that somebody
/// could print: <see cref="ToString"/> gives the public key.
/// <para>Any number of threads may sign with one key at once: each signature has an OpenSSL context of its own, and the
/// key inside is only read. Disposing while others sign lets their call under way end; later ones throw
/// <see cref="ObjectDisposedException"/>.</para>
/// </summary>
public sealed class SignerKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly byte[] _seed;
    private readonly OpenSsl.KeyHandle _handle;

    private SignerKey(string name, SignatureKind kind, byte[] seed)
    {
        _seed = seed;
        _handle = Ed25519.PrivateKey(seed);
        Span<byte> publicKey = stackalloc byte[Ed25519.KeyLength];
        OpenSsl.PublicOf(_handle, publicKey);
        Verifier = new VerifierKey(name, kind, publicKey);
    }

    /// <summary>The public key.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a new key from the machine's randomness.</summary>
    /// <param name="name">The key's name; a log's is its origin.</param>
    /// <param name="kind">What the key will sign.</param>
    /// <exception cref="ArgumentException">The name may not be one.</exception>
    /// <exception cref="PlatformNotSupportedException">The machine has no OpenSSL 3.</exception>
    public static SignerKey Generate(string name, SignatureKind kind) =>
        new(KeyName.Checked(name), kind, RandomNumberGenerator.GetBytes(Ed25519.KeyLength));

    /// <summary>Signs a note's text with a key of type <see cref="SignatureKind.Ed25519"/>.</summary>
    /// <param name="text">The text, its last newline included.</param>
    /// <exception cref="InvalidOperationException">The key makes cosignatures.</exception>
    public NoteSignature Sign(ReadOnlySpan<byte> text) => new(Verifier.Name, Verifier.Id, SignBytes(text));

    /// <summary>Cosigns a checkpoint with a key of type <see cref="SignatureKind.Cosignature"/>.</summary>
    /// <param name="checkpoint">The tree that the witness saw.</param>
    /// <param name="time">When it signs; kept to the second, not before 1970.</param>
    /// <exception cref="InvalidOperationException">The key makes plain signatures.</exception>
    public NoteSignature Cosign(Checkpoint checkpoint, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        Must(SignatureKind.Cosignature);
        long seconds = time.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(time));
        byte[] signature = new byte[Cosigned.TimeLength + Ed25519.SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(signature, seconds);
        OpenSsl.Sign(_handle, Cosigned.Message(seconds, checkpoint.ToBytes()), signature.AsSpan(Cosigned.TimeLength));
        return new NoteSignature(Verifier.Name, Verifier.Id, signature);
    }

    /// <summary>The public key: nothing secret.</summary>
    public override string ToString() => Verifier.ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_seed);
        _handle.Dispose();
    }

    /// <summary>Reads a private key; the problem repeats nothing of it.</summary>
    internal static bool TryParse(
        string text, [NotNullWhen(true)] out SignerKey? key, [NotNullWhen(false)] out Problem? problem)
    {
        key = null;
        problem = Problem.Malformed("A private key reads PRIVATE+KEY+name+id+key.");
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || !VerifierKey.TrySplit(text[Prefix.Length..], out string name, out uint id, out byte[]? body)
            || body.Length != 1 + Ed25519.KeyLength
            || !VerifierKey.IsKnown(body[0]))
        {
            return false;
        }

        var read = new SignerKey(name, (SignatureKind)body[0], body[1..]);
        CryptographicOperations.ZeroMemory(body);
        if (read.Verifier.Id != id)
        {
            read.Dispose();
            return false;
        }

        key = read;
        problem = null;
        return true;
    }

    /// <summary>Signs bytes as they are: no format of another kind may begin like them.</summary>
    /// <exception cref="InvalidOperationException">The key makes cosignatures.</exception>
    internal byte[] SignBytes(ReadOnlySpan<byte> bytes)
    {
        Must(SignatureKind.Ed25519);
        byte[] signature = new byte[Ed25519.SignatureLength];
        OpenSsl.Sign(_handle, bytes, signature);
        return signature;
    }

    /// <summary>The text that <see cref="KeyFile"/> keeps.</summary>
    internal string Secret() =>
        $"{Prefix}{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([(byte)Verifier.Kind, .. _seed])}";

    private void Must(SignatureKind kind)
    {
        if (Verifier.Kind != kind)
        {
            throw new InvalidOperationException($"The key signs {Verifier.Kind}, not {kind}.");
        }
    }
}
