using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Tests.Verify.Register.Formats;

/// <summary>Cards go to other formats and come back.</summary>
public sealed class CardFormatsTests
{
    [Theory]
    [InlineData(CardFormat.Card)]
    [InlineData(CardFormat.CycloneDx)]
    [InlineData(CardFormat.HuggingFace)]
    public void Any_card_comes_back_the_same_and_the_same_card_gives_the_same_bytes(CardFormat format) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Card card = Cards.Any(seed);
            byte[] bytes = format.Export(card).Bytes;
            format.Export(Cards.Any(seed)).Bytes.ShouldBe(bytes);
            CardImport import = format.Import(bytes).ShouldHaveSingleItem();
            import.Problems.ShouldBeEmpty();
            import.Unused.ShouldBeEmpty();
            Encoding.UTF8.GetString(import.Card!.ToBytes()).ShouldBe(Encoding.UTF8.GetString(card.ToBytes()));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(CardFormat.CycloneDx)]
    [InlineData(CardFormat.HuggingFace)]
    public void What_somebody_changes_in_the_other_format_counts(CardFormat format)
    {
        string text = Encoding.UTF8.GetString(format.Export(Cards.Example).Bytes);
        string changed = text.Replace("allocation-of-places", "queueing", StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        format.Import(Encoding.UTF8.GetBytes(changed))[0].Card!.Purposes.ShouldBe(["queueing"]);
    }

    [Fact]
    public void A_name_written_as_a_block_is_a_name()
    {
        CardImport import = Import(CardFormat.HuggingFace, "---\nmodel_name: |\n  Tri\nlicense: mit\n---\n# Tri\n");
        import.Problems.ShouldBeEmpty();
        import.Card!.Name.ShouldBe("Tri");
    }

    [Fact]
    public void A_bill_of_materials_puts_things_where_its_readers_look()
    {
        var bom = (JsonObject)JsonNode.Parse(CardFormat.CycloneDx.Export(Cards.Example).Bytes)!;
        JsonNode model = bom["components"]![0]!;
        model["type"]!.GetValue<string>().ShouldBe("machine-learning-model");
        model["licenses"]![0]!["license"]!["id"]!.GetValue<string>().ShouldBe("EUPL-1.2");
        model["pedigree"]!["ancestors"]![0]!["name"]!.GetValue<string>().ShouldBe("allotments-1.0");
        model["hashes"]![0]!["content"]!.GetValue<string>().ShouldBe(Cards.Example.Artefact!.Sha256);
        model["modelCard"]!["considerations"]!["environmentalConsiderations"]!["energyConsumptions"]![0]!
            ["activityEnergyCost"]!["value"]!.GetValue<double>().ShouldBe(0.4);
        model["properties"]!.AsArray().Select(property => property!["name"]!.GetValue<string>())
            .ShouldContain("gouvernail:training", "a refusal has no place of theirs");
    }

    [Fact]
    public void A_bill_of_materials_by_others_gives_what_it_says_and_no_more()
    {
        CardImport import = Import(CardFormat.CycloneDx, """
            {
              "bomFormat": "CycloneDX", "specVersion": "1.6",
              "components": [
                { "type": "library", "name": "numpy" },
                {
                  "type": "machine-learning-model", "name": "Tri", "bom-ref": "pkg:generic/Tri@1", "version": "1",
                  "supplier": { "name": "A lab", "url": ["https://lab.example"] },
                  "licenses": [{ "license": { "id": "MIT" } }, { "expression": "CC-BY-4.0" }],
                  "modelCard": {
                    "modelParameters": { "task": "classification", "architectureFamily": "trees",
                      "datasets": [{ "type": "dataset", "name": "letters" }], "outputs": [{ "format": "label" }] },
                    "considerations": { "useCases": ["Sorting letters", "sorting"] }
                  },
                  "properties": [{ "name": "internal:team", "value": "x" }]
                }
              ]
            }
            """);
        Card card = import.Card!;
        card.Name.ShouldBe("Tri");
        card.Id.ShouldBeNull("their reference is none of our ids");
        card.Provider!.Name.ShouldBe("A lab");
        card.Licence.ShouldBe("MIT AND CC-BY-4.0");
        card.Task!.Value!.Output!.Kind.ShouldBe("classification");
        card.Data!.Value![0].Ref.ShouldBe("letters");
        card.Class.ShouldBeNull();
        card.Purposes.ShouldBe(["sorting"]);
        import.Problems.ShouldHaveSingleItem().Where.ShouldBe("/purposes/0");
        import.Unused.ShouldBe(["property internal:team"]);
        import.Missing.ShouldContain("/cost");
        import.Missing.ShouldContain("/class");
    }

    [Fact]
    public void A_model_card_by_others_is_read_from_its_front_matter()
    {
        CardImport import = Import(CardFormat.HuggingFace, """
            ---
            # a comment
            license: apache-2.0
            language:
            - no
            tags: [translation, "Text Generation"]
            base_model: lab/base
            base_model_relation: finetune
            datasets:
            - lab/letters
            pipeline_tag: translation
            co2_eq_emissions:
              emissions: 1200.5
              source: "code carbon"
            model-index: []
            widget:
            - text: hello
            ---
            # A model of a lab

            Text.
            """);
        Card card = import.Card!;
        card.Name.ShouldBe("A model of a lab");
        card.Licence.ShouldBe("Apache-2.0");
        card.Language.ShouldBe("no");
        card.Purposes.ShouldBe(["translation"]);
        card.Lineage.ShouldHaveSingleItem().ShouldBe(new CardAncestor("finetune", "lab/base", null, null));
        card.Energy.ShouldBe(new CardEnergy(null, "code carbon", 1200.5));
        card.Task!.Value!.Output!.Kind.ShouldBe("translation");
        import.Unused.ShouldBe(["model-index", "widget"]);
        import.Problems.ShouldHaveSingleItem().Where.ShouldBe("/purposes/1");
    }

    [Theory]
    [InlineData("a: &x [1]\nb: *x", "anchor")]
    [InlineData("a: !!python/object:os.system [1]", "anchor or a tag")]
    [InlineData("a: 1\na: 2", "stands twice")]
    [InlineData("- a", "no map")]
    [InlineData("a: [1", "YAML")]
    [InlineData("? [a]\n: 1", "no text")]
    [InlineData("a: *x", "alias")]
    public void Front_matter_that_could_mean_two_things_or_too_many_is_refused(string yaml, string why)
    {
        CardImport import = Import(CardFormat.HuggingFace, $"---\n{yaml}\n---\n# a\n");
        import.Card.ShouldBeNull();
        import.Problems.ShouldHaveSingleItem().ToString().ShouldContain(why, Case.Insensitive);
    }

    [Fact]
    public void Front_matter_that_is_deep_or_endless_is_refused()
    {
        Import(CardFormat.HuggingFace, $"---\na: {new string('[', 5000)}\n---\n").Card.ShouldBeNull();
        Import(CardFormat.HuggingFace, $"---\na: [{string.Join(',', new int[60_000])}]\n---\n").Card.ShouldBeNull();
        Import(CardFormat.HuggingFace, "# no front matter").Card.ShouldBeNull();
        Import(CardFormat.HuggingFace, "---\n---\n# only a heading").Card!.Name.ShouldBe("only a heading");
    }

    [Theory]
    [InlineData(CardFormat.CycloneDx, "{")]
    [InlineData(CardFormat.CycloneDx, "[]")]
    [InlineData(CardFormat.CycloneDx, "{\"bomFormat\":\"SPDX\"}")]
    [InlineData(CardFormat.CycloneDx, "{\"bomFormat\":\"CycloneDX\",\"components\":[7,{\"type\":\"library\"}]}")]
    [InlineData(CardFormat.CycloneDx,
        "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"machine-learning-model\",\"name\":7}]}")]
    [InlineData(CardFormat.Dutch, "{\"name\":[]}")]
    [InlineData(CardFormat.Dutch, "{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData(CardFormat.Atrs, "a,b\n1,2\n")]
    [InlineData(CardFormat.Atrs, "name,description\none\n")]
    [InlineData(CardFormat.Atrs, "")]
    public void Files_that_give_no_card_say_why(CardFormat format, string text)
    {
        CardImport import = Import(format, text);
        import.Card.ShouldBeNull();
        import.Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":"A","more":["\udc00"]}""")]
    [InlineData("""{"name":"A","\ud800":1}""")]
    public void Half_a_character_is_told_and_no_defect(string fields)
    {
        string bill = $$"""
            {"bomFormat":"CycloneDX","specVersion":"1.6",
             "components":[{"type":"machine-learning-model",{{fields[1..]}}]}
            """;
        foreach (CardImport import in new[] { Import(CardFormat.Dutch, fields), Import(CardFormat.CycloneDx, bill) })
        {
            import.Card.ShouldBeNull();
            import.Problems.Single().In(Language.English).ShouldContain("half a character");
        }
    }

    private static CardImport Import(CardFormat format, string text) =>
        format.Import(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();
}
