using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.Aggregate;
using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>What holds on every page, of citizens, facilitators and results, in both languages.</summary>
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly (string Name, string Path)[] _citizens =
    [
        ("home", "/"), ("question", "/c/{id}"), ("vote", "/c/{id}/vote"), ("propose", "/c/{id}/propose"),
        ("me", "/c/{id}/me"), ("my-data", "/c/{id}/me/data"), ("erase", "/c/{id}/me/erase"),
        ("record", "/c/{id}/moderation"), ("data", "/data"), ("log", "/log"), ("nowhere", "/nowhere"),
        ("problem", "/problems/results-hidden"), ("void", "/role/nothing"), ("closed", "/c/{closed}"),
        ("closed-vote", "/c/{closed}/vote"), ("wrong-code", "/c/{id}/i/nothing"),
        ("results", "/c/{id}/results"), ("hidden", "/c/{hidden}/results"), ("export", "/c/{id}/export"),
        ("published", "/c/{id}/results/{place}"),
    ];

    private static readonly (string Name, string Path)[] _facilitators =
    [
        ("facilitate", "/facilitate"), ("name", "/facilitate/name"), ("new", "/facilitate/new"),
        ("import", "/facilitate/import"), ("people", "/facilitate/people"), ("overview", "/facilitate/{id}"),
        ("statements", "/facilitate/{id}/statements"), ("moderation", "/facilitate/{id}/moderation"),
        ("moderated", "/facilitate/{id}/moderation?list=rejected"),
        ("invitations", "/facilitate/{id}/invitations"), ("sheet", "/facilitate/{id}/invitations/1/sheet"),
        ("signals", "/facilitate/{id}/signals"), ("edit", "/facilitate/{id}/edit"),
        ("edit-open", "/facilitate/{draft}/edit"), ("draft-overview", "/facilitate/{draft}"),
        ("results-facilitator", "/c/{id}/results"),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task None_scrolls_sideways_complains_asks_elsewhere_or_lacks_structure(string language)
    {
        await using Desk desk = await Desks.Empty();
        await using Visitor phone = await Visitor.Phone(chromium, desk);
        await using Visitor desktop = await Visitor.Desktop(chromium, desk);
        Dictionary<string, string> at = await Lived(desk, phone);
        await desktop.Facilitate(desk);
        var faults = new List<string>();
        foreach ((string name, string path) in All(at, language))
        {
            await phone.Page.SetViewportSizeAsync(320, 700);
            await phone.Go(path);
            await OpenDetails(phone.Page);
            faults.AddRange((await PageFaults.Of(phone.Page, PageFaults.Sideways)).Select(f => $"{name}: {f}"));
            faults.AddRange((await PageFaults.Of(phone.Page, PageFaults.Structure))
                .Where(f => !f.StartsWith("The page is not whole without", StringComparison.Ordinal))
                .Select(f => $"{name}: {f}"));
            if (await phone.Page.GetAttributeAsync("html", "lang") != language)
            {
                faults.Add($"{name}: it is not in {language}.");
            }

            await phone.Page.SetViewportSizeAsync(390, 844);
            await phone.Go(path);
            await phone.Shoot($"{language}-{name}");
            await desktop.Go(path);
            await desktop.Shoot($"{language}-{name}");
        }

        faults.AddRange(phone.Faults);
        faults.AddRange(desktop.Faults);
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_in_light_or_dark(string language)
    {
        Axe.Source();
        await using Desk desk = await Desks.Empty();
        await using Visitor phone = await Visitor.Phone(chromium, desk, bypassPolicy: true);
        Dictionary<string, string> at = await Lived(desk, phone);
        var faults = new List<string>();
        foreach ((string name, string path) in All(at, language))
        {
            await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await phone.Go(path);
            await OpenDetails(phone.Page);
            faults.AddRange((await Axe.Faults(phone.Page)).Select(f => $"{name}, light: {f}"));
            await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await Axe.Faults(phone.Page)).Select(f => $"{name}, dark: {f}"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_reaches_all_of_them_and_shows_where_it_is()
    {
        await using Desk desk = await Desks.Empty();
        await using Visitor phone = await Visitor.Phone(chromium, desk);
        Dictionary<string, string> at = await Lived(desk, phone);
        var faults = new List<string>();
        foreach ((string name, string path) in All(at, "en"))
        {
            await phone.Go(path);
            faults.AddRange((await PageFaults.Keyboard(phone.Page)).Select(f => $"{name}: {f}"));
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>The pages, with what their addresses name, in a language.</summary>
    private static IEnumerable<(string Name, string Path)> All(Dictionary<string, string> at, string language) =>
        _citizens.Concat(_facilitators).Select(page =>
        {
            string path = at.Aggregate(page.Path, (text, one) =>
                text.Replace($"{{{one.Key}}}", one.Value, StringComparison.Ordinal));
            return (page.Name, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
        });

    /// <summary>
    /// A community where something of everything happened, and somebody who facilitates it and takes part in it.
    /// </summary>
    private static async Task<Dictionary<string, string>> Lived(Desk desk, Visitor he)
    {
        string id = Talks.Import(desk.Host.Community, talk: Talks.Simulate(people: 80, statements: 16));
        string hidden = Talks.ImportHidden(desk.Host.Community);
        string closed = Talks.Import(desk.Host.Community);
        Talks.Close(desk.Host.Community, closed);
        await he.Facilitate(desk);
        await he.Go("/facilitate/name");
        await he.Page.Locator("#name").FillAsync("Port-Clair");
        await he.Page.Locator("main .primary").ClickAsync();
        await he.Go($"/c/{id}/vote");
        for (int i = 0; i < 9; i++)
        {
            await he.Press("Agree");
            await he.Page.Locator("main > [role=status]", new() { HasText = $"recorded: {i + 1} of" }).WaitForAsync();
        }

        await he.Go($"/c/{id}/propose");
        await he.Page.Locator("#text").FillAsync("Every square should have a fountain to drink from.");
        await he.Press("Submit");
        await he.Go($"/c/{id}/propose");
        await he.Page.Locator("#text").FillAsync("Buy your hats from Marcel in the high street!");
        await he.Press("Submit");
        await he.Go($"/facilitate/{id}/moderation?list=all");
        ILocator card = he.Page.Locator("li.card", new() { HasText = "hats" });
        await card.Locator("summary", new() { HasText = "Set aside" }).ClickAsync();
        await card.GetByLabel("Usual reasons").SelectOptionAsync("It advertises something");
        await card.Locator("button[value=reject]").ClickAsync();
        await he.Go($"/facilitate/{id}/invitations");
        await he.Page.Locator("#count").FillAsync("6");
        await he.Press("Make the codes");
        await he.Go($"/c/{id}/results");
        await he.Press("Publish the result as it stands");
        await he.Page.WaitForURLAsync("**/results/**");
        string place = he.Path.Split('/')[^1];
        await he.Go("/facilitate/new");
        await he.Page.Locator("#topic").FillAsync("How should we use the old station?");
        await he.Page.Locator("main .primary").ClickAsync();
        string draft = he.Path.Split('/')[2];
        return new()
        {
            ["id"] = id,
            ["hidden"] = hidden,
            ["closed"] = closed,
            ["draft"] = draft,
            ["place"] = place,
        };
    }

    private static async Task OpenDetails(IPage page) => await page.EvaluateAsync(
        "() => document.querySelectorAll('details').forEach(details => details.open = true)");
}
