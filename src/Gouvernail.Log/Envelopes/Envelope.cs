using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Envelopes;

/// <summary>
/// A payload with signatures over its exact bytes and its type: a DSSE envelope, version 1.0
/// (https://github.com/secure-systems-lab/dsse). What was verified is <see cref="Payload"/>, and nothing else is to be
/// read.
/// </summary>
public sealed class Envelope
{
    /// <summary>The media type of an envelope.</summary>
    public const string MediaType = "application/vnd.dsse.envelope.v1+json";

    /// <summary>The most bytes of an envelope that are read.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>The most signatures.</summary>
    public const int MostSignatures = 64;

    private const int LongestType = 512;

    private readonly byte[] _payload;

    private Envelope(string type, byte[] payload, IReadOnlyList<EnvelopeSignature> signatures)
    {
        PayloadType = type;
        _payload = payload;
        Signatures = signatures;
    }

    /// <summary>What the payload is, a media type as a rule.</summary>
    public string PayloadType { get; }

    /// <summary>The bytes that were signed.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>The signatures, whoever made them.</summary>
    public IReadOnlyList<EnvelopeSignature> Signatures { get; }

    /// <summary>Signs a payload.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="key">Signs; of the kind <see cref="SignatureKind.Ed25519"/>.</param>
    public static Envelope Sign(string payloadType, ReadOnlySpan<byte> payload, SignerKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(payloadType);
        ArgumentNullException.ThrowIfNull(key);
        byte[] signature = key.SignBytes(Signed(payloadType, payload));
        return new Envelope(
            payloadType, payload.ToArray(), [new EnvelopeSignature(EnvelopeKey.Of(key.Verifier).Id, signature)]);
    }

    /// <summary>An envelope of signatures that were kept without their payload.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="signatures">The signatures, at least one.</param>
    public static Envelope Of(
        string payloadType, ReadOnlySpan<byte> payload, IReadOnlyList<EnvelopeSignature> signatures)
    {
        ArgumentException.ThrowIfNullOrEmpty(payloadType);
        ArgumentNullException.ThrowIfNull(signatures);
        return new Envelope(payloadType, payload.ToArray(), [.. signatures]);
    }

    /// <summary>Reads an envelope. Members that it does not know are passed over, as the format asks.</summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> json,
        [NotNullWhen(true)] out Envelope? envelope,
        [NotNullWhen(false)] out Problem? problem)
    {
        envelope = null;
        if (json.Length > MostBytes)
        {
            problem = new Problem(ProblemKind.TooLarge, $"An envelope has at most {MostBytes} bytes.");
            return false;
        }

        problem = Problem.Malformed(
            "An envelope is a JSON object with payload, payloadType, and signatures that each have a sig in base64.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                // Two members of one name could be read as two envelopes.
                AllowDuplicateProperties = false,
                MaxDepth = 16,
            });
            envelope = Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text with half a surrogate pair.
            return false;
        }

        problem = envelope is null ? problem : null;
        return envelope is not null;
    }

    /// <summary>
    /// Which of these keys have signed it. Key ids are hints and decide nothing; two signatures by one key are one.
    /// </summary>
    public IReadOnlyList<EnvelopeKey> SignedBy(IEnumerable<EnvelopeKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        byte[] signed = Signed(PayloadType, _payload);
        return [.. keys.Distinct().Where(key => Signatures
            .OrderByDescending(signature => signature.KeyId == key.Id)
            .Any(signature => key.Verify(signed, signature.Bytes.Span)))];
    }

    /// <summary>The envelope as JSON, on one line.</summary>
    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteBase64String("payload", _payload);
            json.WriteString("payloadType", PayloadType);
            json.WriteStartArray("signatures");
            foreach (EnvelopeSignature signature in Signatures)
            {
                json.WriteStartObject();
                if (signature.KeyId is not null)
                {
                    json.WriteString("keyid", signature.KeyId);
                }

                json.WriteBase64String("sig", signature.Bytes.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>What is signed: <c>"DSSEv1" SP LEN(type) SP type SP LEN(body) SP body</c>, lengths in bytes.</summary>
    internal static byte[] Signed(string type, ReadOnlySpan<byte> payload)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    private static Envelope? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("payloadType", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || type.GetString() is not { Length: > 0 and <= LongestType } payloadType
            || !root.TryGetProperty("payload", out JsonElement payload) || Base64(payload) is not { } body
            || !root.TryGetProperty("signatures", out JsonElement list) || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > MostSignatures)
        {
            return null;
        }

        var signatures = new List<EnvelopeSignature>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty("sig", out JsonElement sig) || Base64(sig) is not { } bytes)
            {
                return null;
            }

            string? id = item.TryGetProperty("keyid", out JsonElement keyId) && keyId.ValueKind == JsonValueKind.String
                ? keyId.GetString()
                : null;
            signatures.Add(new EnvelopeSignature(id, bytes));
        }

        return new Envelope(payloadType, body, signatures);
    }

    /// <summary>Base64 in either alphabet (RFC 4648 §4 and §5), padded or not; null where it is neither.</summary>
    private static byte[]? Base64(JsonElement text)
    {
        if (text.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string plain = text.GetString()!.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        string padded = plain + new string('=', (4 - (plain.Length % 4)) % 4);
        return plain.Length % 4 != 1 && Base64Text.TryDecode(Encoding.UTF8.GetBytes(padded), out byte[]? bytes)
            ? bytes
            : null;
    }
}

/// <summary>A signature in an envelope.</summary>
/// <param name="KeyId">What the signer calls the key: a hint; null where it says nothing.</param>
/// <param name="Bytes">The signature.</param>
public sealed record EnvelopeSignature(string? KeyId, ReadOnlyMemory<byte> Bytes);
