using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Signatures;

namespace Gouvernail.Log.Envelopes;

/// <summary>
/// A public key that envelopes are checked with: Ed25519 (RFC 8032), or ECDSA on P-256 with SHA-256 (FIPS 186-5).
/// </summary>
public sealed class EnvelopeKey : IEquatable<EnvelopeKey>
{
    private const string Label = "PUBLIC KEY";
    private const string Ed25519Oid = "1.3.101.112";
    private const string P256Oid = "1.2.840.10045.3.1.7";
    private const int CoordinateLength = 32;
    private const int LongestPem = 4096;

    private readonly byte[] _info;
    private readonly byte[]? _ed25519;
    private readonly ECParameters _p256;

    private EnvelopeKey(byte[] info, byte[]? ed25519, ECParameters p256)
    {
        _info = info;
        _ed25519 = ed25519;
        _p256 = p256;
        Id = Convert.ToHexStringLower(SHA256.HashData(info));
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, in hexadecimal: what other tools call its key id.</summary>
    public string Id { get; }

    /// <summary>The key of a log or of whoever signs notes, for envelopes.</summary>
    /// <exception cref="ArgumentException">It makes cosignatures.</exception>
    public static EnvelopeKey Of(VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Kind != SignatureKind.Ed25519)
        {
            throw new ArgumentException("A key of cosignatures signs no envelopes.", nameof(key));
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Ed25519Oid);
            }

            writer.WriteBitString(key.PublicKey);
        }

        return new EnvelopeKey(writer.Encode(), key.PublicKey.ToArray(), default);
    }

    /// <summary>Reads a key in PEM (RFC 7468, label PUBLIC KEY, RFC 5280 §4.1.2.7).</summary>
    public static bool TryParse(
        string pem, [NotNullWhen(true)] out EnvelopeKey? key, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        key = null;
        problem = Problem.Malformed("A public key is a PEM text that begins with -----BEGIN PUBLIC KEY-----.");
        if (pem.Length > LongestPem || !PemEncoding.TryFind(pem, out PemFields fields)
            || !pem.AsSpan()[fields.Label].SequenceEqual(Label))
        {
            return false;
        }

        byte[] info = Convert.FromBase64String(pem[fields.Base64Data]);
        try
        {
            key = Read(info);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }

        problem = key is null
            ? new Problem(ProblemKind.Unsupported, "Keys are Ed25519, or ECDSA on the curve P-256.")
            : null;
        return key is not null;
    }

    /// <summary>The key in PEM.</summary>
    public override string ToString() => PemEncoding.WriteString(Label, _info);

    /// <summary>
    /// Whether a signature is this key's over a message. One of P-256 is 64 bytes, r and s (IEEE P1363), or DER.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (_ed25519 is not null)
        {
            return Ed25519.Verify(_ed25519, message, signature);
        }

        using var ecdsa = ECDsa.Create(_p256);
        DSASignatureFormat format = signature.Length == 2 * CoordinateLength
            ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            : DSASignatureFormat.Rfc3279DerSequence;
        return ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, format);
    }

    /// <inheritdoc/>
    public bool Equals(EnvelopeKey? other) => other is not null && _info.AsSpan().SequenceEqual(other._info);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EnvelopeKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private static EnvelopeKey? Read(byte[] info)
    {
        var reader = new AsnReader(info, AsnEncodingRules.DER);
        AsnReader body = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        AsnReader algorithm = body.ReadSequence();
        string oid = algorithm.ReadObjectIdentifier();
        byte[] bits = body.ReadBitString(out int unused);
        body.ThrowIfNotEmpty();
        if (oid == Ed25519Oid && !algorithm.HasData && bits.Length == Ed25519.KeyLength && unused == 0)
        {
            return new EnvelopeKey(info, bits, default);
        }

        if (!algorithm.HasData || !algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier)
            || algorithm.ReadObjectIdentifier() != P256Oid
            || bits.Length != 1 + (2 * CoordinateLength) || bits[0] != 4)
        {
            return null;
        }

        var p256 = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = bits[1..(1 + CoordinateLength)], Y = bits[(1 + CoordinateLength)..] },
        };

        // A point off the curve is refused here, not at the first signature.
        using (ECDsa.Create(p256))
        {
            return new EnvelopeKey(info, null, p256);
        }
    }
}
