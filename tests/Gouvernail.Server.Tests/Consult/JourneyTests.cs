using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouvernail.Audits;
using Gouvernail.Consult.Live;
using Gouvernail.Log;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>What a citizen does, from the first page to the last, without a script.</summary>
public sealed partial class JourneyTests
{
    [Fact]
    public async Task A_citizen_votes_changes_her_mind_proposes_takes_receipts_and_erases_herself()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id;
        LiveConsultation live = desk.Live(id);

        string home = await desk.ReadAsync("/");
        home.ShouldContain("How should we move about town?");
        home.ShouldContain($"href=\"{at}/vote\"");
        string question = await desk.ReadAsync(at);
        question.ShouldContain("The town council");
        question.ShouldContain("It wants to hear you first.");
        question.ShouldContain("The plan of 2027 follows it.");
        desk.Cookies.GetAllCookies().ShouldNotContain(cookie => cookie.Name == "device");

        // The first vote, from a browser that never was here.
        string first = Town.Asked(await desk.ReadAsync(at + "/vote"));
        string page = await desk.GoAsync(
            at + "/vote", at + "/vote", ("statement", first), ("vote", "agree"), ("matters", "yes"));
        page.ShouldContain("Your vote is recorded: 1 of 6.");
        desk.Cookies.GetAllCookies().ShouldContain(cookie => cookie.Name == "device" && cookie.HttpOnly);
        LiveParticipant she = live.Participants().ShouldHaveSingleItem();
        she.On(first)!.Value.ShouldSatisfyAllConditions(b => b.Vote.ShouldBe(1), b => b.Matters.ShouldBeTrue());
        Town.Asked(page).ShouldNotBe(first);
        Town.Asked(await desk.ReadAsync(at + "/vote")).ShouldBe(Town.Asked(page));

        // The same again logs nothing.
        long size = desk.Host.Community.Journal.Size;
        await desk.GoAsync(at + "/vote", at + "/vote", ("statement", first), ("vote", "agree"), ("matters", "yes"));
        desk.Host.Community.Journal.Size.ShouldBe(size);

        // She changes her mind, and undoes that.
        page = await desk.GoAsync(at + "/me", at + "/vote", ("statement", first), ("vote", "disagree"), ("back", "me"));
        page.ShouldContain("""<span class="tag">Disagree</span>""");
        page.ShouldContain("name=\"was\" value=\"agree!\"");
        page = await desk.GoAsync(at + "/me", at + "/undo", ("statement", first), ("was", "agree!"), ("back", "me"));
        page.ShouldContain("""<span class="tag">Agree</span>""");

        // A vote is undone: the statement comes back.
        string second = Town.Asked(await desk.ReadAsync(at + "/vote"));
        await desk.GoAsync(at + "/vote", at + "/vote", ("statement", second), ("vote", "pass"));
        page = await desk.GoAsync(at + "/vote", at + "/undo", ("statement", second), ("was", ""));
        Town.Asked(page).ShouldBe(second);
        live.VoteCount.ShouldBe(1);

        // She proposes what is nearly there, then something new.
        using (HttpResponseMessage near =
            await desk.PostAsync(at + "/propose", at + "/propose", ("text", "The market square must be free of cars")))
        {
            string text = await near.TextAsync(HttpStatusCode.OK);
            text.ShouldContain(Town.Sentences[0]);
            text.ShouldContain("None of these says it: submit mine");
        }

        page = await desk.GoAsync(at + "/propose", at + "/propose",
            ("text", "The market square must be free of cars"), ("anyway", "yes"));
        page.ShouldContain("everybody can vote on your statement");
        page = await desk.GoAsync(at + "/propose", at + "/propose", ("text", "Ferries for everybody!"));
        page.ShouldContain("Ferries for everybody!");
        page.ShouldContain("After 6 more votes");

        // Her data, and receipts that hold.
        string data = await desk.ReadAsync(at + "/me/data");
        she = live.Participants().ShouldHaveSingleItem();
        data.ShouldContain(she.Pseudonym);
        using JsonDocument all = JsonDocument.Parse(await desk.ReadAsync(at + "/me/data.json"));
        all.RootElement.GetProperty("entries").GetArrayLength().ShouldBe(she.Entries.Count);
        foreach (long place in she.Entries)
        {
            data.ShouldContain($"href=\"{at}/receipt/{place.ToString(CultureInfo.InvariantCulture)}\"");
            await ReceiptHoldsAsync(desk, at, place);
        }

        using (HttpResponseMessage others = await desk.GetAsync($"{at}/receipt/0"))
        {
            others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        // She erases herself; the log holds.
        string device = she.Pseudonym;
        (await desk.ReadAsync(at + "/me/erase")).ShouldContain("What erasing does not do");
        page = await desk.GoAsync(at + "/me/erase", at + "/me/erase");
        page.ShouldContain("It is done");
        live.Find(device).ShouldBeNull();
        live.VoteCount.ShouldBe(0);
        (await desk.ReadAsync(at + "/vote")).ShouldNotContain("Ferries");
        using var bundle = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        AuditReport report = Audit.Run(bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        report.IsTampered.ShouldBeFalse();
        report.Counts.Erased.ShouldBe(she.Entries.Count);
    }

    [Fact]
    public async Task Who_has_voted_on_everything_is_thanked()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id, page = await desk.ReadAsync(at + "/vote");
        for (int i = 0; i < Town.Sentences.Length; i++)
        {
            page = await desk.GoAsync(at + "/vote", at + "/vote", ("statement", Town.Asked(page)), ("vote", "pass"));
        }

        page.ShouldContain("you have voted on everything");
        page.ShouldContain("You voted on all 6 statements.");
    }

    [Fact]
    public async Task Skipping_shows_every_statement_once_and_logs_nothing()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id, address = at + "/vote";
        long size = desk.Host.Community.Journal.Size;
        var seen = new List<string>();
        for (int i = 0; i < Town.Sentences.Length; i++)
        {
            string page = WebUtility.HtmlDecode(await desk.ReadAsync(address));
            seen.Add(Town.Asked(page));
            address = SkipLink().Match(page).Groups["path"].Value;
        }

        seen.Distinct().Count().ShouldBe(Town.Sentences.Length);
        Town.Asked(await desk.ReadAsync(address)).ShouldNotBeEmpty();
        desk.Host.Community.Journal.Size.ShouldBe(size);
    }

    [Fact]
    public async Task All_votes_can_be_taken_back_at_once()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id;
        foreach (string statement in (string[])["1", "2", "3"])
        {
            await desk.GoAsync(at + "/vote", at + "/vote", ("statement", statement), ("vote", "agree"));
        }

        string page = await desk.GoAsync(at + "/me/data", at + "/me/withdraw-all");
        page.ShouldContain("Your votes are taken back.");
        desk.Live(id).VoteCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("/vote")]
    [InlineData("/propose")]
    [InlineData("/me")]
    [InlineData("/me/data")]
    [InlineData("/me/erase")]
    [InlineData("")]
    public async Task Each_page_is_small_and_there_in_both_languages_before_the_first_act(string page)
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = "/c/" + desk.Ask() + page;
        (await desk.ReadAsync(at + "?lang=fr")).ShouldContain("<html lang=\"fr\">");
        using HttpResponseMessage packed = await desk.GetAsync(at, ("Accept-Encoding", "br"));
        byte[] bytes = await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.Length.ShouldBeLessThan(9000);
        using HttpResponseMessage gone = await desk.GetAsync("/c/c99" + page);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task ReceiptHoldsAsync(Desk desk, string at, long place)
    {
        using HttpResponseMessage answer =
            await desk.GetAsync($"{at}/receipt/{place.ToString(CultureInfo.InvariantCulture)}");
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')
            .ShouldBe($"gouvernail-receipt-{place.ToString(CultureInfo.InvariantCulture)}.txt");
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Receipt.TryParse(bytes, out Receipt? receipt, out _).ShouldBeTrue();
        receipt.Index.ShouldBe(place);
        receipt.TryVerify(receipt.Extra, TrustPolicy.Of(desk.Host.Community.VerifierKey), out _, out _).ShouldBeTrue();
    }

    [GeneratedRegex("""<a class="button" href="(?<path>[^"]*skip=[^"]*)">""")]
    private static partial Regex SkipLink();
}
