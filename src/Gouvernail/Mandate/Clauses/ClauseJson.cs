using System.Globalization;
using System.Text.Json.Nodes;

namespace Gouvernail.Mandate.Clauses;

/// <summary>Writes the members that a clause may have; what is not there is left out.</summary>
internal static class ClauseJson
{
    public static void Add(JsonObject json, string name, double? number)
    {
        if (number is { } value)
        {
            json[name] = value;
        }
    }

    public static void Add(JsonObject json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json[name] = text;
        }
    }

    public static void Add(JsonObject json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json[name] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        }
    }

    public static void Add(JsonObject json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json[name] = value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
    }

    public static void Add<T>(JsonObject json, string name, IReadOnlyList<T> items, Func<T, JsonObject> write)
    {
        if (items.Count > 0)
        {
            json[name] = new JsonArray([.. items.Select(item => (JsonNode)write(item))]);
        }
    }
}
