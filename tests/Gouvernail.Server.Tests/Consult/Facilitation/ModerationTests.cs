using System.Net;
using Gouvernail.Choice;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class ModerationTests
{
    [Fact]
    public async Task Every_decision_is_told_in_order_with_its_reason_to_everybody()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        await desk.ProposeAsync(id, "My neighbour is a fool.");
        string page = $"/facilitate/{id}/moderation";
        (await desk.TextAsync(page)).ShouldContain("My neighbour is a fool.");
        (await desk.RefusedAsync("/facilitate", page, ("statement", "4"), ("decision", "reject"), ("reason", " ")))
            .ShouldContain("Give a reason");
        await desk.DoAsync("/facilitate", page, ("statement", "4"), ("decision", "accept"));
        await desk.DoAsync("/facilitate", page, ("statement", "4"), ("decision", "reject"),
            ("preset", "It attacks somebody"), ("reason", "see the rules"));
        await desk.DoAsync("/facilitate", page, ("statement", "2"), ("decision", "meta"));
        using HttpClient stranger = desk.Visitor();
        string record = WebUtility.HtmlDecode(await stranger.GetStringAsync(
            new Uri($"/c/{id}/moderation", UriKind.Relative), TestContext.Current.CancellationToken));
        record.ShouldContain("3 decisions");
        record.ShouldContain("Decided by r1");
        record.ShouldContain("Reason: It attacks somebody · see the rules");
        record.IndexOf("set aside</span>", StringComparison.Ordinal)
            .ShouldBeLessThan(record.IndexOf("about the process</span>", StringComparison.Ordinal));
        record.Split("<p>My neighbour is a fool.</p></details>").Length.ShouldBe(3);
        record.ShouldNotContain("<span>My neighbour");
        desk.ShouldHold();
    }

    [Fact]
    public async Task A_duplicate_is_merged_into_a_statement_that_stays()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        await desk.ProposeAsync(id, "Make it a big library.");
        string page = $"/facilitate/{id}/moderation";
        (await desk.TextAsync(page)).ShouldContain("name=\"near\" value=\"2\"");
        (await desk.RefusedAsync("/facilitate", page, ("statement", "4"), ("decision", "merge"), ("same", "4")))
            .ShouldContain("another one that stays");
        (await desk.RefusedAsync("/facilitate", page, ("statement", "4"), ("decision", "merge")))
            .ShouldContain("another one");
        await desk.DoAsync("/facilitate", page, ("statement", "4"), ("decision", "merge"), ("near", "2"));
        desk.Host.Community.Live.All[0].View().Find("4")!.Decision.SameAs.ShouldBe("2");
        (await desk.DoAsync("/facilitate", page + "?list=rejected&page=1", ("statement", "4"), ("decision", "back")))
            .ShouldBe(page + "?list=rejected&page=1&notice=back");
        desk.Host.Community.Live.All[0].View().Find("4")!.Decision.Moderation.ShouldBe(Moderation.Unmoderated);
        using HttpResponseMessage wrong = await desk.PostAsync(
            "/facilitate", page, ("statement", "4"), ("decision", "burn"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Several_are_accepted_together_or_none()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        await desk.ProposeAsync(id, "One thing.");
        await desk.ProposeAsync(id, "Quite another matter.");
        string page = $"/facilitate/{id}/moderation";
        await desk.RefusedAsync("/facilitate", page + "/accept");
        await desk.RefusedAsync("/facilitate", page + "/accept", ("statement", "4"), ("statement", "99"));
        desk.Host.Community.Live.All[0].Decisions().ShouldBeEmpty();
        await desk.DoAsync("/facilitate", page + "/accept", ("statement", "4"), ("statement", "5"));
        desk.Host.Community.Live.All[0].Decisions().Select(d => d.Decided.Statement).ShouldBe(["4", "5"]);
    }

    [Fact]
    public async Task What_is_undecided_in_a_strict_consultation_or_erased_is_not_shown()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync(opens: false);
        string edit = $"/facilitate/{id}/edit";
        await desk.DoAsync(edit, edit, ("part", "rest"), ("takes", "yes"), ("strict", "yes"), ("length", "280"));
        await desk.DoAsync($"/facilitate/{id}", $"/facilitate/{id}/stage", ("to", "open"));
        await desk.ProposeAsync(id, "A private garden.");
        await desk.ProposeAsync(id, "A public garden.");
        string page = $"/facilitate/{id}/moderation";
        await desk.DoAsync("/facilitate", page, ("statement", "4"), ("decision", "accept"));
        await desk.DoAsync("/facilitate", page, ("statement", "5"), ("decision", "accept"));
        (await desk.TextAsync($"/c/{id}/moderation")).ShouldContain("A private garden.");
        await desk.DoAsync("/facilitate", page, ("statement", "4"), ("decision", "back"));
        LiveConsultation live = desk.Host.Community.Live.All[0];
        var erasure = new Tombstone(live.View().Find("5")!.Position, "asked for", "the board");
        desk.Host.Community.Erase(erasure, TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        string record = await desk.TextAsync($"/c/{id}/moderation");
        record.ShouldNotContain("garden");
        record.ShouldContain("undecided again");
        record.ShouldContain("was erased");
        record.ShouldContain("3 decisions");
    }
}
