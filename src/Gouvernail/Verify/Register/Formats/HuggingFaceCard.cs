using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// A card as a model card of Hugging Face (https://huggingface.co/docs/hub/model-cards): a README.md whose YAML front
/// matter programs read, and whose text people do. What has no key of theirs stands under <c>gouvernail</c>.
/// </summary>
internal static class HuggingFaceCard
{
    private static readonly string[] _keys =
    [
        "model_name", "license", "license_name", "language", "tags", "base_model", "base_model_relation", "datasets",
        "pipeline_tag", "library_name", "co2_eq_emissions", CardRemainder.Mark,
    ];

    public static byte[] Export(Card card)
    {
        JsonObject node = CardJson.Node(card);
        JsonObject front = Front(node);
        JsonObject back = (JsonObject)CardJson.Prune(FromFront(front))!;
        var rest = new JsonObject(CardRemainder.Of(node, back)
            .Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
        if (rest.Count > 0)
        {
            front[CardRemainder.Mark] = rest;
        }

        var text = new StringBuilder("---\n");
        Write(text, front, "");
        text.Append("---\n\n");
        HuggingFaceText.Write(text, card);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static CardImport Import(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return CardImport.Failed(
                new("text that is not UTF-8", "du texte qui n’est pas en UTF-8"),
                new("UTF-8; save it again so", "de l’UTF-8\u00a0; enregistrez-le de nouveau ainsi"));
        }

        (JsonObject? front, string body, CardProblem? problem) =
            YamlFrontMatter.Read(Encoding.UTF8.GetString(utf8.Span));
        if (front is null)
        {
            return CardImport.Failed(problem!.Found, problem.Expected);
        }

        JsonObject node = FromFront(front);
        if (!node.ContainsKey("name") && Heading(body) is { } heading)
        {
            node["name"] = heading;
        }

        List<string> unused = [.. front.Select(member => member.Key).Where(key => !_keys.Contains(key))
            .Select(CardText.Name)];
        foreach ((string path, JsonNode? value) in front.Inner(CardRemainder.Mark) ?? [])
        {
            string? json = value is JsonValue text && text.TryGetValue(out string? said) ? said : null;
            if (!CardRemainder.Apply(node, path, json))
            {
                unused.Add($"{CardRemainder.Mark} {CardText.Name(path)}");
            }
        }

        return CardImport.Of(node, unused);
    }

    private static JsonObject Front(JsonObject card)
    {
        var front = new JsonObject { ["model_name"] = card.Text("name") };
        if (card.Text("licence") is { } licence)
        {
            bool known = SpdxIds.Has(licence);
            front["license"] = known ? licence.ToLowerInvariant() : "other";
            front.Say("license_name", known ? null : licence);
        }

        front.Say("language", card.Text("language"));
        front.Say("tags", card["purposes"]);
        string?[] parents = [.. card.Objects("lineage").Select(parent => parent.Text("parent"))];
        front.Say("base_model", JsonParts.List(parents.Select(parent => (JsonNode?)parent)));
        string?[] relations = [.. card.Objects("lineage").Select(parent => parent.Text("relation")).Distinct()];
        front.Say("base_model_relation", relations is [var relation] ? relation : null);
        front.Say("datasets", JsonParts.List(card.Objects("data").Select(data => (JsonNode?)data.Text("ref"))));
        front.Say("pipeline_tag", card.Inner("task")?.Inner("output")?.Text("kind"));
        front.Say("library_name", card.Inner("parameters")?.Text("family"));
        JsonObject? energy = card.Inner("energy");
        front.Say("co2_eq_emissions", new JsonObject
        {
            ["emissions"] = energy?.Number("co2Grams"),
            ["source"] = energy?.Text("method"),
        });
        return front;
    }

    private static JsonObject FromFront(JsonObject front)
    {
        var card = new JsonObject();
        card.Say("name", front.Text("model_name"));
        card.Say("licence", front.Text("license") is { } licence && licence != "other"
            ? SpdxIds.OfLowerCase(licence) ?? licence
            : front.Text("license_name"));
        card.Say("language", front.Texts("language").ToArray() is [var only] ? only : null);
        card.Say("purposes", JsonParts.List(front.Texts("tags").Select(tag => (JsonNode)tag)));
        string? relation = front.Text("base_model_relation");
        card.Say("lineage", JsonParts.List(front.Texts("base_model").Select(parent => new JsonObject
        {
            ["parent"] = parent,
            ["relation"] = relation,
        })));
        card.Say("data", JsonParts.List(
            front.Texts("datasets").Select(data => new JsonObject { ["ref"] = data })));
        card.Say("task", new JsonObject { ["output"] = new JsonObject { ["kind"] = front.Text("pipeline_tag") } });
        card.Say("parameters", new JsonObject { ["family"] = front.Text("library_name") });
        JsonObject? carbon = front.Inner("co2_eq_emissions");
        card.Say("energy", new JsonObject
        {
            ["co2Grams"] = carbon?.Number("emissions") ?? front.Number("co2_eq_emissions"),
            ["method"] = carbon?.Text("source"),
        });
        return card;
    }

    private static string? Heading(string body) => body.Split('\n')
        .Where(line => line.StartsWith("# ", StringComparison.Ordinal))
        .Select(line => line[2..].Trim())
        .FirstOrDefault(line => line.Length > 0);

    private static void Write(StringBuilder yaml, JsonObject map, string indent)
    {
        foreach ((string name, JsonNode? value) in map)
        {
            // Paths hold a slash and no other sign, so names need no quotes.
            yaml.Append(indent).Append(name).Append(':');
            switch (value)
            {
                case JsonObject inner:
                    yaml.Append('\n');
                    Write(yaml, inner, indent + "  ");
                    break;
                case JsonArray items:
                    yaml.Append('\n');
                    foreach (JsonNode? item in items)
                    {
                        yaml.Append(indent).Append("- ").Append(Scalar(item!)).Append('\n');
                    }

                    break;
                default:
                    yaml.Append(' ').Append(Scalar(value!)).Append('\n');
                    break;
            }
        }
    }

    private static string Scalar(JsonNode value) => value.AsValue().TryGetValue(out double number)
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : YamlFrontMatter.Quoted(value.GetValue<string>());
}
