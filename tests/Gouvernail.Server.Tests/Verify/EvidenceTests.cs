using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;
using Gouvernail.Verify.Evidence;

namespace Gouvernail.Server.Tests.Verify;

/// <summary>Evidence from anybody, most of it wrong.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public async Task Evidence_that_is_not_what_it_says_is_refused_each_time_with_its_reason()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        using SignerKey stranger = SignerKey.Generate("stranger.example", SignatureKind.Ed25519);
        byte[] good = house.Evidence();
        JsonNode forged = JsonNode.Parse(good)!;
        forged["payload"] = JsonNode.Parse(house.Evidence(gap: 0.001))!["payload"]!.DeepClone();
        byte[] revoked = house.Evidence(house.Maker);
        await house.ActAsync(
            $"/signers/{EnvelopeKey.Of(house.Maker.Verifier).Id}/revoke", """{"reason":"The key was lost."}""");
        (string Type, byte[] Body)[] wrong =
        [
            ("bad-signature", Encoding.UTF8.GetBytes(forged.ToJsonString())),
            ("signer-unknown", house.Evidence(stranger)),
            ("signer-revoked", revoked),
            ("wrong-subject", house.Evidence(artefact: new string('b', 64))),
            ("from-the-future", house.Evidence(made: house.Clock.Now.AddHours(1))),
            ("undated", house.Evidence(more: predicate => predicate.Remove("timeCreated"))),
            ("not-evidence", "{}"u8.ToArray()),
            ("not-evidence", []),
            ("not-evidence", Encoding.UTF8.GetBytes(new string('[', 100_000))),
        ];
        foreach ((string type, byte[] body) in wrong)
        {
            (await house.RefusedAsync(Gatehouse.Post, body)).GetProperty("type").GetString()
                .ShouldBe("/problems/" + type);
        }

        (await house.RefusedAsync("/api/automata/a7/evidence", good)).GetProperty("type").GetString()
            .ShouldBe("/problems/no-such-automaton");
        (await house.RefusedAsync(Gatehouse.Post, new byte[EvidenceFiled.MostBytes + 1]))
            .GetProperty("type").GetString().ShouldBe("/problems/too-large");
        house.Community.EvidenceBook.Filed.ShouldBeEmpty();

        // The same again is no fresher.
        await house.PostAsync(Gatehouse.Post, good);
        (await house.RefusedAsync(Gatehouse.Post, good)).GetProperty("type").GetString()
            .ShouldBe("/problems/filed-already");
    }

    [Fact]
    public async Task Evidence_that_is_too_old_or_of_a_role_that_is_not_asked_for_is_filed_and_counts_for_nothing()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        await house.ActAsync("/automata/a1/submit", "{}");
        await house.PostAsync(Gatehouse.Post, house.Evidence(house.Maker));
        (await house.RefusingAsync()).ShouldContain("other-signer");
        await house.PostAsync(Gatehouse.Post, house.Evidence(made: house.Clock.Now.AddDays(-91)));
        (await house.RefusingAsync()).ShouldContain("evidence-expired");
        await house.PostAsync(Gatehouse.Post, house.Evidence(gap: 0.3, made: house.Clock.Now.AddDays(-1)));
        (await house.RefusingAsync()).ShouldContain("figure-fails");
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task The_same_evidence_fifty_times_at_once_is_filed_once()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        byte[] body = house.Evidence();
        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => house.SendAsync(Gatehouse.Post, body)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(49);
        Array.ForEach(answers, answer => answer.Dispose());
        house.Community.EvidenceBook.Filed.Count.ShouldBe(1);
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task Erased_evidence_ends_the_permit_that_stood_on_it_in_the_same_commit()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        long place = house.Community.EvidenceBook.Filed[0].Position;
        Outcome outcome = house.Community.Erase(
            new Tombstone(place, "a court has ordered it", "the board"), TestContext.Current.CancellationToken);
        outcome.Count.ShouldBe(2);
        (await house.RefusingAsync()).ShouldContain("no-evidence");
        using HttpResponseMessage gone = await house.Desk.GetAsync($"/register/a1/evidence/{place}.dsse.json");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Nobody can make the earlier decision again; nothing contradicts it.
        await house.ShouldHoldAsync(FindingKind.Unchecked);
    }

    [Fact]
    public async Task Anybody_files_evidence_by_the_page_as_a_file_or_pasted_and_reads_it_there()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        using var anybody = new AnybodyDesk(house.Desk);
        const string Page = "/register/a1/evidence";
        byte[] first = house.Evidence();
        using (HttpResponseMessage uploaded = await house.Desk.UploadAsync(Page, Page, "file", [("e.json", first)]))
        {
            uploaded.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            uploaded.Headers.Location!.OriginalString.ShouldBe(Page + "?notice=filed");
        }

        await anybody.DoAsync(Page, ("envelope", Encoding.UTF8.GetString(house.Evidence(house.Maker))));
        string page = await house.Desk.TextAsync(Page);
        page.ShouldContain("A laboratory");
        page.ShouldContain("The maker");
        page.ShouldContain("/metrics/gap");
        long place = house.Community.EvidenceBook.Filed[0].Position;
        (await house.Desk.Client.GetByteArrayAsync(
            new Uri($"{Page}/{place}.dsse.json", UriKind.Relative), TestContext.Current.CancellationToken))
            .ShouldBe(first);
        (await house.Desk.RefusedAsync(Page, Page, ("envelope", "nonsense"))).ShouldContain("DSSE");
        (await house.Desk.RefusedAsync(Page, Page, ("envelope", ""))).ShouldContain("Choose a file");
    }

    [Fact]
    public async Task Hostile_evidence_hurts_no_page()
    {
        const string Hurt = "<script>hurt()</script>\u202eexe.\u0000\u0007";
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        await house.ActAsync("/automata/a1/submit", "{}");
        await house.PostAsync(Gatehouse.Post, house.Evidence(more: predicate =>
        {
            predicate[Hurt + new string('n', 3000)] = Hurt + new string('v', 3000);
            predicate["result"] = Hurt;
            JsonNode deep = new JsonObject();
            for (int i = 0; i < 10; i++)
            {
                deep = new JsonObject { ["deep"] = deep };
            }

            predicate["a"] = deep;
            predicate["many"] = new JsonObject(
                Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"m{i}", (JsonNode?)JsonValue.Create(i))));
        }));
        await house.Desk.SitAsync(Role.Auditor);
        await house.ActAsync(
            "/automata/a1/contest", JsonSerializer.Serialize(new { clause = "m1#2", text = Hurt + "\n" + Hurt }));
        await house.Desk.SitAsync(Role.Facilitator);
        await house.ActAsync("/automata/a1/suspend", JsonSerializer.Serialize(new { reason = Hurt }));
        foreach (string path in (string[])["/register/a1/permit", "/register/a1/evidence", "/facilitate/verify"])
        {
            string page = await house.Desk.ReadAsync(path);
            page.ShouldNotContain("<script>hurt");
            page.ShouldNotContain("\u202e");
            page.ShouldNotContain("\u0007");
            page.ShouldNotContain(new string('n', 300));
            page.ShouldNotContain(new string('v', 300));
            page.Length.ShouldBeLessThan(40_000, path);
        }
    }

    [Fact]
    public async Task Only_auditors_say_that_a_clause_is_not_kept_and_only_facilitators_grant()
    {
        await using Gatehouse house = await Gatehouse.ReadyAsync();
        await house.Desk.SitAsync(Role.Auditor);
        await house.Desk.DoAsync(
            "/register/a1/evidence", "/register/a1/contest", ("clause", "m1#2"), ("text", "The port was left out."));
        (await house.Desk.RefusedAsync(
            "/register/a1/evidence", "/register/a1/contest", ("clause", "m9#9"), ("text", "It is not kept.")))
            .ShouldContain("It is not kept.");
        byte[] reason = "{\"reason\":\"a\"}"u8.ToArray();
        foreach (string path in (string[])
            ["automata/a1/submit", "automata/a1/suspend", "automata/a1/revoke", "signers", "signers/k/revoke"])
        {
            (await house.RefusedAsync("/api/facilitate/" + path, reason)).GetProperty("type").GetString()
                .ShouldBe("/problems/forbidden", path);
        }

        using HttpClient anybody = house.Desk.Visitor();
        using HttpResponseMessage no = await house.SendAsync("/api/facilitate/automata/a1/contest", reason, anybody);
        no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage desk = await anybody.GetAsync(
            new Uri("/facilitate/verify", UriKind.Relative), TestContext.Current.CancellationToken);
        desk.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>A browser that nobody with a role uses.</summary>
    private sealed class AnybodyDesk(Desk desk) : IDisposable
    {
        private readonly HttpClient _client = desk.Visitor();

        public async Task DoAsync(string page, (string Name, string Value) field)
        {
            string html = await _client.GetStringAsync(
                new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            using var content = new MultipartFormDataContent
            {
                { new StringContent(html.Split("name=\"token\" value=\"")[1].Split('"')[0]), "token" },
                { new StringContent(field.Value), field.Name },
            };
            using HttpResponseMessage answer = await _client.PostAsync(
                new Uri(page, UriKind.Relative), content, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        public void Dispose() => _client.Dispose();
    }
}
