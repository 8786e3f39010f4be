using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>Parts of other people's JSON, of which nothing is believed.</summary>
internal static class JsonParts
{
    /// <summary>A text; null where the member is missing, blank or something else.</summary>
    public static string? Text(this JsonObject from, string name) =>
        from[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
        && value.GetValue<string>() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>A number; null where the member is missing or something else.</summary>
    public static double? Number(this JsonObject from, string name) =>
        from[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>An object; null where the member is missing or something else.</summary>
    public static JsonObject? Inner(this JsonObject from, string name) => from[name] as JsonObject;

    /// <summary>The objects of a list; none where the member is missing or something else.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject from, string name) =>
        from[name] is JsonArray items ? items.OfType<JsonObject>() : [];

    /// <summary>The texts of a list, or a text that stands there instead of one.</summary>
    public static IEnumerable<string> Texts(this JsonObject from, string name) => from[name] switch
    {
        JsonArray items => items.OfType<JsonValue>()
            .Where(item => item.GetValueKind() == JsonValueKind.String)
            .Select(item => item.GetValue<string>()),
        _ => from.Text(name) is { } one ? [one] : [],
    };

    /// <summary>A list; null where it would be empty.</summary>
    public static JsonArray? List(IEnumerable<JsonNode?> items) =>
        items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    /// <summary>Sets a member, unless there is nothing to say.</summary>
    public static void Say(this JsonObject to, string name, JsonNode? value)
    {
        if (CardJson.Prune(value) is { } something)
        {
            to[name] = something;
        }
    }
}
