using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>Cards as JSON, in which what says nothing does not stand.</summary>
internal static class CardJson
{
    public const string TypeMember = "_type";

    /// <summary>For files that people look at; the bytes that count are canonical ones.</summary>
    public static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JsonObject Node(Card card)
    {
        JsonObject node = Prune(JsonSerializer.SerializeToNode(card, _options)) as JsonObject ?? [];
        node[TypeMember] = Card.Type;
        return node;
    }

    public static JsonNode? Node(object? part) =>
        part is null ? null : JsonSerializer.SerializeToNode(part, part.GetType(), _options);

    public static Card ToCard(JsonNode node) => node.Deserialize<Card>(_options)!;

    public static byte[] Bytes(JsonNode node) => CanonicalJson.Of(JsonSerializer.SerializeToElement(node));

    /// <summary>The same without nulls, blank texts, empty lists and empty objects; null where nothing is left.
    /// </summary>
    public static JsonNode? Prune(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject from:
                var members = new JsonObject();
                foreach ((string name, JsonNode? value) in from)
                {
                    if (Prune(value) is { } kept)
                    {
                        members[name] = kept;
                    }
                }

                return members.Count > 0 ? members : null;
            case JsonArray from:
                var items = new JsonArray([.. from.Select(Prune).Where(kept => kept is not null)]);
                return items.Count > 0 ? items : null;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return string.IsNullOrWhiteSpace(value.GetValue<string>()) ? null : value.DeepClone();
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>True for what <see cref="Prune"/> leaves nothing of.</summary>
    public static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.EnumerateArray().All(IsNothing),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsNothing(member.Value)),
        _ => false,
    };
}
