using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Server.Mandate.Writing;

namespace Gouvernail.Server.Tests.Mandate;

/// <summary>What a form changes of a draft, and what it leaves alone.</summary>
public sealed class DraftEditsTests
{
    private const string Draft = """
        {"_type":"gouvernail/mandate/v1","title":"T","preamble":"P","language":"en","clauses":[
          {"id":"1","kind":"purpose","text":"Translate.","allowed":["translation"],
           "cites":[{"result":7,"statements":[{"statement":"1"}]}]},
          {"id":"2","kind":"evidence","text":"Fair.","requires":{"name":"audit","predicateType":"urn:a",
           "classes":["produit"],"tests":[
             {"figure":"/a","atMost":1},{"figure":"/b","atMost":2},{"figure":"/c","atMost":3},
             {"figure":"/d","atMost":4},{"figure":"/e","atMost":5},{"figure":"/f","equals":"PASSED"}]},
           "cites":[{"result":7,"statements":[{"statement":"1"}]},{"result":9,"statements":[{"statement":"2"}]}]},
          {"id":"3","kind":"term","text":"A year.","expires":"2031-01-01",
           "cites":[{"result":7,"statements":[{"statement":"1"}]}]}]}
        """;

    [Fact]
    public void Changing_a_word_of_a_clause_loses_nothing_that_the_form_does_not_show()
    {
        MandateDocument before = Read(Encoding.UTF8.GetBytes(Draft));
        var form = ClauseForm.Of(before.Clauses[1]);
        var cites = new JsonArray(
            JsonNode.Parse("""{"result":7,"statements":[{"statement":"1"},{"statement":"4"}]}"""));
        MandateDocument after = Read(DraftEdits.Clause(before, form with { Text = "Fair to all." }, cites));

        var clause = after.Clauses[1].ShouldBeOfType<EvidenceClause>();
        clause.Text.ShouldBe("Fair to all.");
        clause.Requires.Tests.Select(test => test.Figure).ShouldBe(["/a", "/b", "/c", "/d", "/e", "/f"]);
        clause.Requires.Classes.ShouldBe(["produit"]);
        clause.Cites.Select(citation => citation.Result).ShouldBe([7, 9]);
        clause.Cites[0].Statements.Select(support => support.Statement).ShouldBe(["1", "4"]);
    }

    [Fact]
    public void A_row_that_the_form_shows_can_be_taken_off()
    {
        MandateDocument before = Read(Encoding.UTF8.GetBytes(Draft));
        var form = ClauseForm.Of(before.Clauses[1]);
        string[] none = ["", "", "", ""];
        MandateDocument after = Read(DraftEdits.Clause(
            before, form with { Tests = [form.Tests[0], none, none, none] }, Cite(7)));
        after.Clauses[1].ShouldBeOfType<EvidenceClause>().Requires.Tests.Select(test => test.Figure)
            .ShouldBe(["/a", "/e", "/f"]);
    }

    [Fact]
    public void A_clause_of_another_kind_takes_over_nothing_of_the_one_before()
    {
        MandateDocument before = Read(Encoding.UTF8.GetBytes(Draft));
        var form = new ClauseForm { Id = "2", Kind = "limit", Text = "No profiles." };
        MandateDocument after = Read(DraftEdits.Clause(before, form, Cite(7)));
        after.Clauses[1].ShouldBeOfType<LimitClause>().Requires.ShouldBeNull();
    }

    private static JsonArray Cite(long result) =>
        [JsonNode.Parse($$"""{"result":{{result}},"statements":[{"statement":"1"}]}""")];

    private static MandateDocument Read(byte[] json)
    {
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) = MandateDocument.Read(json);
        problems.ShouldBeEmpty();
        return document!;
    }
}
