using System.Globalization;
using System.Text.Json;

namespace Gouvernail.Journals;

/// <summary>Reads members of bodies, of which nothing is believed; and writes those that many bodies have.</summary>
internal static class BodyText
{
    private const string SecondFormat = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>A member that is a text; null where it is missing or something else.</summary>
    public static string? Text(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>A member that is a whole number of 32 bits; null where it is missing or something else.</summary>
    public static int? Whole(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt32(out int number)
            ? number
            : null;

    /// <summary>A member that is true or false; null where it is missing or something else.</summary>
    public static bool? Flag(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member)
        && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.GetBoolean()
            : null;

    /// <summary>A member that is a time to the second, as <see cref="Second(CanonicalWriter, DateTimeOffset)"/> writes
    /// it; null where it is missing or something else.</summary>
    public static DateTimeOffset? Second(this JsonElement body, string name) =>
        DateTimeOffset.TryParseExact(
            body.Text(name), SecondFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time)
            ? time
            : null;

    /// <summary>A member that is a place in a log; null where it is missing or something else.</summary>
    public static long? Place(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out long number) && number >= 0
            ? number
            : null;

    /// <summary>The canonical bytes of a member that is an object; null where it is missing or something
    /// else.</summary>
    public static byte[]? Member(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Object
            ? CanonicalJson.Of(member)
            : null;

    /// <summary>Writes a value that is canonical JSON already.</summary>
    public static void Canonical(this CanonicalWriter body, ReadOnlySpan<byte> value)
    {
        if (!body.TryCanonical(value))
        {
            throw new InvalidOperationException("The value is not canonical JSON.");
        }
    }

    /// <summary>Writes a time to the second.</summary>
    public static void Second(this CanonicalWriter body, DateTimeOffset time) =>
        body.Text(time.UtcDateTime.ToString(SecondFormat, CultureInfo.InvariantCulture));

    /// <summary>Writes the member <c>by</c>, the holder of a role who did it, where there is one.</summary>
    public static void By(this CanonicalWriter body, string? holder)
    {
        if (holder is not null)
        {
            body.Name("by");
            body.Text(holder);
        }
    }
}
