using Gouvernail.People;
using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.People;
using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>From an empty community to a published result, as a town clerk goes.</summary>
public sealed class FacilitatorTests(Chromium chromium)
{
    private static readonly string[] _statements =
    [
        "The old station should become a library.",
        "The old station should be sold.",
        "Buses should stop at the old station.",
        "Young people should have a room of their own there.",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_script_a_facilitator_goes_from_the_link_to_a_published_result(bool phone)
    {
        await using Desk desk = await Desks.Empty();
        await using Visitor he = phone
            ? await Visitor.Phone(chromium, desk, script: false)
            : await Visitor.Desktop(chromium, desk, script: false);

        // The link serves once.
        string link = await desk.LinkAsync(Role.Facilitator);
        await he.Go(link);
        await he.Shoot("role");
        await he.Press("Take this role");
        he.Path.ShouldBe("/facilitate");
        await he.Shoot("guide");
        (await he.Go(link)).Status.ShouldBe(410);
        (await he.Text()).ShouldContain("This link does not work any more");
        await he.Go("/facilitate");

        string bench = await Prepares(he);
        string at = bench.Replace("/facilitate/", "/c/", StringComparison.Ordinal);
        await MakesCodes(he, bench);
        await SomebodyVotes(desk, at);
        await SetsAside(he, bench, at);
        await ClosesAndPublishes(he, bench);
        he.Faults.ShouldBeEmpty();
    }

    /// <summary>The name, the question, the statements, who may take part, and open.</summary>
    private static async Task<string> Prepares(Visitor he)
    {
        await he.Page.Locator("main .actions .primary").ClickAsync();
        await he.Page.GetByLabel("What is it called?").FillAsync("Port-Clair");
        await he.Press("Save and go on");
        if (he.Path == "/facilitate")
        {
            await he.Page.Locator("main .actions .primary").ClickAsync();
        }

        he.Path.ShouldBe("/facilitate/new");
        await he.Page.GetByLabel("What do you ask people?").FillAsync("How should we use the old station?");
        await he.Page.GetByLabel("Why do you ask?").FillAsync("It stands empty.\n\nThe town owns it.");
        await he.Page.GetByLabel("Who asks?").FillAsync("The town council of Port-Clair");
        await he.Page.GetByLabel("What will be done with the answers?").FillAsync("The council answers in public.");
        await he.Shoot("question");
        await he.Press("Save and go on");
        he.Path.ShouldEndWith("/statements");
        await he.Page.GetByLabel("Statements, one a line").FillAsync(string.Join('\n', _statements));
        await he.Press("Preview");
        (await he.Text()).ShouldContain("4 new statements.");
        await he.Press("Add");
        (await he.Said()).ShouldContain("The statements were added.");
        string bench = he.Path[..he.Path.LastIndexOf('/')];
        await he.Follow("Go on: who may take part");
        await he.Shoot("admits");
        await he.Press("Save and go on");
        await he.Go(bench);
        await he.Shoot("draft");
        await he.Press("Open the consultation");
        (await he.Said()).ShouldContain("The consultation is open.");
        return bench;
    }

    private static async Task MakesCodes(Visitor he, string bench)
    {
        await he.Go(bench + "/invitations");
        await he.Page.Locator("#count").FillAsync("10");
        await he.Press("Make the codes");
        (await he.Said()).ShouldContain("The invitations were made.");
        await he.Page.GetByRole(AriaRole.Link, new() { Name = "Sheet to print" }).ClickAsync();
        (await he.Page.Locator(".sheet li").CountAsync()).ShouldBe(10);
        (await he.Page.Locator(".sheet li svg.qr").CountAsync()).ShouldBe(10);
    }

    private async Task SomebodyVotes(Desk desk, string at)
    {
        await using Visitor she = await Visitor.Phone(chromium, desk, script: false);
        await she.Go(at + "/vote");
        foreach (string answer in (string[])["Agree", "Disagree", "Agree", "Pass"])
        {
            await she.Press(answer);
        }

        (await she.Text()).ShouldContain("Thank you, you have voted on everything");
        await she.Shoot("thanks");
        await she.Follow("Propose a statement of my own");
        await she.Page.GetByLabel("Your statement").FillAsync("Buy your hats from Marcel in the high street!");
        await she.Press("Submit");
        she.Faults.ShouldBeEmpty();
    }

    private static async Task SetsAside(Visitor he, string bench, string at)
    {
        await he.Go(bench + "/moderation?list=all");
        ILocator card = he.Page.Locator("li.card", new() { HasText = "hats" });
        await card.Locator("summary", new() { HasText = "Set aside" }).ClickAsync();
        await card.GetByLabel("Usual reasons").SelectOptionAsync("It advertises something");
        await he.Shoot("moderating");
        await card.Locator("button[value=reject]").ClickAsync();
        (await he.Said()).ShouldContain("The statement was set aside.");
        await he.Go(at + "/moderation");
        (await he.Text()).ShouldContain("Reason: It advertises something");
        (await he.Text()).ShouldContain("Read what was set aside");
        await he.Unfold("Read what was set aside");
        (await he.Text()).ShouldContain("hats");
    }

    private static async Task ClosesAndPublishes(Visitor he, string bench)
    {
        await he.Go(bench);
        await he.Page.Locator("details.more > summary", new() { HasText = "Close" }).ClickAsync();
        await he.Page.Locator("#reason-close").FillAsync("The time is over.");
        await he.Page.Locator("button[value=close]").ClickAsync();
        (await he.Said()).ShouldContain("The consultation is closed.");
        await he.Follow("Results, and their publication");
        await he.Press("Publish the result as it stands");
        for (int i = 0; i < 20 && he.Path.EndsWith("/publishing", StringComparison.Ordinal); i++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        he.Path.ShouldContain("/results/");
        (await he.Said()).ShouldContain("The result is published.");
        string text = await he.Text();
        text.ShouldContain("Output, named by its SHA-256");
        text.ShouldMatch("[0-9a-f]{64}");
        text.ShouldContain("gouvernail verify http://127.0.0.1");
        text.ShouldContain("--vkey '");
        await he.Shoot("published-small");
    }
}
