using System.Net;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.People;
using Gouvernail.Server.Tests.Consult;
using Gouvernail.Server.Tests.Consult.Facilitation;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Contest.Petitions;

/// <summary>Petitions by the pages, without any script.</summary>
public sealed class JourneyTests
{
    [Fact]
    public async Task From_the_first_threshold_to_the_answer_everything_is_done_on_pages()
    {
        await using Desk desk = await Desk.OpenAsync();
        (await desk.TextAsync("/petitions")).ShouldContain("Nobody has said yet how many signatures it takes");
        await desk.SitAsync(Role.Facilitator);
        await desk.DoAsync(
            "/facilitate/petitions", "/facilitate/petitions/thresholds",
            ("debate", "2"), ("review", ""), ("suspension", ""), ("rung", "open"), ("roll", ""), ("days", "30"));
        string page = await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        page.ShouldContain("Plant trees on the market square");
        page.ShouldContain("The petition runs, with your signature as the first.");
        page.ShouldContain("As soon as 2 people have signed, a public debate opens on this question.");
        page.ShouldContain("1 more is needed to reach 2.");
        page.ShouldContain("<progress max=\"2\" value=\"1\"");
        page.ShouldContain("Wednesday 1 May 2030");
        page.ShouldContain("Speeches");
        using HttpClient other = await desk.DeviceAsync();
        using var _ = await other.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK);
        page = await desk.TextAsync(Square.Page);
        page.ShouldContain("It has passed, with 2 signatures.");
        page.ShouldContain("<a class=\"button\" href=\"/c/c1\"", Case.Sensitive, "the debate that it opened");
        page.ShouldContain("Take part: Plant trees on the market square");
        page.ShouldContain("Neither the operator nor the community has answered yet.");
        await desk.DoAsync(
            "/facilitate/petitions", "/facilitate/petitions/p1/answer",
            ("from", "The town council"), ("text", "We plant ten limes."));
        (await desk.TextAsync(Square.Page)).ShouldContain("We plant ten limes.");
        (await desk.RefusedAsync(
            "/facilitate/petitions", "/facilitate/petitions/p1/stop", ("reason", "We have enough trees.")))
            .ShouldContain("what it decided stands");
        (await desk.TextAsync("/petitions")).ShouldContain("Passed");
        (await desk.TextAsync("/")).ShouldContain("With enough signatures a petition opens a debate");
        desk.ShouldHold();
    }

    [Fact]
    public async Task An_invitation_is_the_person_on_whatever_device()
    {
        await using Desk desk = await Desk.OpenAsync();
        IReadOnlyList<string> codes = desk.Set(5, Rung.Code, invited: 2);
        (await desk.TextAsync("/petitions/new")).ShouldContain("Your code");
        (await (await desk.PostAsync("/petitions/new", "/petitions/code", ("code", "0000-0000-0000-0000")))
            .TextAsync(HttpStatusCode.Forbidden)).ShouldContain("This code lets nobody in");
        (await desk.GoAsync("/petitions/new", "/petitions/code", ("code", codes[0])))
            .ShouldContain("What do you ask, in a line?");
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);

        using HttpClient phone = await desk.DeviceAsync();
        using (await phone.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.Conflict))
        {
            desk.P1().Count.ShouldBe(1, "who came by no invitation is told so, and not counted");
        }

        using (await phone.SendAsync(
            HttpMethod.Post, "/api/consultations/c1/pass", $$"""{"code":"{{codes[0]}}"}""", HttpStatusCode.NoContent))
        using (await phone.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
        {
            desk.P1().Count.ShouldBe(1, "the same person, on another device");
        }

        using (await phone.SendAsync(
            HttpMethod.Post, "/api/consultations/c1/pass", $$"""{"code":"{{codes[1]}}"}""", HttpStatusCode.NoContent))
        using (await phone.SendAsync(HttpMethod.Put, "/api/petitions/p1/signature", "{}", HttpStatusCode.OK))
        {
            desk.P1().Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Who_has_signed_can_take_it_back_prove_it_and_erase_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        (await desk.GoAsync(Square.Page, Square.Page + "/withdraw")).ShouldContain("Your signature is taken back.");
        desk.P1().Count.ShouldBe(0);
        string page = await desk.GoAsync(
            Square.Page, Square.Page + "/sign", ("read", $"{desk.P1().DescribedIn}"));
        page.ShouldContain("Your signature is recorded.");
        long place = desk.P1().Signatories.Values.Single().Position;
        page.ShouldContain($"{Square.Page}/receipt/{place}");
        (await desk.ReadAsync($"{Square.Page}/receipt/{place}")).ShouldContain("c2sp.org/tlog-proof@v1");
        using (HttpResponseMessage others = await desk.GetAsync($"{Square.Page}/receipt/0"))
        {
            others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        string data = await desk.TextAsync(Square.Page + "/me");
        data.ShouldContain("3 entries of the log", Case.Sensitive, "a text and two signatures");
        data.ShouldContain("by yourself, known by this device");
        (await desk.GoAsync(Square.Page + "/me", Square.Page + "/me/erase")).ShouldContain("It is erased.");
        desk.P1().Count.ShouldBe(0);
        desk.P1().Description.ShouldBeNull();
        page = await desk.TextAsync(Square.Page);
        page.ShouldContain("What this petition asked was erased.");
        page.ShouldNotContain("shade");
        desk.ShouldHold();
    }

    [Fact]
    public async Task A_text_is_put_better_until_somebody_else_has_signed_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        long read = desk.P1().DescribedIn;
        (string, string)[] better =
            [.. Square.Debate.Select(f => f.Name == "title" ? ("title", "Plant ten trees") : f)];
        (await desk.GoAsync(Square.Page + "/edit", Square.Page + "/edit", better)).ShouldContain("Plant ten trees");
        using HttpClient other = await desk.DeviceAsync();
        using (await other.SendAsync(
            HttpMethod.Put, "/api/petitions/p1/signature", $$"""{"read":{{read}}}""", HttpStatusCode.Conflict))
        using (await other.SendAsync(
            HttpMethod.Put, "/api/petitions/p1/signature", $$"""{"read":{{desk.P1().DescribedIn}}}""",
            HttpStatusCode.OK))
        {
            (await desk.RefusedAsync(Square.Page + "/edit", Square.Page + "/edit", Square.Debate))
                .ShouldContain("It stays as they read it", Case.Insensitive);
        }

        using HttpResponseMessage edit = await other.GetAsync(
            new Uri(Square.Page + "/edit", UriKind.Relative), TestContext.Current.CancellationToken);
        edit.StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is its starter's alone");
    }

    [Fact]
    public async Task A_facilitator_stops_a_petition_in_public_and_a_starter_takes_theirs_back()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        await desk.SitAsync(Role.Facilitator);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        (await desk.RefusedAsync("/facilitate/petitions", "/facilitate/petitions/p1/stop", ("reason", " ")))
            .ShouldContain("Give a reason");
        await desk.DoAsync(
            "/facilitate/petitions", "/facilitate/petitions/p1/stop", ("reason", "It names a private person."));
        string page = await desk.TextAsync(Square.Page);
        page.ShouldContain("A facilitator stopped it on");
        page.ShouldContain("It names a private person.");
        page.ShouldNotContain("/sign\"");
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        (await desk.GoAsync("/petitions/p2", "/petitions/p2/close")).ShouldContain("Who started it took it back on");
    }

    [Fact]
    public async Task A_moderator_sets_no_threshold_and_stops_nothing()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        await desk.SitAsync(Role.Moderator);
        (await desk.TextAsync("/facilitate/petitions")).ShouldNotContain("<form method=\"post\" action=\"/facilitate");
        foreach (string act in (string[])["thresholds", "p1/stop", "p1/answer"])
        {
            using HttpResponseMessage answer =
                await desk.PostAsync(Square.Page, "/facilitate/petitions/" + act, ("reason", "x"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, act);
        }

        desk.P1().Closed.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_with_a_petition_is_said_and_what_was_typed_stays()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        (string, string)[] wrong = [.. Square.Debate.Select(f => f.Name == "start" ? ("start", "tomorrow") : f)];
        string page = await desk.RefusedAsync("/petitions/new", "/petitions/new", wrong);
        page.ShouldContain("Say when the gathering starts");
        page.ShouldContain("Trees give shade.");
        desk.Host.Community.PetitionBook.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_leaflet_and_a_date_can_be_taken_away()
    {
        await using Desk desk = await Desk.OpenAsync();
        desk.Set(5);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        string leaflet = await desk.TextAsync(Square.Page + "/leaflet");
        leaflet.ShouldContain("<svg class=\"qr\"");
        leaflet.ShouldContain("leaflet.css");
        leaflet.ShouldContain(Square.Page);
        using HttpResponseMessage calendar = await desk.GetAsync(Square.Page + "/event.ics");
        calendar.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        string file = await calendar.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        file.ShouldContain("DTSTART:20300501T183000\r\n");
        file.ShouldContain("SUMMARY:Plant trees on the market square\r\n");
        (string, string)[] none = [.. Square.Debate.Where(f => f.Name is "effect" or "title" or "text")];
        await desk.GoAsync("/petitions/new", "/petitions/new", none);
        using HttpResponseMessage missing = await desk.GetAsync("/petitions/p2/event.ics");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_log_says_that_the_days_of_a_petition_are_over()
    {
        var clock = new LaterClock();
        await using Desk desk = await Desk.OpenAsync(clock: clock);
        desk.Set(5);
        await desk.GoAsync("/petitions/new", "/petitions/new", Square.Debate);
        await desk.Part<LoopClock>().LookAsync(TestContext.Current.CancellationToken);
        desk.P1().Closed.ShouldBeNull();
        clock.Later = TimeSpan.FromDays(30);
        await desk.Part<LoopClock>().LookAsync(TestContext.Current.CancellationToken);
        await desk.Part<LoopClock>().LookAsync(TestContext.Current.CancellationToken);
        desk.P1().Closed!.Cause.ShouldBe(PetitionEnd.Expired);
        (await desk.TextAsync(Square.Page)).ShouldContain("Signatures ended on");
    }
}

/// <summary>The machine's clock, put forward.</summary>
internal sealed class LaterClock : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
}
