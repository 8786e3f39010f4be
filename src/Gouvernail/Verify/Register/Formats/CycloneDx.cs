using System.Text;
using System.Text.Json.Nodes;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>
/// A card as a CycloneDX 1.6 bill of materials with one machine-learning model
/// (https://cyclonedx.org/docs/1.6/json/). What has no place there stands in properties named
/// <c>gouvernail:</c> and the path in the card.
/// </summary>
internal static partial class CycloneDx
{
    private const string Model = "machine-learning-model";
    private const string Prefix = CardRemainder.Mark + ":";

    public static byte[] Export(Card card)
    {
        JsonObject node = CardJson.Node(card);
        JsonObject component = Component(node);
        JsonObject back = (JsonObject)CardJson.Prune(FromComponent(component))!;
        JsonNode[] properties =
        [
            .. CardRemainder.Of(node, back).Select(rest => new JsonObject
            {
                ["name"] = Prefix + rest.Key,
                ["value"] = rest.Value,
            }),
        ];
        if (properties.Length > 0)
        {
            component["properties"] = new JsonArray(properties);
        }

        var bom = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["components"] = new JsonArray(component),
        };
        return Encoding.UTF8.GetBytes(bom.ToJsonString(CardJson.Indented) + "\n");
    }

    public static CardImport Import(ReadOnlyMemory<byte> utf8)
    {
        (JsonObject? bom, CardImport? failure) = CardImport.Json(utf8);
        if (bom is null)
        {
            return failure!;
        }

        if (bom.Text("bomFormat") != "CycloneDX")
        {
            return CardImport.Failed(
                new("a file that does not say bomFormat: CycloneDX", "un fichier qui ne dit pas bomFormat: CycloneDX"),
                new("a CycloneDX bill of materials in JSON", "une nomenclature CycloneDX en JSON"));
        }

        JsonObject[] models =
        [
            .. bom.Objects("components").Prepend(bom.Inner("metadata")?.Inner("component")).OfType<JsonObject>()
                .Where(component => component.Text("type") == Model),
        ];
        if (models.Length == 0)
        {
            return CardImport.Failed(
                new("no component of type machine-learning-model",
                    "aucun composant du type machine-learning-model"),
                new("one; a bill of materials of software alone says nothing of an automaton",
                    "un composant de ce type\u00a0; une nomenclature de logiciels seuls ne dit rien d’un automate"));
        }

        JsonObject node = FromComponent(models[0]);
        List<string> unused =
        [
            .. models.Skip(1).Select(model => "component " + CardText.Name(model.Text("name") ?? "")),
        ];
        IEnumerable<JsonObject> properties = models[0].Objects("properties")
            .Concat(models[0].Inner("modelCard")?.Objects("properties") ?? []);
        foreach (JsonObject property in properties)
        {
            string name = property.Text("name") ?? "";
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)
                || !CardRemainder.Apply(node, name[Prefix.Length..], property.Text("value")))
            {
                unused.Add("property " + CardText.Name(name));
            }
        }

        return CardImport.Of(node, unused);
    }
}
