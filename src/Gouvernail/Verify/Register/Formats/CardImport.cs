using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// A card read from another format. Nothing is made up: what the file does not say is missing, and what it says in a
/// way that no card can is left out and told.
/// </summary>
public sealed record CardImport
{
    private static readonly JsonDocumentOptions _document = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private CardImport(Card? card, IReadOnlyList<CardProblem> problems, IReadOnlyList<string> unused)
    {
        Card = card;
        Problems = problems;
        Unused = unused;
    }

    /// <summary>The card; null where none came of it.</summary>
    public Card? Card { get; }

    /// <summary>What was left out, or why there is no card; places are those of the card.</summary>
    public IReadOnlyList<CardProblem> Problems { get; }

    /// <summary>What the file says and a card has no place for, in the file's own words.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>The line of the file on which it begins, from 1; 0 where it is the whole file.</summary>
    public long Line { get; init; }

    /// <summary>What a complete card would say and this one does not, as JSON pointers.</summary>
    public IReadOnlyList<string> Missing => Card?.Missing() ?? [];

    internal static CardImport Failed(Wording found, Wording expected) =>
        new(null, [new CardProblem("", found, expected)], []);

    internal static CardImport Of(CardReading reading) => new(reading.Card, reading.Problems, []);

    /// <summary>Makes a card of what a format gave, leaving out what does not fit.</summary>
    internal static CardImport Of(JsonObject node, IReadOnlyList<string> unused)
    {
        var problems = new List<CardProblem>();
        while (true)
        {
            CardReading reading = CardReader.Read((JsonObject)node.DeepClone());
            if (reading.IsRead)
            {
                return new(reading.Card, problems, unused);
            }

            problems.AddRange(reading.Problems);
            int removed = reading.Problems.Count(problem => Remove(node, problem.Where));
            if (removed < reading.Problems.Count)
            {
                return new(null, problems, unused);
            }
        }
    }

    private static bool Remove(JsonNode? node, string pointer)
    {
        string[] path = [.. pointer.Split('/').Skip(1).Select(name => name
            .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        if (path.Length == 0 || path is ["name"])
        {
            return false;
        }

        foreach (string name in path[..^1])
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items => items[int.Parse(name, CultureInfo.InvariantCulture)],
                _ => null,
            };
        }

        switch (node)
        {
            case JsonObject members:
                return members.Remove(path[^1]);
            case JsonArray items:
                // Places after this one must stay where the problems say.
                items[int.Parse(path[^1], CultureInfo.InvariantCulture)] = null;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads an object in JSON; a failed import where it is none.</summary>
    internal static (JsonObject? Node, CardImport? Failure) Json(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, _document);
            ReadTexts(document.RootElement);
            return JsonNode.Parse(utf8.Span, documentOptions: _document) is JsonObject node
                ? (node, null)
                : (null, Failed(
                    new("JSON that is no object", "du JSON qui n’est pas un objet"),
                    new("an object, in { }", "un objet, entre { }")));
        }
        catch (JsonException broken)
        {
            string line = ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return (null, Failed(
                new($"no JSON, a name that stands twice, or too deep: line {line}",
                    $"ce n’est pas du JSON, un nom y est deux fois, ou il est trop profond\u00a0: ligne {line}"),
                new("JSON in UTF-8, with each name once", "du JSON en UTF-8, chaque nom une fois")));
        }
        catch (InvalidOperationException)
        {
            return (null, Failed(
                new("a text with half a character (\\ud800 to \\udfff alone)",
                    "un texte avec une moitié de caractère (\\ud800 à \\udfff seul)"),
                new("Unicode; write the character itself", "de l’Unicode\u00a0; écrivez le caractère lui-même")));
        }
    }

    /// <summary>Reads every text now: .NET looks no further than the quotes until it is asked for one.</summary>
    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            default:
                break;
        }
    }
}
