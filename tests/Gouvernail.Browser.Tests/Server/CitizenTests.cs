using System.Diagnostics;
using System.Text.Json;
using Gouvernail.Consult.Live;
using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.Aggregate;
using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>Taking part, as people do: on a phone, by keyboard, with a script and without.</summary>
public sealed class CitizenTests(Chromium chromium)
{
    private const string Asked = "#voting legend.statement";

    /// <summary>True once the figures of the page of results have this number.</summary>
    private const string Counts =
        "n => [...document.querySelectorAll('#part .figures dd')].some(e => e.textContent.replace(/\\D/g, '') == n)";

    [Fact]
    public async Task Without_a_script_a_citizen_votes_proposes_takes_her_data_and_erases_herself_on_a_phone()
    {
        (Desk desk, string id) = await Desks.Busy();
        await using Desk served = desk;
        await using Visitor she = await Visitor.Phone(chromium, desk, script: false);
        string at = "/c/" + id;

        await she.Go("/");
        await she.Page.Locator("h2 a").First.ClickAsync();
        she.Path.ShouldBe(at);
        await she.Follow("Take part");

        // Agree; then disagree with something that matters; then undo that, and skip.
        await she.Press("Agree");
        (await she.Said()).ShouldContain("Your vote is recorded: 1 of 16.");
        string second = await she.Page.InnerTextAsync(Asked);
        await she.Page.GetByLabel("This matters to me").CheckAsync();
        await she.Press("Disagree");
        (await she.Said()).ShouldContain("2 of 16");
        string third = await she.Page.InnerTextAsync(Asked);
        third.ShouldNotBe(second);
        await she.Press("Undo my last vote");
        (await she.Said()).ShouldContain("Undone");
        (await she.Page.InnerTextAsync(Asked)).ShouldBe(second);
        await she.Follow("Skip for now");
        (await she.Page.InnerTextAsync(Asked)).ShouldNotBe(second);

        // What is there already is shown, to vote on, and not taken again; what nearly says it is shown first.
        await she.Follow("Propose a statement of my own");
        await she.Page.GetByLabel("Your statement").FillAsync(second);
        await she.Press("Submit");
        (await she.Text()).ShouldContain("Somebody has put this forward already.");
        (await she.Text()).ShouldContain(second);
        (await she.Text()).ShouldNotContain("submit mine");
        await she.Page.GetByLabel("Your statement").FillAsync(second + " Everywhere!");
        await she.Press("Submit");
        (await she.Text()).ShouldContain("These statements nearly say it.");
        (await she.Text()).ShouldContain(second);
        await she.Shoot("near");
        await she.Press("None of these says it: submit mine");
        she.Path.ShouldBe(at + "/me");
        (await she.Said()).ShouldContain("everybody can vote on your statement");
        (await she.Text()).ShouldContain("What I proposed");

        // Seven votes and more put her on the map.
        await she.Follow("Go on voting");
        for (int i = 0; i < 8; i++)
        {
            await she.Press(i % 3 == 0 ? "Disagree" : "Agree");
        }

        await she.Follow("Where do I stand?");
        await she.Page.Locator("svg.map").WaitForAsync();
        (await she.Text()).ShouldContain("My 9 votes");

        await TakesReceiptsAndErases(she, at);
        she.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_script_voting_keeps_the_page_the_focus_and_the_reader_informed()
    {
        (Desk desk, string id) = await Desks.Busy();
        await using Desk served = desk;
        await using Visitor she = await Visitor.Phone(chromium, desk);
        await she.Go($"/c/{id}/vote");
        await she.Page.EvaluateAsync("() => { window.mark = 'the same page'; }");
        for (int i = 1; i <= 3; i++)
        {
            await she.Press(i == 2 ? "Pass" : "Agree");
            await she.Page.Locator("main > [role=status]", new() { HasText = $"recorded: {i} of 16" }).WaitForAsync();
            (await she.Page.EvaluateAsync<bool>("() => document.activeElement.closest('#voting .ballot') !== null"))
                .ShouldBeTrue("The next statement has the focus.");
        }

        await she.Press("Undo my last vote");
        await she.Page.Locator("main > [role=status]", new() { HasText = "Undone" }).WaitForAsync();
        await she.Follow("Skip for now");
        await she.Page.WaitForFunctionAsync("() => location.search.includes('skip=')");
        (await she.Page.EvaluateAsync<string>("() => window.mark")).ShouldBe("the same page");
        she.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_open_beside_count_a_vote_without_being_loaded_again()
    {
        (Desk desk, string id) = await Desks.Busy();
        await using Desk served = desk;
        await using Visitor she = await Visitor.Desktop(chromium, desk);
        await Talks.SettleAsync(desk, id);
        desk.Host.Community.Live.TryGet(id, out LiveConsultation? live).ShouldBeTrue();
        IPage results = await she.OpenTab();
        await results.GotoAsync($"{new Uri(desk.Host.Addresses.First())}c/{id}/results");
        await results.WaitForFunctionAsync(Counts, live!.VoteCount);
        await results.EvaluateAsync("() => { window.mark = 'the same page'; }");

        await she.Go($"/c/{id}/vote");
        int after = live.VoteCount + 1;
        await she.Press("Agree");
        var watch = Stopwatch.StartNew();
        await results.WaitForFunctionAsync(Counts, after);
        TestContext.Current.TestOutputHelper?.WriteLine($"The vote was counted after {watch.Elapsed}.");
        live.VoteCount.ShouldBe(after);
        (await results.EvaluateAsync<string>("() => window.mark")).ShouldBe("the same page");
        she.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_keyboard_alone_votes_and_shows_where_it_is(bool script)
    {
        (Desk desk, string id) = await Desks.Busy();
        await using Desk served = desk;
        await using Visitor she = await Visitor.Desktop(chromium, desk, script);
        await she.Go($"/c/{id}/vote");
        string focused = "";
        for (int i = 0; i < 20 && focused != "agree"; i++)
        {
            await she.Page.Keyboard.PressAsync("Tab");
            focused = await she.Page.EvaluateAsync<string>("() => document.activeElement.value ?? ''");
            (await she.Page.EvaluateAsync<bool>(
                """
                () => {
                  const style = getComputedStyle(document.activeElement);
                  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                }
                """)).ShouldBeTrue($"The focus can be seen at stop {i + 1}.");
        }

        focused.ShouldBe("agree");
        await she.Page.Keyboard.PressAsync("Enter");
        await she.Page.Locator("main > [role=status]", new() { HasText = "recorded: 1 of 16" }).WaitForAsync();
        (await PageFaults.Keyboard(she.Page)).ShouldBeEmpty();
        she.Faults.ShouldBeEmpty();
    }

    private static async Task TakesReceiptsAndErases(Visitor she, string at)
    {
        await she.Follow("My data");
        using (JsonDocument data = JsonDocument.Parse(await she.Download("Download all of it (JSON)")))
        {
            data.RootElement.GetProperty("entries").GetArrayLength().ShouldBeGreaterThan(9);
        }

        (await she.Download("Receipt of entry")).ShouldStartWith("c2sp.org/tlog-proof@v1\n");
        await she.Follow("Erase what is kept of me…");
        she.Path.ShouldBe(at + "/me/erase");
        await she.Press("Erase for good");
        she.Path.ShouldBe(at);
        (await she.Said()).ShouldContain("what was kept of you in this consultation is erased");
        await she.Follow("My data");
        (await she.Text()).ShouldContain("0 entries in the log");
        await she.Go(at + "/me/erase");
        (await she.Text()).ShouldContain("Nothing is kept of you in this consultation.");
        await she.Go(at + "/me");
        (await she.Text()).ShouldContain("You have not voted here yet.");
    }
}
