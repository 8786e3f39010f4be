using System.Net;
using System.Text;
using System.Text.Json;
using Gouvernail.Log.Envelopes;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Tests.Verify;

/// <summary>From votes to a permit and back, over HTTP.</summary>
public sealed class GateStoryTests
{
    [Fact]
    public async Task What_people_voted_decides_whether_it_may_run_until_an_auditor_says_that_it_is_not_kept()
    {
        await using Gatehouse house = await Gatehouse.VotedAsync();
        (await house.RefusingAsync()).ShouldBe(["not-registered"]);
        house.FileCard();
        (await house.RefusingAsync()).ShouldBe(["no-mandate", "not-submitted"], ignoreOrder: true);
        house.Adopt();
        (await house.RefusingAsync()).ShouldBe(["no-evidence", "not-submitted"], ignoreOrder: true);

        await house.Desk.SitAsync(Role.Facilitator);
        await house.RecogniseAsync(house.Lab, "A laboratory", "auditor");
        await house.ActAsync("/automata/a1/submit", "{}");
        (await house.RefusingAsync()).ShouldBe(["no-evidence", "not-admitted"], ignoreOrder: true);
        JsonElement clause = (await house.DecisionAsync()).GetProperty("rules").EnumerateArray()
            .First(rule => rule.GetProperty("rule").GetString() == "m1#2");
        clause.GetProperty("votes").GetInt64().ShouldBeGreaterThan(10);

        // Anybody files it; the gate decides in the same commit.
        using (HttpClient anybody = house.Desk.Visitor())
        {
            using HttpResponseMessage filed = await house.SendAsync(Gatehouse.Post, house.Evidence(), anybody);
            filed.StatusCode.ShouldBe(HttpStatusCode.Created);
            JsonElement answer = JsonElement.Parse(
                await filed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            answer.GetProperty("permit").GetString().ShouldBe("admitted");
            answer.GetProperty("entries").GetInt64().ShouldBe(2);
        }

        (await house.DecisionAsync()).GetProperty("outcome").GetString().ShouldBe("admitted");

        // The community asks for more while it runs.
        house.Adopt(most: 0.01);
        (await house.RefusingAsync()).ShouldBe(["figure-fails", "not-admitted"]);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        (await house.PostAsync(Gatehouse.Post, house.Evidence(gap: 0.005))).GetProperty("permit").GetString()
            .ShouldBe("admitted");

        // An auditor says that a clause is not kept, and takes it back.
        await house.Desk.SitAsync(Role.Auditor);
        JsonElement said = await house.ActAsync(
            "/automata/a1/contest", """{"clause":"m1#2","text":"The office of the port was left out."}""");
        (await house.RefusingAsync()).ShouldContain("contested");
        await house.ActAsync(
            $"/contestations/{said.GetProperty("first").GetInt64()}/settle", """{"reason":"It was another list."}""");
        (await house.DecisionAsync()).GetProperty("outcome").GetString().ShouldBe("admitted");

        await house.Desk.SitAsync(Role.Facilitator);
        await house.ActAsync("/automata/a1/suspend", """{"reason":"A fault is looked into."}""");
        (await house.RefusingAsync()).ShouldBe(["suspended"]);
        await house.ActAsync("/automata/a1/resume", """{"reason":"It was none."}""");
        await house.ActAsync("/automata/a1/revoke", """{"reason":"The contract has ended."}""");
        (await house.RefusingAsync()).ShouldBe(["revoked"]);
        string page = await house.Desk.TextAsync("/register/a1/permit");
        page.ShouldContain("The contract has ended.");
        page.ShouldContain("A fault is looked into.");
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task A_runtime_is_let_through_only_while_the_permit_stands_and_is_told_why_not_in_its_language()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        using (HttpResponseMessage yes = await house.Desk.GetAsync("/api/gate/a1/authz"))
        {
            yes.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            yes.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        await house.ActAsync("/automata/a1/suspend", """{"reason":"A fault."}""");
        using HttpResponseMessage no = await house.Desk.GetAsync("/api/gate/a1/authz", ("Accept-Language", "fr"));
        no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        no.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonElement problem = JsonElement.Parse(
            await no.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.GetProperty("type").GetString().ShouldBe("/problems/gate-refused");
        problem.GetProperty("appeal").GetString().ShouldBe("https://town.example/nursery/appeal");
        problem.GetProperty("page").GetString().ShouldBe("/register/a1/permit");
        JsonElement rule = problem.GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("words").GetString().ShouldBe("suspendu");
        (await house.Desk.TextAsync("/problems/gate-refused")).ShouldContain("may not run");

        house.Adopt(most: 0.01);
        await house.ActAsync("/automata/a1/resume", """{"reason":"No fault."}""");
        using HttpResponseMessage still = await house.Desk.GetAsync("/api/gate/a1/authz");
        JsonElement first = JsonElement.Parse(await still.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken)).GetProperty("rules")[0];
        first.GetProperty("clause").GetString().ShouldBe("m1#2");
        first.GetProperty("votes").GetInt64().ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Whoever_holds_another_card_than_the_register_is_refused()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        string digest = (await house.DecisionAsync()).GetProperty("cardDigest").GetString()!;
        foreach ((string path, string outcome) in ((string, string)[])
        [
            ($"/api/gate/sha256:{digest}", "admitted"),
            ($"/api/gate/a1?card={digest}", "admitted"),
            ($"/api/gate/a1?card=sha256:{digest}", "admitted"),
            ($"/api/gate/a1?card={new string('0', 64)}", "refused"),
            ($"/api/gate/sha256:{new string('0', 64)}", "refused"),
            ("/api/gate/a2", "refused"),
            ("/api/gate/nothing-of-the-kind", "refused"),
        ])
        {
            (await house.DecisionAsync(path)).GetProperty("outcome").GetString().ShouldBe(outcome, path);
        }

        foreach (string path in (string[])["/api/gate/a1?card=abc", "/api/gate/sha256:abc", "/api/gate/%E2%80%AE"])
        {
            using HttpResponseMessage answer = await house.Desk.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }

        // An amended card has to be submitted again.
        house.FileCard(version: "2");
        (await house.RefusingAsync()).ShouldBe(["card-changed"]);
        using (HttpResponseMessage old = await house.Desk.GetAsync($"/api/gate/sha256:{digest}/authz"))
        {
            old.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await house.Desk.TextAsync("/facilitate/verify")).ShouldContain("has to be submitted again");
        await house.ActAsync("/automata/a1/submit", "{}");
        (await house.DecisionAsync()).GetProperty("outcome").GetString().ShouldBe("admitted");
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task Decisions_are_signed_with_the_log_s_key_and_a_refusal_is_no_verification_result()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        Envelope admitted = await EnvelopeAsync(house, "/api/gate/a1/decision.dsse.json");
        SignedDecision.Read(admitted, house.Community.VerifierKey)!.IsAdmitted.ShouldBeTrue();
        Envelope result = await EnvelopeAsync(house, "/api/gate/a1/svr.dsse.json");
        result.SignedBy([EnvelopeKey.Of(house.Community.VerifierKey)]).Count.ShouldBe(1);
        Encoding.UTF8.GetString(result.Payload.Span).ShouldContain("gouvernail:m1#2");

        await house.ActAsync("/automata/a1/revoke", """{"reason":"The contract has ended."}""");
        SignedDecision.Read(await EnvelopeAsync(house, "/api/gate/a1/decision.dsse.json"), house.Community.VerifierKey)!
            .IsAdmitted.ShouldBeFalse();
        using HttpResponseMessage none = await house.Desk.GetAsync("/api/gate/a1/svr.dsse.json");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonElement problem = JsonElement.Parse(
            await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.GetProperty("type").GetString().ShouldBe("/problems/no-verification-result");
        problem.GetProperty("rules")[0].GetProperty("rule").GetString().ShouldBe("permit");
    }

    [Fact]
    public async Task A_permit_ends_on_its_second_and_a_restart_keeps_everything_and_says_so_in_the_log()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        await house.RestartAsync();
        (await house.DecisionAsync()).GetProperty("outcome").GetString().ShouldBe("admitted");
        house.Clock.Pass(TimeSpan.FromDays(90));
        (await house.RefusingAsync()).ShouldContain("permit-over");
        house.Community.PermitBook.Of("a1").Status.ShouldBe(PermitStatus.Admitted);

        long before = house.Community.Journal.Size;
        LoopClock clock = house.Desk.Part<LoopClock>();
        await clock.LookAsync(TestContext.Current.CancellationToken);
        house.Community.PermitBook.Of("a1").Status.ShouldBe(PermitStatus.Expired);
        house.Community.Journal.Size.ShouldBe(before + 1);
        await clock.LookAsync(TestContext.Current.CancellationToken);
        house.Community.Journal.Size.ShouldBe(before + 1);
        await house.ShouldHoldAsync();
    }

    [Fact]
    public async Task What_was_over_while_the_server_was_down_is_logged_at_its_start()
    {
        await using Gatehouse house = await Gatehouse.AdmittedAsync();
        house.Clock.Pass(TimeSpan.FromDays(400));
        await house.RestartAsync();
        for (int i = 0; i < 300 && house.Community.PermitBook.Of("a1").Status != PermitStatus.Expired; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        house.Community.PermitBook.Of("a1").Status.ShouldBe(PermitStatus.Expired);
    }

    private static async Task<Envelope> EnvelopeAsync(Gatehouse house, string path)
    {
        using HttpResponseMessage answer = await house.Desk.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Envelope.MediaType);
        Envelope.TryParse(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), out Envelope? envelope,
            out _).ShouldBeTrue();
        return envelope!;
    }
}
