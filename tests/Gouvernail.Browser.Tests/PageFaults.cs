using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests;

/// <summary>What in a page would stop somebody from reading it, one sentence each.</summary>
internal static class PageFaults
{
    /// <summary>Scrolling sideways, which WCAG 2.2 (1.4.10) asks a reader not to need.</summary>
    public const string Sideways =
        """
        () => {
          const page = document.scrollingElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          const scrolls = e => e && e !== document.body && e !== page
            && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
          const wide = [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(e.parentElement))
            .slice(0, 5).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.getAttribute('class') : ''));
          return [`The page is ${page.scrollWidth} wide in ${page.clientWidth}: ${wide.join(', ')}`];
        }
        """;

    /// <summary>Headings, language, title, names of pictures, captions and headers of tables.</summary>
    public const string Structure =
        """
        () => {
          const faults = [];
          const text = e => (e?.textContent ?? '').trim();
          if (!/^(en|fr)\b/.test(document.documentElement.lang)) faults.push('The page has no language.');
          if (!document.title.trim()) faults.push('The page has no title.');
          if (document.querySelectorAll('main').length !== 1) faults.push('The page needs one main.');
          if (!document.querySelector('meta[name=viewport]')) faults.push('The page has no viewport.');
          let level = 0;
          for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
            const next = Number(h.tagName[1]);
            if (next > level + 1) faults.push(`"${text(h)}" is an h${next} after an h${level}.`);
            if (!text(h)) faults.push(`An h${next} is empty.`);
            level = next;
          }
          if (document.querySelectorAll('h1').length !== 1) faults.push('The page needs one h1.');
          const named = e => text(e.querySelector(':scope > title')) || (e.getAttribute('aria-label') ?? '').trim()
            || (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).some(id => text(document.getElementById(id)));
          for (const svg of document.querySelectorAll('svg')) {
            const hidden = svg.closest('[aria-hidden=true]');
            if (!hidden && !(svg.getAttribute('role') === 'img' && named(svg))) faults.push('A picture has no name.');
          }
          for (const image of document.querySelectorAll('img')) {
            if (!image.hasAttribute('alt')) faults.push('An image has no alternative.');
          }
          for (const table of document.querySelectorAll('table')) {
            if (!text(table.caption)) faults.push('A table has no caption.');
            for (const th of table.querySelectorAll('th')) {
              if (!th.scope) faults.push(`The header "${text(th)}" of "${text(table.caption)}" has no scope.`);
            }
            if (!table.querySelector('th')) faults.push(`The table "${text(table.caption)}" has no header.`);
          }
          for (const e of document.querySelectorAll('script, iframe, object, embed, link[href], [src], style')) {
            const inline = e.tagName === 'STYLE' ? !/@import|url\(/.test(e.textContent)
              : (e.getAttribute('src') ?? e.getAttribute('href') ?? '').startsWith('data:');
            if (!inline) faults.push(`The page is not whole without its ${e.tagName.toLowerCase()}.`);
          }
          return faults;
        }
        """;

    /// <summary>What the keyboard must reach: what acts, and what scrolls on its own.</summary>
    private const string Stops =
        """
        () => {
          const shown = e => e.checkVisibility() && (e.closest('details:not([open])') === null
            || e.matches('details > summary:first-of-type') && e.parentElement.parentElement
              .closest('details:not([open])') === null);
          // Of radio buttons that belong together the Tab key reaches one; arrows reach the others.
          const acts = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';
          const scrolls = e => e !== document.body && e !== document.documentElement
            && ((/auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth)
              || (/auto|scroll/.test(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight));
          window.stops = [...document.querySelectorAll('*')].filter(e => shown(e) && (e.matches(acts) || scrolls(e)))
            .filter(e => e.type !== 'radio' || e === (document.querySelector(
              `input[type=radio][name="${e.name}"]:checked`) ?? document.querySelector(
              `input[type=radio][name="${e.name}"]`)));
          return window.stops.map(e => e.tagName.toLowerCase() + ' "'
            + (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40) + '"');
        }
        """;

    /// <summary>Which stop has the focus, and whether one can see that it has.</summary>
    private const string Focus =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return [-1, 1];
          const style = getComputedStyle(e);
          const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
            || style.boxShadow !== 'none';
          return [window.stops.indexOf(e), seen ? 1 : 0];
        }
        """;

    /// <summary>The Tab key stops at each part of a date and at its button: so much more often, on any page.</summary>
    private const int PartsOfDates = 30;

    public static async Task<string[]> Of(IPage page, string check) => await page.EvaluateAsync<string[]>(check);

    /// <summary>Walks the page with the Tab key, opening what opens, and tells what was missed or not seen.</summary>
    public static async Task<IReadOnlyList<string>> Keyboard(IPage page)
    {
        var faults = new List<string>();
        ILocator closed = page.Locator("details:not([open]) > summary:visible");
        for (int last = int.MaxValue, left = await closed.CountAsync(); left > 0; left = await closed.CountAsync())
        {
            if (left >= last && last != int.MaxValue)
            {
                faults.Add("A summary does not open with the Enter key.");
                break;
            }

            last = left;
            await closed.First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        string[] stops = await page.EvaluateAsync<string[]>(Stops);
        var reached = new HashSet<int>();
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.getSelection().removeAllRanges(); }");
        await page.EvaluateAsync("() => { document.body.tabIndex = -1; document.body.focus(); }");
        int before = -1;
        for (int i = 0; i <= stops.Length + PartsOfDates; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            int[] focus = await page.EvaluateAsync<int[]>(Focus);
            if (focus[0] < 0 || (!reached.Add(focus[0]) && focus[0] != before))
            {
                break;
            }

            // The parts of a date show the focus by themselves.
            bool isPart = focus[0] == before;
            before = focus[0];
            if (focus[1] == 0 && !isPart)
            {
                faults.Add($"The focus on {stops[focus[0]]} cannot be seen.");
            }
        }

        faults.AddRange(stops.Where((_, i) => !reached.Contains(i)).Select(stop => $"The keyboard misses {stop}."));
        return faults;
    }
}
