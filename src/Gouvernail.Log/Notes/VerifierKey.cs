using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Gouvernail.Log.Signatures;

namespace Gouvernail.Log.Notes;

/// <summary>
/// A public key that signatures are checked with, written <c>name+id in hexadecimal+base64(type ‖ key)</c>: the
/// <i>vkey</i> of C2SP signed-note.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const int MostSigns = 512;

    private readonly byte[] _key;

    /// <summary>Makes a key from its parts.</summary>
    /// <param name="name">The key's name; a log's is its origin.</param>
    /// <param name="kind">What the key signs.</param>
    /// <param name="publicKey">32 bytes (RFC 8032).</param>
    /// <exception cref="ArgumentException">The name may not be one, or there are not 32 bytes.</exception>
    public VerifierKey(string name, SignatureKind kind, ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Ed25519.KeyLength || kind is not (SignatureKind.Ed25519 or SignatureKind.Cosignature))
        {
            throw new ArgumentException("An Ed25519 key has 32 bytes and type 1 or 4.", nameof(publicKey));
        }

        Name = KeyName.Checked(name);
        Kind = kind;
        _key = publicKey.ToArray();
        Id = IdOf(name, kind, publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>What the key signs.</summary>
    public SignatureKind Kind { get; }

    /// <summary>The first four bytes of <c>SHA-256(name ‖ 0x0A ‖ type ‖ public key)</c>, big-endian.</summary>
    public uint Id { get; }

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> PublicKey => _key;

    /// <summary>Reads a vkey.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out VerifierKey? key, [NotNullWhen(false)] out Problem? problem)
    {
        key = null;
        problem = Problem.Malformed("A public key reads name+id+key, the id being 8 hexadecimal digits of its hash.");
        if (text is null || text.Length > MostSigns || !TrySplit(text, out string name, out uint id, out byte[]? body))
        {
            return false;
        }

        if (body.Length == 0 || !IsKnown(body[0]))
        {
            problem = new Problem(ProblemKind.Unsupported, "This version does not know the type of the public key.");
            return false;
        }

        var kind = (SignatureKind)body[0];
        if (body.Length != 1 + Ed25519.KeyLength || IdOf(name, kind, body.AsSpan(1)) != id)
        {
            return false;
        }

        key = new VerifierKey(name, kind, body.AsSpan(1));
        problem = null;
        return true;
    }

    /// <summary>The vkey.</summary>
    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Kind, .. _key])}";

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) =>
        other is not null && other.Name == Name && other.Kind == Kind && other.PublicKey.SequenceEqual(_key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Id;

    internal static bool TrySplit(string text, out string name, out uint id, [NotNullWhen(true)] out byte[]? body)
    {
        string[] parts = text.Split('+', 3);
        (name, id, body) = (parts[0], 0, null);
        return parts.Length == 3
            && KeyName.IsValid(name)
            && parts[1].Length == 8
            && parts[1].All(char.IsAsciiHexDigitLower)
            && Base64Text.TryDecode(Encoding.UTF8.GetBytes(parts[2]), out body)
            && uint.TryParse(parts[1], System.Globalization.NumberStyles.AllowHexSpecifier, null, out id);
    }

    internal static bool IsKnown(byte type) =>
        type is (byte)SignatureKind.Ed25519 or (byte)SignatureKind.Cosignature;

    internal static uint IdOf(string name, SignatureKind kind, ReadOnlySpan<byte> publicKey)
    {
        byte[] hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. publicKey]);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }

    /// <summary>
    /// Whether a signature of this key holds over a note's text; <paramref name="time"/> is a cosignature's.
    /// </summary>
    internal bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature, out long? time)
    {
        time = null;
        if (Kind == SignatureKind.Ed25519)
        {
            return Ed25519.Verify(_key, text, signature);
        }

        if (signature.Length != Cosigned.TimeLength + Ed25519.SignatureLength
            || BinaryPrimitives.ReadUInt64BigEndian(signature) is var seconds && seconds > long.MaxValue)
        {
            return false;
        }

        time = (long)seconds;
        return Ed25519.Verify(_key, Cosigned.Message(time.Value, text), signature[Cosigned.TimeLength..]);
    }
}
