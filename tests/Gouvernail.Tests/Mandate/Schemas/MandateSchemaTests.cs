using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Tests.House;
using Gouvernail.Tests.Mandate.Texts;

namespace Gouvernail.Tests.Mandate.Schemas;

public sealed class MandateSchemaTests
{
    private static readonly JsonElement _json =
        JsonElement.Parse(Repository.Read("docs/formats/mandate.schema.json"));

    private static readonly JsonSchemaSubset _schema = new(_json);

    /// <summary>A change of a good mandate: the path of a member, and what it becomes; nothing where it goes.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "title", "" },
        { "title", "\"\"" },
        { "title", "3" },
        { "_type", "\"gouvernail/mandate/v2\"" },
        { "colour", "\"red\"" },
        { "version", "0" },
        { "version", "1.5" },
        { "clauses", "[]" },
        { "appliesTo", "{\"classes\":[\"robot\"]}" },
        { "appliesTo", "{\"people\":[]}" },
        { "leftOut", "[{\"consultation\":\"c1\",\"statement\":\"1\"}]" },
        { "clauses/0/kind", "\"wish\"" },
        { "clauses/0/id", "\"1.2\"" },
        { "clauses/0/cites", "[]" },
        { "clauses/0/cites/0/statements", "[]" },
        { "clauses/0/cites/0/result", "-1" },
        { "clauses/0/cites/0/statements/0/groups/0/size", "" },
        { "clauses/0/metrics", "[]" },
        { "clauses/1/metrics", "[]" },
        { "clauses/1/metrics/0/weight", "" },
        { "clauses/1/metrics/0/weight", "2000" },
        { "clauses/1/metrics/0/atLeast", "0.5" },
        { "clauses/1/metrics/1/atMost", "1.5" },
        { "clauses/2/requires/predicateType", "" },
        { "clauses/2/requires/tests/0/figure", "\"kept\"" },
        { "clauses/2/requires/tests/0/equals", "\"none\"" },
        { "clauses/2/requires/maxAgeDays", "0" },
        { "clauses/2/requires/count", "21" },
        { "clauses/3/expires", "\"soon\"" },
        { "clauses/3/expires", "" },
        { "clauses/3/leaseDays", "0" },
    };

    [Fact]
    public void The_reader_and_the_schema_take_what_is_written()
    {
        byte[] written = Papers.Translation.ToBytes();
        MandateDocument.Read(written).Problems.ShouldBeEmpty();
        _schema.Holds(JsonElement.Parse(written)).ShouldBeTrue();
        using var hall = new Hall();
        hall.Adopted(hall.Json());
        byte[] logged = hall.Book.Find("m1")!.Last.Document.ToBytes();
        _schema.Holds(JsonElement.Parse(logged)).ShouldBeTrue();
        foreach (string rule in (string[])[hall.TrusteeRule, Hall.RatificationRule()])
        {
            AdoptionRule.Read(Encoding.UTF8.GetBytes(rule)).Problems.ShouldBeEmpty();
            _schema.HoldsAs("adoption-rule", JsonElement.Parse(rule)).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_reader_and_the_schema_refuse_the_same(string path, string value)
    {
        JsonNode mandate = JsonNode.Parse(Papers.Translation.ToBytes())!;
        Change(mandate, path.Split('/'), value);
        string json = mandate.ToJsonString();
        MandateDocument.Read(Encoding.UTF8.GetBytes(json)).Problems.ShouldNotBeEmpty();
        _schema.Holds(JsonElement.Parse(json)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"_type\":\"gouvernail/adoption-rule/v1\"}")]
    [InlineData("{\"_type\":\"gouvernail/adoption-rule/v1\",\"ratification\":{\"share\":0,\"participants\":1}}")]
    [InlineData("{\"_type\":\"gouvernail/adoption-rule/v1\",\"ratification\":{\"share\":0.5}}")]
    [InlineData("{\"_type\":\"gouvernail/adoption-rule/v1\",\"trustees\":{\"needed\":1,\"keys\":[]}}")]
    public void The_reader_and_the_schema_refuse_the_same_rules(string json)
    {
        AdoptionRule.Read(Encoding.UTF8.GetBytes(json)).Problems.ShouldNotBeEmpty();
        _schema.HoldsAs("adoption-rule", JsonElement.Parse(json)).ShouldBeFalse();
    }

    private static void Change(JsonNode node, string[] path, string value)
    {
        foreach (string part in path[..^1])
        {
            node = node is JsonArray array
                ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]!
                : node[part]!;
        }

        if (value.Length == 0)
        {
            node.AsObject().Remove(path[^1]);
        }
        else
        {
            node[path[^1]] = JsonNode.Parse(value);
        }
    }
}
