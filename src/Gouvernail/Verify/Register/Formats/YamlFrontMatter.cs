using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// The YAML between two lines <c>---</c> that stands before a Markdown text, read as JSON: maps, lists and scalars of
/// YAML 1.2's core schema. Anchors, aliases and tags are refused, so that no few bytes stand for many.
/// </summary>
internal static class YamlFrontMatter
{
    public const int MostBytes = 1 << 20;
    private const int MostDepth = 16;
    private const int MostEvents = 50_000;
    private const string Fence = "---";

    /// <summary>What stands in front, and the rest; a problem where that is no YAML of the kind.</summary>
    public static (JsonObject? Front, string Body, CardProblem? Problem) Read(string text)
    {
        string normal = text.TrimStart('\ufeff').ReplaceLineEndings("\n");
        int end = normal.StartsWith(Fence + "\n", StringComparison.Ordinal)
            ? normal.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal)
            : -1;
        if (end < 0 || end > MostBytes)
        {
            return (null, normal, new("", new(
                    "no front matter, or more than a megabyte of it",
                    "pas d’en-tête YAML, ou plus d’un mégaoctet"),
                new("a first line ---, then YAML, then a line ---",
                    "une première ligne ---, puis du YAML, puis une ligne ---")));
        }

        int rest = normal.IndexOf('\n', end + 1);
        string body = rest < 0 ? "" : normal[(rest + 1)..];
        try
        {
            string yaml = normal[Fence.Length..(end + 1)];
            return (new Reader(yaml).Document(), body, null);
        }
        catch (YamlException broken)
        {
            string line = broken.Start.Line.ToString(CultureInfo.InvariantCulture);
            string what = CardText.Name(broken.InnerException?.Message ?? broken.Message);
            return (null, body, new("", new(
                    $"YAML that is not read, line {line}: {what}", $"du YAML illisible, ligne {line}\u00a0: {what}"),
                new("maps, lists and texts, without anchors (&), aliases (*) or tags (!), each name once",
                    "des dictionnaires, des listes et des textes, sans ancres (&), alias (*) ni étiquettes (!), "
                    + "chaque nom une fois")));
        }
    }

    /// <summary>A text as a YAML scalar between double quotes, on one line.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\u00a0' or >= '\ufffe' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A scalar without quotes, in the core schema of YAML 1.2.</summary>
    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => number,
        _ => text,
    };

    private sealed class Reader(string yaml)
    {
        private readonly Parser _parser = new(new StringReader(yaml));
        private int _events;

        public JsonObject Document()
        {
            Next();
            if (Next() is StreamEnd)
            {
                return [];
            }

            JsonNode? node = Node(Next(), 0);
            if (Next() is not DocumentEnd || Next() is not StreamEnd)
            {
                throw Refused("more than one document");
            }

            return node switch
            {
                JsonObject map => map,
                null => [],
                _ => throw Refused("no map"),
            };
        }

        private JsonNode? Node(ParsingEvent it, int depth)
        {
            if (it is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            {
                throw Refused("an anchor or a tag");
            }

            if (depth > MostDepth)
            {
                throw Refused("too deep");
            }

            switch (it)
            {
                case Scalar scalar:
                    // The line end that a block ends with belongs to its way of writing, not to what is said.
                    return scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value)
                        : scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
                            ? JsonValue.Create(scalar.Value.TrimEnd('\n'))
                        : JsonValue.Create(scalar.Value);
                case SequenceStart:
                    var items = new JsonArray();
                    for (ParsingEvent next = Next(); next is not SequenceEnd; next = Next())
                    {
                        items.Add(Node(next, depth + 1));
                    }

                    return items;
                case MappingStart:
                    var members = new JsonObject();
                    for (ParsingEvent next = Next(); next is not MappingEnd; next = Next())
                    {
                        if (next is not Scalar { Anchor.IsEmpty: true } name
                            || !members.TryAdd(name.Value, Node(Next(), depth + 1)))
                        {
                            throw Refused("a name that is no text, or stands twice");
                        }
                    }

                    return members;
                default:
                    throw Refused("an alias");
            }
        }

        private ParsingEvent Next()
        {
            if (++_events > MostEvents || !_parser.MoveNext())
            {
                throw Refused("too much, or cut short");
            }

            return _parser.Current is Comment ? Next() : _parser.Current!;
        }

        private YamlException Refused(string what) =>
            new(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, what);
    }
}
