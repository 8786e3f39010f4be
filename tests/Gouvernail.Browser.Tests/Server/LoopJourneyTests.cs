using Gouvernail.People;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>Petitions and cards by keyboard alone, without a script.</summary>
[Collection(BoroughTests.Name)]
public sealed class LoopJourneyTests(Chromium chromium, Borough town)
{
    private const string IsOnProblem = "() => document.activeElement.matches('[role=alert].notice.wrong')";

    [Fact]
    public async Task A_citizen_goes_from_the_first_page_to_a_petition_signs_it_and_sees_what_follows()
    {
        await using Visitor she = await Visitor.Desktop(chromium, town.Served, script: false);
        await she.Go("/");
        await she.TabTo(await she.Page.InnerTextAsync("main a[href='/petitions']"));
        await she.KeyLeads("Enter");
        await she.TabTo(Borough.OneShort);
        await she.KeyLeads("Enter");
        string path = she.Path;
        (await she.Text()).ShouldContain("1 more is needed to reach 24.");
        await she.TabTo("Sign");
        await she.KeyLeads("Enter");
        she.Path.ShouldBe(path);
        (await she.Said()).ShouldContain("Your signature is recorded.");
        string text = await she.Text();
        text.ShouldContain("It has passed, with 24 signatures.");
        text.ShouldContain("You have signed this petition.");
        await she.TabTo(await she.Page.InnerTextAsync("main a.button[href^='/c/']"));
        await she.KeyLeads("Enter");
        she.Path.ShouldStartWith("/c/");
        await she.Go(path);
        await she.TabTo("See, prove or erase what is kept of me");
        await she.KeyLeads("Enter");
        (await she.Text()).ShouldContain("1 entry of the log");
        she.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_facilitator_is_led_to_what_is_wrong_with_a_card_mends_it_and_files_it()
    {
        await using Visitor he = await Visitor.Desktop(chromium, town.Served, script: false);
        await he.Take(town, Role.Facilitator);
        await he.TabTo(await he.Page.InnerTextAsync("main a[href='/facilitate/register/new']"));
        await he.KeyLeads("Enter");
        await he.TabTo("Name");
        await he.Page.Keyboard.TypeAsync("Letters");
        await he.TabTo("SHA-256");
        await he.Page.Keyboard.TypeAsync("nonsense");
        await he.TabTo("File the card");
        await he.KeyLeads("Enter");
        (await he.Page.EvaluateAsync<bool>(IsOnProblem)).ShouldBeTrue();

        // The problem leads to its field, in which the keyboard goes on.
        await he.TabTo("Artefact, SHA-256");
        await he.Page.Keyboard.PressAsync("Enter");
        (await he.Page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("artefact/sha256");
        await he.Page.Keyboard.PressAsync("Control+A");
        await he.Page.Keyboard.TypeAsync(new string('c', 64));
        await he.TabTo("File the card");
        await he.KeyLeads("Enter");
        he.Path.ShouldStartWith("/register/a");
        (await he.Said()).ShouldContain("The card is in the register.");
        (await he.Page.InnerTextAsync("h1")).ShouldBe("Letters");
        he.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_starts_a_petition_is_told_what_is_wrong_loses_nothing_and_starts_it()
    {
        await using Visitor she = await Visitor.Phone(chromium, town.Served, script: false);
        await she.Go("/petitions");
        await she.TabTo("Start a petition");
        await she.KeyLeads("Enter");

        // Radio buttons that belong together are one stop; arrows go on among them.
        await she.TabTo("A debate opens once 40 people have signed");
        await she.Page.Keyboard.PressAsync("ArrowDown");
        await she.TabTo("What do you ask, in a line?");
        await she.Page.Keyboard.TypeAsync("Look at the bus");
        await she.TabTo("What do you ask, and why?");
        await she.Page.Keyboard.TypeAsync("It is late.");
        await she.TabTo("Start the petition");
        await she.KeyLeads("Enter");
        (await she.Page.EvaluateAsync<bool>(IsOnProblem)).ShouldBeTrue("A review needs an automaton.");
        (await she.Page.Locator("input[value=review]").IsCheckedAsync()).ShouldBeTrue();
        (await she.Page.InputValueAsync("#text")).ShouldBe("It is late.");
        await she.TabTo("Which automaton?");
        await she.Page.Keyboard.PressAsync("ArrowDown");
        await she.TabTo("Start the petition");
        await she.KeyLeads("Enter");
        (await she.Said()).ShouldContain("The petition runs, with your signature as the first.");
        (await she.Text()).ShouldContain("Nursery places");
        she.Faults.ShouldBeEmpty();
    }
}
