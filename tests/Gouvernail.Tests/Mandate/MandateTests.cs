using System.Text;
using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Tests.Mandate;

/// <summary>What people agreed on becomes an order: every clause traces to votes, and the rule was known before.
/// </summary>
public sealed class MandateTests
{
    [Fact]
    public void A_clause_shows_who_supported_it_group_by_group_as_the_result_counts_them()
    {
        using var hall = new Hall();
        hall.Draft(hall.Json()).ShouldBeNull();
        MandateDocument document = hall.Book.Find("m1")!.Last.Document;
        Citation citation = document.Clauses[0].Cites.ShouldHaveSingleItem();
        citation.Consultation.ShouldBe("c1");
        citation.Output.ShouldBe(hall.Book.Results[hall.Result].Output);
        using JsonDocument output = JsonDocument.Parse(hall.Community.OutputOf(citation.Output)!);
        foreach (Support support in citation.Statements)
        {
            support.Groups.Sum(group => group.Seen).ShouldBeLessThanOrEqualTo(support.Seen);
            support.Groups.Count.ShouldBe(output.RootElement.GetProperty("groups").GetArrayLength());
            JsonElement total = output.RootElement.GetProperty("statementList").EnumerateArray()
                .Single(s => s.GetProperty("statement").GetString() == support.Statement);
            (support.Agree, support.Disagree, support.Seen).ShouldBe((
                total.GetProperty("agree").GetInt64(), total.GetProperty("disagree").GetInt64(),
                total.GetProperty("seen").GetInt64()));
        }

        document.Clauses[0].Votes.ShouldBe(citation.Statements.Max(support => support.Seen));
    }

    [Fact]
    public void A_clause_that_cites_nothing_of_the_log_is_refused()
    {
        using var hall = new Hall();
        hall.Draft(hall.Json().Replace($"\"result\":{hall.Result}", "\"result\":3", StringComparison.Ordinal))
            .ShouldBe("no-such-result");
        hall.Draft(hall.Json().Replace($"\"statement\":\"{hall.Statement(0)}\"", "\"statement\":\"none\"",
            StringComparison.Ordinal)).ShouldBe("no-such-statement");
        string output = hall.Book.Results[hall.Result].Output;
        File.WriteAllText(Path.Combine(hall.Town.Folder.Blobs, output), "{}");
        hall.Draft(hall.Json()).ShouldBe("no-output");
    }

    [Theory]
    [InlineData("\"kind\":\"purpose\"", "\"kind\":\"wish\"", "/clauses/0/kind")]
    [InlineData("\"allowed\":[\"translation\"],", "", "/clauses/0")]
    [InlineData("\"allowed\":[\"translation\"]", "\"allowed\":[\"a\"],\"forbidden\":[\"a\"]", "/clauses/0")]
    [InlineData("\"allowed\":[\"translation\"]", "\"allowed\":[\"reading aloud\"]", "/clauses/0/allowed")]
    [InlineData("\"allowed\":[\"translation\"]", "\"forbidden\":[\"Hiring\"]", "/clauses/0/forbidden")]
    [InlineData("\"title\":\"Translation\"", "\"titel\":\"Translation\"", "/title")]
    [InlineData("\"title\":\"Translation\"", "\"titel\":\"Translation\"", "/titel")]
    [InlineData("\"kind\":\"term\"", "\"kind\":\"limit\"", "/clauses")]
    [InlineData("2031-01-01", "some day", "/clauses/1/expires")]
    [InlineData("\"id\":\"9\"", "\"id\":\"1\"", "/clauses")]
    [InlineData("gouvernail/mandate/v1", "gouvernail/mandate/v9", "/_type")]
    public void What_is_wrong_with_a_mandate_is_said_with_its_place(string what, string instead, string place)
    {
        using var hall = new Hall();
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) = MandateDocument.Read(
            Encoding.UTF8.GetBytes(hall.Json().Replace(what, instead, StringComparison.Ordinal)));
        document.ShouldBeNull();
        problems.ShouldContain(problem => problem.Path == place);
        problems.ShouldAllBe(problem => problem.What.French.Length > 0 && problem.What.English.Length > 0);
    }

    [Theory]
    [InlineData("\"signers\":[\"auditor\"]", "\"signers\":[\"Auditor\"]", "/clauses/1/requires/signers")]
    [InlineData("https://in-toto.io/attestation/test-result/v0.1", "an audit", "/clauses/1/requires/predicateType")]
    [InlineData("/figures/odds", "figures/odds", "/clauses/1/requires/tests/1/figure")]
    [InlineData("/figures/odds", "/figures/odds~2", "/clauses/1/requires/tests/1/figure")]
    public void Evidence_that_nobody_could_give_is_not_asked_for(string what, string instead, string place)
    {
        using var hall = new Hall();
        string json = hall.Json(Hall.Purpose, Verify.Yard.Audit, Hall.Term);
        MandateDocument.Read(Encoding.UTF8.GetBytes(json)).Problems.ShouldBeEmpty();
        MandateDocument.Read(Encoding.UTF8.GetBytes(json.Replace(what, instead, StringComparison.Ordinal)))
            .Problems.ShouldContain(problem => problem.Path == place);
    }

    [Fact]
    public void Its_bytes_are_canonical_and_read_back_the_same()
    {
        using var hall = new Hall();
        MandateDocument document = Hall.Document(hall.Json(
            Hall.Purpose, Hall.Term,
            """
            {"id":"2","kind":"objective","text":"Quality.","metrics":[
              {"name":"quality","definition":"Share of sentences that two readers call right.","weight":0.75},
              {"name":"local","definition":"Share of items from here.","atLeast":0.1,"atMost":0.5}],CITES}
            """,
            """
            {"id":"3","kind":"limit","text":"No profiles.","requires":{"name":"audit","predicateType":"urn:a",
              "signers":["auditor"],"count":2,"maxAgeDays":90,"classes":["product","tool"],
              "tests":[{"figure":"/a~1b/0","atMost":0.1},{"figure":"/result","equals":"PASSED"}]},CITES}
            """));
        MandateDocument.Read(document.ToBytes()).Document.ShouldBe(document);
        using JsonDocument json = JsonDocument.Parse(document.ToBytes());
        CanonicalJson.Of(json.RootElement).ShouldBe(document.ToBytes());
        document.Clauses.OfType<LimitClause>().Single().Requires!.Classes.ShouldBe(["produit", "outil"]);
    }

    [Fact]
    public void Trustees_adopt_it_by_the_rule_that_was_set_before_and_only_once_enough_have_signed()
    {
        using var hall = new Hall();
        hall.Draft(hall.Json()).ShouldBeNull();
        hall.Put().ShouldBe("no-rule");
        hall.SetRule(hall.TrusteeRule).ShouldBeNull();
        hall.Adopt().ShouldBe("not-put");
        hall.Put().ShouldBeNull();
        hall.Put().ShouldBe("put-already");
        hall.Adopt().ShouldBe("signatures-missing");
        hall.Sign(0, payload: "{}"u8.ToArray()).ShouldBe("wrong-document");
        hall.Sign(0).ShouldBeNull();
        hall.Sign(0).ShouldBe("no-new-signature");
        hall.Adopt().ShouldBe("signatures-missing");

        // A rule that is set later does not change what was put before.
        hall.SetRule(Hall.RatificationRule()).ShouldBeNull();
        hall.Sign(2).ShouldBeNull();
        hall.Adopt().ShouldBeNull();
        hall.Adopt().ShouldBe("adopted-already");
        hall.Book.InForce(hall.Clock.Now).ShouldHaveSingleItem().Document.Id.ShouldBe("m1");
    }

    [Fact]
    public void People_ratify_it_where_every_group_agrees_with_every_clause()
    {
        using var hall = new Hall();
        hall.SetRule(Hall.RatificationRule(share: 0.6, participants: 10)).ShouldBeNull();
        hall.Draft(hall.Json()).ShouldBeNull();
        hall.Put().ShouldBe("no-consultation");
        hall.Put(consultation: "c1").ShouldBe("not-a-draft");
        string consultation = hall.Consultation();
        hall.Put(consultation: consultation).ShouldBeNull();
        hall.Community.Consultations.All[^1].InOrder.Select(s => s.Text)
            .ShouldBe(["Translate. [m1 v1 #1]", "A year. [m1 v1 #9]"]);
        hall.Adopt(result: hall.Result).ShouldBe("not-ratified");
        long result = hall.Vote(consultation, 12, (person, _) => person < 11 ? 1 : -1);

        // A facilitator does not choose whose votes count.
        hall.Town.Publish(consultation, given: """{"resamples":0,"rungs":["open"]}""");
        hall.Adopt(result: hall.Book.Results.Keys.Last()).ShouldBe("not-ratified");
        hall.Adopt(result: result).ShouldBeNull();
        MandateVersion version = hall.Book.InForce(hall.Clock.Now).ShouldHaveSingleItem();
        version.Adopted!.Result.ShouldBe(result);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(9, 0)]
    public void What_a_group_refuses_or_too_few_have_voted_on_is_not_adopted(int people, int refused)
    {
        using var hall = new Hall();
        hall.SetRule(Hall.RatificationRule(share: 0.6, participants: 10)).ShouldBeNull();
        hall.Draft(hall.Json()).ShouldBeNull();
        string consultation = hall.Consultation();
        hall.Put(consultation: consultation).ShouldBeNull();
        long result = hall.Vote(consultation, people, (person, statement) =>
            statement == refused && person % 2 == 0 ? -1 : 1);
        hall.Adopt(result: result).ShouldBe("not-ratified");
        hall.Book.InForce(hall.Clock.Now).ShouldBeEmpty();
    }

    [Fact]
    public void An_amendment_replaces_the_version_before_once_it_is_adopted()
    {
        using var hall = new Hall();
        string id = hall.Adopted(hall.Json());
        string amended = hall.Json().Replace("\"translation\"", "\"transcription\"", StringComparison.Ordinal);
        hall.Draft(amended, id).ShouldBeNull();
        hall.Book.InForce(hall.Clock.Now).Single().Document.Version.ShouldBe(1);
        hall.Adopted(amended.Replace("For what?", "For which work?", StringComparison.Ordinal), id);
        MandateVersion now = hall.Book.InForce(hall.Clock.Now).ShouldHaveSingleItem();
        (now.Document.Version, now.Document.Preamble).ShouldBe((2, "For which work?"));
        now.Document.Replaces.ShouldBe(hall.Book.Find(id)!.Find(1)!.Digest);
    }

    [Fact]
    public void It_ends_on_its_day_and_when_it_is_revoked()
    {
        using var hall = new Hall();
        string id = hall.Adopted(hall.Json());
        hall.Book.InForce(new(2030, 12, 31, 23, 59, 59, TimeSpan.Zero)).ShouldHaveSingleItem();
        hall.Book.InForce(new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero)).ShouldBeEmpty();
        hall.Act(_ => RevokeMandate.Decide(hall.Community.Roles, hall.Community.Mandates.Book, new(id, " ", null)))
            .ShouldBe("no-reason");
        hall.Act(_ => RevokeMandate.Decide(hall.Community.Roles, hall.Community.Mandates.Book, new(id, "Void.", null)))
            .ShouldBeNull();
        hall.Book.InForce(hall.Clock.Now).ShouldBeEmpty();
        hall.Draft(hall.Json(), id).ShouldBe("mandate-revoked");
    }

    [Fact]
    public async Task Whoever_is_no_facilitator_writes_and_adopts_nothing()
    {
        using var hall = new Hall();
        (await hall.Community.DraftMandateAsync(
            null, Hall.Document(hall.Json()), "r7", TestContext.Current.CancellationToken))
            .Refusal!.Code.ShouldBe("not-allowed");
        hall.Adopted(hall.Json());
        hall.Act(_ => RevokeMandate.Decide(hall.Community.Roles, hall.Community.Mandates.Book, new("m1", "No.", "r7")))
            .ShouldBe("not-allowed");
    }

    [Fact]
    public void What_is_known_is_the_same_when_the_log_is_read_again()
    {
        using var hall = new Hall();
        hall.Adopted(hall.Json());
        string before = Told(hall.Book);
        hall.Town.Reopen();
        Told(hall.Book).ShouldBe(before);
        Told(hall.Community.Mandates.Book).ShouldBe(before);
        Directory.Delete(hall.Town.Folder.Snapshots, recursive: true);
        hall.Town.Reopen();
        Told(hall.Community.Mandates.Book).ShouldBe(before);
    }

    private static string Told(MandateBook book) => string.Join('\n', book.Mandates.SelectMany(mandate =>
        mandate.Versions.Select(version =>
            $"{mandate.Id} {version.Digest} {version.AdoptedAt} {version.Signatures.Count} {version.Since}")));
}
