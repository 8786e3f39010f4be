using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Tests.Verify.Register.Formats;

/// <summary>The Dutch algorithm register and the British transparency records.</summary>
public sealed class PublicRegistersTests
{
    [Fact]
    public void A_registration_holds_what_the_register_needs_in_its_own_words()
    {
        Card card = Cards.Example with { Language = "nl" };
        CardExport export = CardFormat.Dutch.Export(card);
        export.Problems.ShouldBeEmpty();
        var fields = (JsonObject)JsonNode.Parse(export.Bytes)!;
        Field(fields, "name").ShouldBe(card.Name);
        Field(fields, "organization").ShouldBe("A town");
        Field(fields, "status").ShouldBe("In gebruik");
        Field(fields, "publication_category").ShouldBe("Impactvolle algoritmes");
        Field(fields, "contact_email").ShouldBe("nursery@town.example");
        Field(fields, "lang").ShouldBe("nld");
        Field(fields, "risks").ShouldBe("The district stands for origin. → Audit of places by district every year.");
    }

    [Fact]
    public void What_the_register_would_refuse_is_told_and_left_out_and_never_made_up()
    {
        Card card = Cards.Named("a") with { Oversight = new CardOversight { Human = new string('x', 2501) } };
        CardExport export = CardFormat.Dutch.Export(card);
        export.Problems.Select(problem => problem.Where).ShouldBe(
        [
            "/description/short", "/deployer/name", "/statusInUse", "/contact", "/riskCategory", "/oversight/human",
            "/language",
        ]);
        ((JsonObject)JsonNode.Parse(export.Bytes)!).Select(field => field.Key).ShouldBe(["name", "standard_version"]);
    }

    [Fact]
    public void A_text_in_a_registration_holds_no_tag_of_ours()
    {
        Card card = Cards.Named("a") with { Oversight = new CardOversight { Human = "a <b>\nc & d" } };
        var fields = (JsonObject)JsonNode.Parse(CardFormat.Dutch.Export(card).Bytes)!;
        Field(fields, "human_intervention").ShouldBe("a &lt;b><br>c &amp; d");
        CardFormat.Dutch.Import(CardFormat.Dutch.Export(card).Bytes)[0].Card!.Oversight!.Human.ShouldBe("a <b>\nc & d");
    }

    [Fact]
    public void A_registration_by_others_becomes_a_card_without_what_it_does_not_say()
    {
        CardImport import = Import(CardFormat.Dutch, """
            {
              "name": "Verkeersregeling", "description_short": "Regelt verkeerslichten.", "organization": "Gemeente",
              "status": "Buiten gebruik", "publication_category": "Anders", "contact_email": "info@gemeente.example",
              "goal": "<p>Doorstroming.</p><ul><li>minder wachten</li></ul>", "source_data": "Sensoren",
              "source_data_grouping": [{ "title": "Lussen", "link": "https://data.example/lussen" }],
              "lawful_basis_grouping": [{ "title": "Wet", "link": "https://wet.example" }],
              "category": ["Verkeer"], "begin_date": "2023-01", "lang": "NLD", "tags": ""
            }
            """);
        Card card = import.Card!;
        card.StatusInUse.ShouldBe("out-of-use");
        card.Language.ShouldBe("nl");
        card.Objectives!.Value!.ShouldHaveSingleItem().Text.ShouldBe("Doorstroming.\nminder wachten");
        card.Data!.Value!.Select(data => (data.Ref, data.Collection))
            .ShouldBe([(null, "Sensoren"), ("https://data.example/lussen", "Lussen")]);
        card.LegalBasis.ShouldBe(["Wet: https://wet.example"]);
        card.RiskCategory.ShouldBeNull();
        import.Problems.ShouldHaveSingleItem().Where.ShouldBe("/riskCategory");
        import.Unused.ShouldBe(["category", "begin_date"]);
        import.Missing.ShouldContain("/parameters");
    }

    [Fact]
    public void British_records_are_read_one_a_row_whatever_their_columns_are_cased_like()
    {
        IReadOnlyList<CardImport> imports = CardFormat.Atrs.Import(Encoding.UTF8.GetBytes(
            "Name,DESCRIPTION,Contact e-mail,1.1 Organisation/ Department,Type of model,Phase,risk_name*,Url\n"
            + "Sorting,\"Sorts letters,\nby topic\",,A ministry,decision tree,Production 2024,bias,https://x.example\n"
            + "\n,no name,,,,,,\nChat,,,,,elsewhere,,\n"));
        imports.Select(import => import.Line).ShouldBe([2, 5, 6]);
        Card card = imports[0].Card!;
        card.Name.ShouldBe("Sorting");
        card.Description!.InShort.ShouldBe("Sorts letters,\nby topic");
        card.Deployer!.Name.ShouldBe("A ministry");
        card.Parameters!.Value!.Family.ShouldBe("decision tree");
        card.StatusInUse.ShouldBe("in-use");
        card.Risks.ShouldHaveSingleItem().Text.ShouldBe("bias");
        imports[0].Unused.ShouldBe(["Url"]);
        imports[1].Card.ShouldBeNull();
        imports[1].Problems.ShouldContain(problem => problem.Where == "/name");
        imports[2].Card!.StatusInUse.ShouldBeNull();
        imports[2].Problems.ShouldHaveSingleItem().Where.ShouldBe("/statusInUse");
    }

    [Fact]
    public void A_collection_of_published_records_gives_a_card_of_each()
    {
        CardImport import = Import(CardFormat.Atrs,
            "publishing_body,tool_name,published,url\nA ministry,Letters,2025-06-26,https://records.example/letters\n");
        import.Card!.Deployer!.Name.ShouldBe("A ministry");
        import.Card.Name.ShouldBe("Letters");
        import.Unused.ShouldBe(["published", "url"]);
    }

    private static string? Field(JsonObject fields, string name) => fields[name]?.GetValue<string>();

    private static CardImport Import(CardFormat format, string text) =>
        format.Import(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();
}
