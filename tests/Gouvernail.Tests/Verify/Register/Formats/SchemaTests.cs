using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Tests.House;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Tests.Verify.Register.Formats;

/// <summary>Others' programs take what we write, and our schema says what our reader does.</summary>
public sealed class SchemaTests
{
    private const int Drawn = 150;

    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_schema_of_the_documentation_is_the_one_that_cards_are_read_by() =>
        Repository.Read("docs/formats/card.schema.json")
            .ShouldBe(CardShapes.ToSchema().ToJsonString(_indented) + "\n");

    [Fact]
    public void Every_card_validates_as_CycloneDX_1_6()
    {
        IEnumerable<Card> cards = Enumerable.Range(0, Drawn).Select(Cards.Any).Prepend(Cards.Example);
        string?[] complaints = Ajv.Complaints(
            Ajv.CycloneDx, cards.Select(card => JsonNode.Parse(CardFormat.CycloneDx.Export(card).Bytes)!));
        complaints.Length.ShouldBe(Drawn + 1);
        complaints.ShouldAllBe(complaint => complaint == null);
    }

    [Fact]
    public void A_bill_of_materials_with_a_member_too_many_does_not_validate()
    {
        JsonNode bom = JsonNode.Parse(CardFormat.CycloneDx.Export(Cards.Example).Bytes)!;
        bom["components"]![0]!["gouvernail"] = "x";
        Ajv.Complaints(Ajv.CycloneDx, [bom]).ShouldHaveSingleItem()!.ShouldContain("additional properties");
    }

    [Fact]
    public void The_schema_takes_what_the_reader_takes_and_refuses_what_it_refuses()
    {
        List<byte[]> files = [.. Enumerable.Range(0, Drawn).Select(seed => Cards.Any(seed).ToBytes())];
        files.Add(Cards.ExampleBytes);
        (string Name, string? Json)[] changes =
        [
            ("_type", "\"other\""), ("_type", null), ("name", null), ("class", "\"tool\""), ("class", "\"thing\""),
            ("purposes", "[\"Not one\"]"), ("purposes", "\"one\""), ("cost", """{"refused":"no"}"""),
            ("cost", """{"refused":"no","formula":"x"}"""), ("data", """{"refused":"no"}"""),
            ("data", """{"role":"train"}"""),
            ("energy", """{"kWh":"1"}"""), ("energy", """{"kWh":-1}"""), ("extra", "1"),
            ("provider", """{"nom":"x"}"""),
            ("parameters", """{"count":1.5}"""), ("parameters", """{"hyper":{"a":1,"b":"x","c":true}}"""),
            ("parameters", """{"hyper":{"a":[1]}}"""), ("objectives", """[{"text":"x","mandateClause":"3"}]"""),
            ("artefact", """{"sha256":"ABC"}"""), ("language", "\"français\""), ("evidence", "[1]"),
        ];
        files.AddRange(changes.Select(change => Cards.With(change)).Select(Without));
        string?[] complaints = Ajv.Complaints(
            CardShapes.ToSchema(), files.Select(file => JsonNode.Parse(file)!));
        for (int i = 0; i < files.Count; i++)
        {
            string text = Encoding.UTF8.GetString(files[i]);
            (complaints[i] is null).ShouldBe(Card.Read(files[i]).IsRead, $"{complaints[i]} in {text}");
        }

        complaints.Count(complaint => complaint is not null).ShouldBeGreaterThan(12);
    }

    /// <summary>JSON Schema takes null for a value; for the reader it says nothing.</summary>
    private static byte[] Without(byte[] file)
    {
        var node = (JsonObject)JsonNode.Parse(file)!;
        foreach (string name in node.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            node.Remove(name);
        }

        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }
}
