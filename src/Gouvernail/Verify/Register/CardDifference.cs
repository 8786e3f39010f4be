using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register;

/// <summary>Something that two versions of a card say differently.</summary>
/// <param name="Path">Where, a JSON pointer.</param>
/// <param name="Before">What it was; null where nothing was said.</param>
/// <param name="After">What it is; null where nothing is said.</param>
public sealed record CardDifference(string Path, string? Before, string? After)
{
    /// <summary>All that is different, in the order of the format's member names.</summary>
    public static IReadOnlyList<CardDifference> Between(Card before, Card after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        SortedDictionary<string, string> old = Leaves(before);
        SortedDictionary<string, string> current = Leaves(after);
        return
        [
            .. old.Keys.Union(current.Keys).Order(StringComparer.Ordinal)
                .Select(path => new CardDifference(
                    path, old.GetValueOrDefault(path), current.GetValueOrDefault(path)))
                .Where(difference => difference.Before != difference.After),
        ];
    }

    private static SortedDictionary<string, string> Leaves(Card card)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(CardJson.Node(card), "", leaves);
        return leaves;
    }

    private static void Add(JsonNode node, string path, SortedDictionary<string, string> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members)
                {
                    Add(value!, CardShape.Inside(path, name), leaves);
                }

                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    // Two digits, so that the tenth stands after the ninth.
                    Add(items[i]!, $"{path}/{i:00}", leaves);
                }

                break;
            default:
                leaves[path] = node.GetValueKind() == JsonValueKind.String
                    ? node.GetValue<string>()
                    : node.ToJsonString();
                break;
        }
    }
}
