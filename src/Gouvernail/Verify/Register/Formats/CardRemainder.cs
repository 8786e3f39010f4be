using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// What another format has no place for. A card is written in the format's own terms and read back from them; every
/// member that does not come back the same is set beside them as JSON, under its path. So nothing is lost, whatever
/// the format can say, and what the format says counts wherever it can say it.
/// </summary>
internal static class CardRemainder
{
    /// <summary>The member that marks what is ours in other people's formats.</summary>
    public const string Mark = "gouvernail";

    /// <summary>Paths of one or two names, in canonical order, and the values as JSON; null for what is not said.
    /// </summary>
    public static SortedDictionary<string, string> Of(JsonObject card, JsonObject back)
    {
        var remainder = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in Names(card, back))
        {
            if (card[name] is JsonObject inner && back[name] is JsonObject innerBack)
            {
                foreach (string part in Names(inner, innerBack))
                {
                    Add(remainder, $"{name}/{part}", inner[part], innerBack[part]);
                }
            }
            else
            {
                Add(remainder, name, card[name], back[name]);
            }
        }

        return remainder;
    }

    /// <summary>Sets what a remainder says; false for a path or a value that cannot be one.</summary>
    public static bool Apply(JsonObject card, string path, string? json)
    {
        JsonNode? value;
        try
        {
            value = JsonNode.Parse(json ?? "", documentOptions: new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return false;
        }

        switch (path.Split('/'))
        {
            case [var name]:
                card[name] = value;
                return true;
            case [var name, var part]:
                if (card[name] is not JsonObject inner)
                {
                    card[name] = inner = [];
                }

                inner[part] = value;
                return true;
            default:
                return false;
        }
    }

    private static IEnumerable<string> Names(JsonObject one, JsonObject other) =>
        one.Select(member => member.Key).Union(other.Select(member => member.Key)).Where(
            name => name != CardJson.TypeMember);

    private static void Add(SortedDictionary<string, string> to, string path, JsonNode? value, JsonNode? back)
    {
        if (!JsonNode.DeepEquals(value, back))
        {
            to[path] = value is null ? "null" : System.Text.Encoding.UTF8.GetString(CardJson.Bytes(value));
        }
    }
}
