using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Gouvernail.Journals;

/// <summary>
/// Canonical JSON (JCS, RFC 8785): one way of writing each value, so that equal values have equal bytes and hashes.
/// At most 64 objects and arrays may stand inside one another.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How many objects and arrays may stand inside one another.</summary>
    internal const int MostDepth = 64;

    /// <summary>.NET indexes a document with 12 bytes a token, in one array: past this it might not fit.</summary>
    private const int MostBytes = 1 << 28;

    /// <summary>The canonical bytes of a value.</summary>
    /// <inheritdoc cref="Write"/>
    public static byte[] Of(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(new CanonicalWriter(output), value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes a value, its members sorted by the UTF-16 code units of their names.</summary>
    /// <exception cref="ArgumentException">
    /// The value has no canonical form: a name twice in one object, half a surrogate pair, a number past the doubles.
    /// </exception>
    /// <exception cref="InvalidOperationException">The value is too deep, or the writer expects no value.</exception>
    public static void Write(CanonicalWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.Text(Characters(value, v => v.GetString()!));
                break;
            case JsonValueKind.Number:
                // GetDouble gives up on an exponent past 32 bits, which is but another infinity or zero.
                writer.Number(double.Parse(
                    JsonMarshal.GetRawUtf8Value(value), NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Flag(value.ValueKind == JsonValueKind.True);
                break;
            case JsonValueKind.Null:
                writer.Null();
                break;
            default:
                throw new ArgumentException("There is no value to write.", nameof(value));
        }
    }

    /// <summary>
    /// True if the bytes are one JSON value in canonical form and nothing else: no blank, no name twice, members
    /// sorted, numbers and escapes as RFC 8785 writes them. Any bytes may be given; more than 256 MiB are refused.
    /// </summary>
    /// <param name="bytes">What to read; the document reads from them, so they must stay as they are.</param>
    /// <param name="document">The value, for the caller to dispose of; null if the bytes are refused.</param>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = bytes.Length <= MostBytes && IsCanonical(bytes.Span) ? JsonDocument.Parse(bytes) : null;
        return document is not null;
    }

    /// <summary>True if the bytes are one JSON value in canonical form and nothing else, whatever they are.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> bytes) => IsCanonical(bytes, 0);

    /// <summary>True if the bytes are one canonical value that may stand inside so many objects and arrays.</summary>
    internal static bool IsCanonical(ReadOnlySpan<byte> bytes, int depth) =>
        Utf8.IsValid(bytes) && new CanonicalScanner(bytes).IsOneValue(depth);

    private static void WriteObject(CanonicalWriter writer, JsonElement value)
    {
        int count = value.GetPropertyCount();
        var names = new string[count];
        var values = new JsonElement[count];
        int i = 0;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            names[i] = Characters(member, m => m.Name);
            values[i++] = member.Value;
        }

        Array.Sort(names, values, StringComparer.Ordinal);
        writer.StartObject();
        for (i = 0; i < count; i++)
        {
            if (i > 0 && names[i] == names[i - 1])
            {
                throw new ArgumentException($"The name \"{names[i]}\" stands twice in one object.", nameof(value));
            }

            writer.Name(names[i]);
            Write(writer, values[i]);
        }

        writer.EndObject();
    }

    /// <summary>Text of a document, which .NET reads no further than its quotes until it is asked for.</summary>
    private static string Characters<T>(T part, Func<T, string> read)
    {
        try
        {
            return read(part);
        }
        catch (InvalidOperationException broken)
        {
            throw new ArgumentException("A text that is not Unicode has no canonical form.", broken);
        }
    }
}
