using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Register;

/// <summary>How a field of the form is filled in.</summary>
public enum CardFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines of one text.</summary>
    Prose,

    /// <summary>One text a line.</summary>
    Lines,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Word,
}

/// <summary>A field of the form.</summary>
/// <param name="Path">The member of the card, with slashes between names.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record CardField(string Path, CardFieldKind Kind)
{
    /// <summary>Where each line is an object: the member that the line is.</summary>
    public string? Item { get; init; }

    /// <summary>Where each line is an object: the member that may stand after the line, in brackets.</summary>
    public string? Tie { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The name of the last member, which says what the field is called.</summary>
    public string Member => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Its id on the page.</summary>
    public string Id => Path.Replace('/', '-');
}

/// <summary>The main members of a card as fields of a form, there and back.</summary>
internal static partial class CardForm
{
    /// <summary>What stands before the name of a disclosure in the field that refuses it.</summary>
    public const string Refuse = "refuse:";

    /// <summary>What stands before it in the field of the reason.</summary>
    public const string Reason = "reason:";

    /// <summary>The fields in groups, each under a member's name; disclosures apart.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<CardField> Fields)> Groups { get; } =
    [
        ("description",
        [
            new("name", CardFieldKind.Line), new("version", CardFieldKind.Line),
            new("class", CardFieldKind.Word) { Words = ["instrument", "outil", "produit"] },
            new("description/short", CardFieldKind.Prose), new("description/long", CardFieldKind.Prose),
            new("purposes", CardFieldKind.Lines), new("language", CardFieldKind.Line),
        ]),
        ("provider",
        [
            new("provider/name", CardFieldKind.Line), new("provider/url", CardFieldKind.Line),
        ]),
        ("deployer",
        [
            new("deployer/name", CardFieldKind.Line), new("deployer/url", CardFieldKind.Line),
            new("accountable", CardFieldKind.Line) { Item = "name" }, new("contact", CardFieldKind.Line),
            new("statusInUse", CardFieldKind.Word) { Words = ["in-development", "in-use", "out-of-use"] },
            new("riskCategory", CardFieldKind.Word) { Words = ["high-risk", "impactful", "other"] },
            new("legalBasis", CardFieldKind.Lines),
        ]),
        ("artefact",
        [
            new("artefact/name", CardFieldKind.Line), new("artefact/sha256", CardFieldKind.Line),
            new("artefact/uri", CardFieldKind.Line), new("licence", CardFieldKind.Line),
            new("restrictions", CardFieldKind.Lines), new("energy/kWh", CardFieldKind.Number),
            new("energy/method", CardFieldKind.Line),
        ]),
        ("oversight",
        [
            new("oversight/human", CardFieldKind.Prose), new("oversight/appealUrl", CardFieldKind.Line),
            new("affectedGroups", CardFieldKind.Lines), new("risks", CardFieldKind.Lines) { Item = "text" },
        ]),
    ];

    /// <summary>The fields of each disclosure.</summary>
    public static IReadOnlyDictionary<CardTerm, IReadOnlyList<CardField>> Terms { get; } =
        new Dictionary<CardTerm, IReadOnlyList<CardField>>
        {
            [CardTerm.Task] =
            [
                new("task/inputs", CardFieldKind.Lines) { Item = "name" }, new("task/output/kind", CardFieldKind.Line),
                new("task/output/use", CardFieldKind.Word) { Words = ["automatic", "assist", "rank"] },
            ],
            [CardTerm.Parameters] =
            [
                new("parameters/family", CardFieldKind.Line), new("parameters/count", CardFieldKind.Number),
                new("parameters/disclosure", CardFieldKind.Word)
                {
                    Words = ["none", "list", "coefficients", "weights"],
                },
            ],
            [CardTerm.Training] =
            [
                new("training/method", CardFieldKind.Prose), new("training/period", CardFieldKind.Line),
                new("training/code", CardFieldKind.Line),
            ],
            [CardTerm.Data] = [new("data", CardFieldKind.Lines) { Item = "ref" }],
            [CardTerm.Cost] =
            [
                new("cost/formula", CardFieldKind.Prose), new("cost/optimisedMetric", CardFieldKind.Line),
                new("cost/constraints", CardFieldKind.Lines), new("cost/tradeoffs", CardFieldKind.Prose),
            ],
            [CardTerm.Objectives] = [new("objectives", CardFieldKind.Lines) { Item = "text", Tie = "mandateClause" }],
        };

    /// <summary>All fields.</summary>
    public static IEnumerable<CardField> All => Groups.SelectMany(group => group.Fields).Concat(
        CardTerms.All.SelectMany(term => Terms[term]));

    /// <summary>What the fields show of a card.</summary>
    public static Dictionary<string, string> ValuesOf(JsonObject card)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CardField field in All)
        {
            values[field.Path] = Text(Find(card, field.Path.Split('/')), field);
        }

        foreach (string term in CardTerms.All.Select(term => term.Word()))
        {
            string? reason = (card[term] as JsonObject)?["refused"]?.GetValue<string>();
            values[Refuse + term] = reason is null ? "" : "yes";
            values[Reason + term] = reason ?? "";
        }

        return values;
    }

    /// <summary>What was sent, as the page would show it again.</summary>
    public static Dictionary<string, string> ValuesOf(IFormCollection form) => All.Select(field => field.Path)
        .Concat(CardTerms.All.SelectMany(term => (string[])[Refuse + term.Word(), Reason + term.Word()]))
        .ToDictionary(name => name, name => form[name].ToString().ReplaceLineEndings("\n").Trim());

    /// <summary>The card that fields make of another.</summary>
    public static JsonObject Apply(JsonObject card, IReadOnlyDictionary<string, string> values)
    {
        foreach (string term in CardTerms.All.Select(term => term.Word()))
        {
            if (values[Refuse + term].Length > 0 || (card[term] as JsonObject)?.ContainsKey("refused") == true)
            {
                card.Remove(term);
            }
        }

        foreach (CardField field in All)
        {
            string term = field.Path.Split('/')[0];
            if (values.GetValueOrDefault(Refuse + term) is not { Length: > 0 })
            {
                Set(card, field, values[field.Path]);
            }
        }

        foreach (string term in CardTerms.All.Select(term => term.Word()))
        {
            if (values[Refuse + term].Length > 0)
            {
                // A refusal without a reason is told as such: its empty reason would count as nothing said.
                card[term] = new JsonObject { ["refused"] = values[Reason + term] };
            }
        }

        if (card["accountable"] is JsonObject accountable)
        {
            accountable["kind"] = "legal-person";
        }

        return card;
    }

    private static JsonNode? Find(JsonNode? node, string[] path)
    {
        foreach (string name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    private static string Text(JsonNode? value, CardField field) => value switch
    {
        null => "",
        JsonArray items => string.Join('\n', items.Select(item => Tied(item, field))),
        _ => Line(value, field.Item),
    };

    /// <summary>A line with what it is tied to: <c>text [m1#2]</c>.</summary>
    private static string Tied(JsonNode? value, CardField field) =>
        Line(value, field.Item) is { Length: > 0 } line && field.Tie is { } tie
        && (value as JsonObject)?[tie]?.GetValue<string>() is { Length: > 0 } to
            ? $"{line} [{to}]"
            : Line(value, field.Item);

    private static string Line(JsonNode? value, string? item) => value switch
    {
        JsonObject it => item is null ? "" : Line(it[item], null),
        JsonValue it when it.GetValueKind() == JsonValueKind.String =>
            it.GetValue<string>().Replace('\n', item is null ? '\n' : ' '),
        null => "",
        _ => value.ToJsonString(),
    };

    private static void Set(JsonObject card, CardField field, string text)
    {
        string[] path = field.Path.Split('/');
        JsonObject at = card;
        foreach (string name in path[..^1])
        {
            if (at[name] is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        string member = path[^1];
        JsonNode? before = at[member];
        if (Text(before, field).Trim() == text)
        {
            return;
        }

        at.Remove(member);
        if (text.Length > 0)
        {
            at[member] = Value(field, text, before);
        }
    }

    private static JsonObject Item(CardField field, string line) =>
        field.Tie is { } tie && Bracketed().Match(line) is { Success: true } match
            ? new JsonObject { [field.Item!] = match.Groups["text"].Value, [tie] = match.Groups["to"].Value }
            : new JsonObject { [field.Item!] = line };

    [GeneratedRegex(@"^(?<text>.*\S)\s*\[(?<to>m[0-9]+#[^\s\[\]]+)\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    private static JsonNode Value(CardField field, string text, JsonNode? before)
    {
        if (field.Kind == CardFieldKind.Number)
        {
            return double.TryParse(
                text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number)
                ? number
                : text;
        }

        if (field.Kind != CardFieldKind.Lines)
        {
            return field.Item is null ? text : new JsonObject { [field.Item] = text };
        }

        // A line that stands as it did keeps what no field shows of it.
        JsonObject[] known = [.. (before as JsonArray ?? []).OfType<JsonObject>()];
        return new JsonArray([.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
            .Select(line => field.Item is null
                ? (JsonNode)line
                : Array.Find(known, item => Tied(item, field) == line)?.DeepClone() ?? Item(field, line))
            .Concat(field.Item is null ? [] : known.Where(item => Line(item, field.Item).Length == 0)
                .Select(item => item.DeepClone()))]);
    }
}
