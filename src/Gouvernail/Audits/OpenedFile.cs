using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Audits;

/// <summary>
/// Openings of sealed entries, one a line of canonical JSON: <c>{"index":5,"key":"…","payload":{…}}</c>, in order of
/// index, each line ended by a line feed. One file for 65,536 entries, left out where it would be empty.
/// </summary>
public static class OpenedFile
{
    /// <summary>Entries that a file is for.</summary>
    public const int Span = 65_536;

    /// <summary>The most bytes in a line.</summary>
    public const int LongestLine = 1 << 24;

    /// <summary>The path of a file in its bundle.</summary>
    public static string PathOf(long number) =>
        $"{BundleFiles.Opened}/{number.ToString("000", CultureInfo.InvariantCulture)}.jsonl";

    /// <summary>Writes a line, the payload as it is: a damaged one makes a line that nobody reads.</summary>
    public static void WriteLine(IBufferWriter<byte> output, long index, Sealed content)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        string number = index.ToString(CultureInfo.InvariantCulture);
        output.Write(Encoding.ASCII.GetBytes(
            $"{{\"index\":{number},\"key\":\"{Convert.ToBase64String(content.Key)}\",\"payload\":"));
        output.Write(content.Payload);
        output.Write("}\n"u8);
    }

    /// <summary>Reads a line, which must be exactly as it is written; the line feed is not part of it.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out Opening? opening)
    {
        opening = null;
        if (!CanonicalJson.IsCanonical(line.Span) || line.Span[0] != '{')
        {
            return false;
        }

        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        if (!IsNext(ref reader, "index"u8) || reader.TokenType != JsonTokenType.Number
            || !reader.TryGetInt64(out long index) || index < 0
            || !IsNext(ref reader, "key"u8) || reader.TokenType != JsonTokenType.String
            || !TryReadKey(ref reader, out byte[]? key)
            || !IsNext(ref reader, "payload"u8) || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        byte[] payload = line.Span[start..(int)reader.BytesConsumed].ToArray();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndObject)
        {
            return false;
        }

        opening = new Opening(index, new Sealed(key, payload));
        return true;
    }

    private static bool IsNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName
        && reader.ValueTextEquals(name) && reader.Read();

    private static bool TryReadKey(ref Utf8JsonReader reader, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        Span<byte> bytes = stackalloc byte[Sealed.KeyLength];
        int most = Base64.GetMaxEncodedToUtf8Length(Sealed.KeyLength);
        Span<byte> again = stackalloc byte[most];
        if (reader.ValueSpan.Length != most
            || Base64.DecodeFromUtf8(reader.ValueSpan, bytes, out _, out int length) != OperationStatus.Done
            || length != Sealed.KeyLength)
        {
            return false;
        }

        // The last character may hold bits that decode to nothing: only one spelling of a key is taken.
        Base64.EncodeToUtf8(bytes, again, out _, out _);
        key = again.SequenceEqual(reader.ValueSpan) ? bytes.ToArray() : null;
        return key is not null;
    }
}

/// <summary>What an entry sealed.</summary>
/// <param name="Index">The place of the entry.</param>
/// <param name="Content">Key and payload.</param>
public sealed record Opening(long Index, Sealed Content);
