using System.Net;
using Gouvernail.Consult.Consultations;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class JourneyTests
{
    [Fact]
    public async Task An_empty_community_is_led_to_its_first_consultation()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        (await desk.TextAsync("/facilitate")).ShouldContain("Step 1 of 5");
        (await desk.RefusedAsync("/facilitate/name", "/facilitate/name", ("name", " "))).ShouldContain("1 to 500");
        (await desk.DoAsync("/facilitate/name", "/facilitate/name", ("name", "Saint-Martin")))
            .ShouldBe("/facilitate/new");
        (await desk.TextAsync("/facilitate/new")).ShouldContain("Step 2 of 5");
        string page = await desk.RefusedAsync("/facilitate/new", "/facilitate/new",
            ("part", "question"), ("topic", " "), ("description", "Closed since 2019."));
        page.ShouldContain("the question is missing");
        page.ShouldContain("Closed since 2019.");
        (await desk.DoAsync("/facilitate/new", "/facilitate/new", ("part", "question"), ("topic", "The station?")))
            .ShouldBe("/facilitate/c1/statements?notice=drafted");
        (await desk.TextAsync("/facilitate")).ShouldContain("Step 3 of 5");
        string statements = "/facilitate/c1/statements";
        await desk.DoAsync(statements, statements, ("do", "add"), ("texts", "Sell it."));
        (await desk.TextAsync("/facilitate")).ShouldContain("Step 4 of 5");
        (await desk.RefusedAsync("/facilitate/c1/edit?part=admits", "/facilitate/c1/edit?part=admits",
            ("part", "admits"))).ShouldContain("at least one way");
        (await desk.DoAsync("/facilitate/c1/edit?part=admits", "/facilitate/c1/edit?part=admits",
            ("part", "admits"), ("admits", "open"), ("admits", "member"))).ShouldBe("/facilitate/c1?notice=edited");
        (await desk.TextAsync("/facilitate/c1")).ShouldContain("Step 5 of 5");
        await desk.DoAsync("/facilitate/c1", "/facilitate/c1/stage", ("to", "open"));
        string dashboard = await desk.TextAsync("/facilitate");
        dashboard.ShouldNotContain("of 5");
        dashboard.ShouldContain("The station?");
        desk.Host.Community.Live.All[0].View().Opened.Terms.Admits.ShouldBe([Rung.Open, Rung.Member]);
        desk.Host.Community.Live.All[0].View().Opened.By.ShouldBe("r1");
        desk.ShouldHold();
    }

    [Fact]
    public async Task A_consultation_is_edited_until_somebody_has_voted()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        string edit = $"/facilitate/{id}/edit";
        (string, string)[] all =
        [
            ("part", "question"), ("part", "admits"), ("part", "rest"), ("topic", "And the station?"),
            ("admits", "open"), ("takes", "yes"), ("strict", "yes"), ("length", "140"), ("results", "closed"),
            ("publish-statements", "yes"), ("hosts", "https://town.example\n"),
        ];
        (await desk.RefusedAsync(edit, edit, [.. all[..7], ("length", "many"), .. all[8..]]))
            .ShouldContain("1 to 1000 characters");
        (await desk.RefusedAsync(edit, edit, [.. all[..10], ("hosts", "https://town.example/x")]))
            .ShouldContain("https://town.example/x");
        await desk.DoAsync(edit, edit, all);
        ConsultationOpened opened = desk.Host.Community.Live.All[0].View().Opened;
        opened.Topic.ShouldBe("And the station?");
        opened.Publishes.ShouldBe(Publication.Statements);
        opened.Terms.ShouldBe(new Terms
        {
            IsStrict = true,
            Results = ResultsShown.Closed,
            StatementLength = 140,
            Hosts = ["https://town.example"],
        });
        (await desk.VoteAsync(id, "1")).Refusal.ShouldBeNull();
        (await desk.TextAsync(edit)).ShouldContain("stay as they were put");
        using HttpResponseMessage late = await desk.PostAsync($"/facilitate/{id}", edit, all);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.PageAsync()).ShouldContain("Somebody has voted");
    }

    [Fact]
    public async Task A_consultation_is_paused_resumed_closed_and_reopened_for_reasons()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        string page = "/facilitate/" + id, stage = page + "/stage";
        (await desk.RefusedAsync(page, stage, ("to", "pause"), ("reason", " "))).ShouldContain("Give a reason");
        (await desk.DoAsync(page, stage, ("to", "pause"), ("reason", "The week-end"))).ShouldBe(page + "?notice=pause");
        (await desk.VoteAsync(id, "1")).Refusal!.Code.ShouldBe("paused");
        (await desk.TextAsync(page)).ShouldContain("The reason given: The week-end");
        await desk.DoAsync(page, stage, ("to", "resume"));
        (await desk.VoteAsync(id, "1")).Refusal.ShouldBeNull();
        await desk.DoAsync(page, stage, ("to", "close"), ("reason", "The council meets"));
        (await desk.RefusedAsync(page, stage, ("to", "pause"), ("reason", "x"))).ShouldContain("look at it again");
        await desk.DoAsync(page, stage, ("to", "reopen"), ("reason", "It is put off"));
        (await desk.VoteAsync(id, "2")).Refusal.ShouldBeNull();
        using HttpResponseMessage wrong = await desk.PostAsync(page, stage, ("to", "elsewhere"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.TextAsync("/facilitate")).ShouldContain("2 votes");
        desk.ShouldHold();
    }

    [Fact]
    public async Task Statements_are_looked_at_before_they_are_added()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        string page = $"/facilitate/{id}/statements";
        string texts = "Sell it!\n\nA garden for all.\n!!!";
        using HttpResponseMessage preview = await desk.PostAsync(page, page, ("do", "preview"), ("texts", texts));
        string shown = await preview.PageAsync();
        shown.ShouldContain("1 new statement.");
        shown.ShouldContain("1 is there already.");
        shown.ShouldContain("1 cannot be added.");
        (await desk.RefusedAsync(page, page, ("do", "add"), ("texts", texts))).ShouldContain("Sentence 4");
        desk.Host.Community.Live.All[0].View().Statements.Count.ShouldBe(3);
        byte[] csv = System.Text.Encoding.UTF8.GetBytes("\ufeffauthor,Comment-Body\r\na,\"A garden, for all.\"\r\n");
        using HttpResponseMessage read = await desk.UploadAsync(page, page + "/file", "file", [("a.csv", csv)]);
        (await read.PageAsync()).ShouldContain("A garden, for all.</textarea>");
        byte[] latin = [.. "text\n"u8, 0xE9, (byte)'\n'];
        using HttpResponseMessage wrong = await desk.UploadAsync(page, page + "/file", "file", [("../b.csv", latin)]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.PageAsync()).ShouldContain("b.csv, line 2, column 1: the byte 0xE9");
        desk.Host.Community.Live.All[0].View().Statements.Count.ShouldBe(3);
    }
}
