using System.Text.Json;

namespace Gouvernail.Journals;

/// <summary>Reads members of bodies, of which nothing is believed.</summary>
internal static class BodyText
{
    /// <summary>A member that is a text; null where it is missing or something else.</summary>
    public static string? Text(this JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
