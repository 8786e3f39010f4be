using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gouvernail.Verify.Register;

/// <summary>The format of cards, which the reader, the JSON Schema and the forms have in common.</summary>
internal static partial class CardShapes
{
    private static readonly LineShape _line = new(200);
    private static readonly TextShape _text = new(2500);
    private static readonly LineShape _digest = new(64, Digest(), new(
        "64 hexadecimal digits in lower case", "64 chiffres hexadécimaux en minuscules"));

    private static readonly LineShape _url = new(500, Url(), new(
        "an address that begins with https:// or http://", "une adresse qui commence par https:// ou http://"));

    private static readonly ObjectShape _party = new(
    [
        new("name", _line),
        new("url", _url),
        new("email", new LineShape(200, Email(), new("an e-mail address", "une adresse électronique"))),
        new("country", new LineShape(2, Country(), new(
            "a country in two capital letters (ISO 3166-1)", "un pays en deux lettres capitales (ISO 3166-1)"))),
    ]);

    private static readonly ListShape _texts = new(new TextShape(500), 30);

    /// <summary>The shape of a whole card.</summary>
    public static ObjectShape Card { get; } = new(
    [
        new(CardJson.TypeMember, Words(Register.Card.Type), IsRequired: true),
        new("id", new LineShape(100, Id(), new(
            "lower-case letters, digits, dots, dashes and underscores",
            "des minuscules, chiffres, points, tirets et soulignés"))),
        new("name", new LineShape(100), IsRequired: true),
        new("version", new LineShape(60)),
        new("class", new WordShape(ClassWords.Words, ClassWords.EnglishWords)),
        new("language", new LineShape(35, Language(), new(
            "a language such as fr, en or pt-BR (BCP 47)", "une langue comme fr, en ou pt-BR (BCP 47)"))),
        new("description", new ObjectShape([new("short", new TextShape(350)), new("long", new TextShape(5000))])),
        new("purposes", new ListShape(new LineShape(60, Purpose(), new(
            "lower-case words with dashes between, such as allocation-of-places",
            "des mots en minuscules joints par des tirets, comme allocation-of-places")), 20)),
        new("artefact", new ObjectShape([new("name", _line), new("sha256", _digest), new("uri", new LineShape(500))])),
        new("provider", _party),
        new("deployer", _party),
        new("accountable", new ObjectShape([new("name", _line), new("kind", Words("legal-person"))])),
        new("contact", _line),
        new("legalBasis", new ListShape(_text, 30)),
        new("statusInUse", Words("in-development", "in-use", "out-of-use")),
        new("riskCategory", Words("high-risk", "impactful", "other")),
        new("task", new TermShape(new ObjectShape(
        [
            new("inputs", new ListShape(new ObjectShape(
            [
                new("name", _line), new("modality", _line), new("personal", new FlagShape()),
                new("sensitive", new FlagShape()), new("proxyOf", new ListShape(_line, 20)),
            ]), 100)),
            new("output", new ObjectShape(
            [
                new("kind", _line), new("range", _line), new("threshold", new NumberShape(false, -1e15)),
                new("use", Words("automatic", "assist", "rank")),
            ])),
        ]))),
        new("parameters", new TermShape(new ObjectShape(
        [
            new("family", _line), new("count", new NumberShape(true, 0)),
            new("disclosure", Words("none", "list", "coefficients", "weights")),
            new("artifact", new LineShape(500)), new("hyper", new MapShape(50, 500)),
        ]))),
        new("training", new TermShape(new ObjectShape(
            [new("method", _text), new("period", _line), new("code", new LineShape(500)), new("compute", _text)]))),
        new("data", new TermShape(new ListShape(new ObjectShape(
        [
            new("role", Words("train", "validation", "test", "inference")), new("ref", new LineShape(500)),
            new("rows", new NumberShape(true, 0)), new("period", _line), new("licence", _line),
            new("collection", _text), new("gaps", _text),
        ]), 50))),
        new("cost", new TermShape(new ObjectShape(
        [
            new("formula", _text), new("optimisedMetric", _line), new("constraints", _texts), new("tradeoffs", _text),
        ]))),
        new("objectives", new TermShape(new ListShape(new ObjectShape(
        [
            new("text", _text),
            new("mandateClause", new LineShape(30, Clause(), new(
                "a clause of a mandate, such as m1#3", "une clause d’un mandat, comme m1#3"))),
        ]), 50))),
        new("lineage", new ListShape(new ObjectShape(
        [
            new("relation", _line), new("parent", _line), new("parentDigest", _digest), new("evidence", _digest),
        ]), 50)),
        new("licence", _line),
        new("restrictions", _texts),
        new("energy", new ObjectShape(
        [
            new("kWh", new NumberShape(false, 0)), new("method", new TextShape(500)),
            new("co2Grams", new NumberShape(false, 0)),
        ])),
        new("oversight", new ObjectShape(
            [new("human", _text), new("appealUrl", _url), new("impactAssessments", new ListShape(_text, 30))])),
        new("affectedGroups", _texts),
        new("risks", new ListShape(new ObjectShape([new("text", _text), new("mitigation", _text)]), 50)),
        new("evidence", new ListShape(_digest, 200)),
    ]);

    /// <summary>The JSON Schema of a card, draft 2020-12.</summary>
    public static JsonObject ToSchema()
    {
        JsonObject schema = Card.ToSchema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "System card, " + Register.Card.Type);
        return schema;
    }

    /// <summary>What a complete card would say and this one does not.</summary>
    public static IReadOnlyList<string> Missing(Card card)
    {
        JsonObject node = CardJson.Node(card);
        string[] needed =
        [
            "id", "version", "class", "language", "description/short", "purposes", "artefact/sha256", "provider/name",
            "deployer/name", "accountable/name", "contact", "legalBasis", "statusInUse", "riskCategory",
            .. CardTerms.All.Select(term => term.Word()), "licence", "energy/kWh", "oversight/human",
            "affectedGroups", "risks",
        ];
        return [.. needed.Where(path => Find(node, path) is null).Select(path => "/" + path)];
    }

    private static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (string name in path.Split('/'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    private static WordShape Words(params IReadOnlyList<string> words) => new(words, []);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();

    [GeneratedRegex("^https?://[^\\s]+$")]
    private static partial Regex Url();

    [GeneratedRegex("^[^\\s@]+@[^\\s@]+$")]
    private static partial Regex Email();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Country();

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Purpose();

    [GeneratedRegex("^m[0-9]+#[0-9]+$")]
    private static partial Regex Clause();
}
