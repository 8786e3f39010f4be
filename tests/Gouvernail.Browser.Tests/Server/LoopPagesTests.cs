using System.Text;
using Gouvernail.People;
using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>The classes whose tests read the same borough, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BoroughTests : ICollectionFixture<Borough>
{
    public const string Name = "Borough";
}

/// <summary>What holds on every page of mandates, the register, permits, evidence and petitions.</summary>
[Collection(BoroughTests.Name)]
public sealed class LoopPagesTests(Chromium chromium, Borough town)
{
    /// <summary>Links to a place of the same page or of another that is not there.</summary>
    private const string Astray =
        """
        async () => {
          const faults = [], pages = { [location.pathname]: document };
          for (const link of document.querySelectorAll('main a[href*="#"]')) {
            const to = new URL(link.href);
            if (to.origin !== location.origin) continue;
            const page = pages[to.pathname]
              ??= new DOMParser().parseFromString(await (await fetch(to)).text(), 'text/html');
            if (!page.getElementById(decodeURIComponent(to.hash.slice(1)))) {
              faults.push(`The link ${link.getAttribute('href')} leads to no such place.`);
            }
          }
          return [...new Set(faults)];
        }
        """;

    /// <summary>Tables without the roles of tables, which a screen reader would not read as such.</summary>
    private const string Roleless =
        """
        () => [...document.querySelectorAll('table, tbody, tr, th, td')]
          .filter(e => e.checkVisibility() && !e.hasAttribute('role')
            && !getComputedStyle(e).display.startsWith('table'))
          .slice(0, 3).map(e => `A ${e.tagName} of "${e.closest('table').caption?.textContent}" is shown as `
            + getComputedStyle(e).display)
        """;

    /// <summary>Nobody gets lost: a way to the start, a head, a foot and one heading of the first order.</summary>
    private const string Landmarks =
        """
        () => {
          const faults = [];
          for (const one of ['main', 'header.top a[href="/"]', 'footer.bottom a[href="/petitions"]', '.skip']) {
            if (document.querySelectorAll(one).length !== 1) faults.push(`There is not one ${one}.`);
          }
          const h1 = document.querySelector('h1').textContent.trim();
          if (!document.title.includes(h1.slice(0, 40))) faults.push(`The title does not name "${h1}".`);
          return faults;
        }
        """;

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task None_scrolls_sideways_leads_astray_or_shuts_anybody_out(string language, ColorScheme scheme)
    {
        Axe.Source();
        (await Walk(bypassPolicy: true, async (who, name, path) =>
        {
            await who.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await who.Go(path.In(language));
            string[] astray = language == "en" ? await PageFaults.Of(who.Page, Astray) : [];
            string[] lost = name == "leaflet" ? [] : await PageFaults.Of(who.Page, Landmarks);
            List<string> faults = await Look(who, name, language);
            string[] shut = language == "en" || LoopPages.Keyed.Contains(name) ? await Axe.Faults(who.Page) : [];
            return [.. astray, .. lost, .. faults, .. shut];
        })).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_reaches_every_control_shows_where_it_is_and_nothing_is_asked_elsewhere() =>
        (await Walk(bypassPolicy: false, async (who, name, path) =>
        {
            await who.Go(path);
            IReadOnlyList<string> faults = LoopPages.Keyed.Contains(name) ? await PageFaults.Keyboard(who.Page) : [];
            string[] complaints = [.. who.Faults];
            who.Faults.Clear();
            return [.. faults, .. complaints];
        })).ShouldBeEmpty();

    [Fact]
    public async Task What_is_wrong_with_a_form_has_the_focus_and_what_was_typed_stays()
    {
        var faults = new List<string>();
        await using Visitor he = await Visitor.Phone(chromium, town.Served, bypassPolicy: true);
        await he.Take(town, Role.Facilitator);
        foreach ((string name, string path, (string Field, string Text)[] typed, string button) in LoopPages.Wrong)
        {
            await he.Err(path.In("fr"), typed, button);
            if (!await he.Page.EvaluateAsync<bool>(
                "() => document.activeElement.matches('[role=alert].notice.wrong')"))
            {
                faults.Add($"{name}: the focus is not on what is wrong.");
            }

            foreach ((string field, string text) in typed)
            {
                string? now = text == "on"
                    ? await he.Page.Locator(field).IsCheckedAsync() ? text : null
                    : await he.Page.Locator(field).InputValueAsync();
                if (now != text)
                {
                    faults.Add($"{name}: {field} has lost what was typed.");
                }
            }

            faults.AddRange((await Look(he, name, "fr")).Select(fault => $"{name}: {fault}"));
            faults.AddRange((await Axe.Faults(he.Page)).Select(fault => $"{name}: {fault}"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leaflet_prints_on_the_two_sides_of_one_sheet()
    {
        await using Visitor she = await Visitor.Desktop(chromium, town.Served);
        await she.Go("/petitions/p3/leaflet");
        byte[] paper = await she.Page.PdfAsync(new() { PreferCSSPageSize = true });
        string text = Encoding.Latin1.GetString(paper);
        text.Split("/Type /Page\n").Length.ShouldBe(3, "Two pages.");
        await she.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await she.Shoot("leaflet-print");
        (await she.Page.Locator(".unprinted").IsVisibleAsync()).ShouldBeFalse();
        (await she.Page.EvaluateAsync<bool>(
            "() => [...document.querySelectorAll('.side')].every(e => e.scrollHeight <= e.clientHeight + 1)"))
            .ShouldBeTrue("Nothing is cut off.");
    }

    /// <summary>Shows each page to those whom it is for, at once; gives what was wrong, with the names of the pages.
    /// </summary>
    private async Task<string[]> Walk(
        bool bypassPolicy, Func<Visitor, string, string, Task<IEnumerable<string>>> look)
    {
        async Task<List<string>> As(Role? role, (string Name, string Path)[] pages)
        {
            await using Visitor who = await Visitor.Phone(chromium, town.Served, bypassPolicy: bypassPolicy);
            if (role is { } taken)
            {
                await who.Take(town, taken);
            }

            var faults = new List<string>();
            foreach ((string name, string path) in pages)
            {
                faults.AddRange((await look(who, name, path)).Select(fault => $"{name}: {fault}"));
            }

            return faults;
        }

        List<string>[] all = await Task.WhenAll(
            As(null, LoopPages.Citizens), As(Role.Facilitator, LoopPages.Facilitators),
            As(Role.Auditor, LoopPages.Auditors));
        return [.. all.SelectMany(faults => faults)];
    }

    /// <summary>Looks at the page in three widths, with everything unfolded, and keeps pictures where they are wanted.
    /// </summary>
    private static async Task<List<string>> Look(Visitor who, string name, string language)
    {
        var faults = new List<string>();
        foreach ((int width, string screen) in ((int, string)[])[(1100, "wide"), (390, "narrow"), (320, "least")])
        {
            await who.Page.SetViewportSizeAsync(width, 844);
            if (width == (language == "en" ? 1100 : 390))
            {
                await who.Shoot($"{name}-{language}-{screen}");
            }

            await who.Unfold();
            faults.AddRange((await PageFaults.Of(who.Page, PageFaults.Sideways)).Select(f => $"{screen}: {f}"));
            faults.AddRange((await PageFaults.Of(who.Page, Roleless)).Select(f => $"{screen}: {f}"));
        }

        faults.AddRange((await PageFaults.Of(who.Page, PageFaults.Structure))
            .Where(f => !f.StartsWith("The page is not whole without", StringComparison.Ordinal)));
        if (await who.Page.GetAttributeAsync("html", "lang") != language)
        {
            faults.Add($"it is not in {language}.");
        }

        return faults;
    }
}
