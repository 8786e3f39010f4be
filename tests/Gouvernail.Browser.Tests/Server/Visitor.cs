using System.Globalization;
using Gouvernail.People;
using Gouvernail.Server.Tests;
using Gouvernail.Server.Tests.People;
using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests.Server;

/// <summary>Somebody at a browser on a server, who clicks what the page has, and what went wrong meanwhile.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const int MostStops = 200;

    private readonly IBrowserContext _window;
    private readonly string _origin;
    private readonly string _screen;

    private Visitor(IBrowserContext window, string origin, string screen)
    {
        _window = window;
        _origin = origin;
        _screen = screen;
    }

    /// <summary>What is in front of them.</summary>
    public IPage Page { get; private set; } = default!;

    /// <summary>
    /// Complaints of the console, exceptions, requests to other sites, and answers that a page asked for in vain.
    /// </summary>
    public List<string> Faults { get; } = [];

    /// <summary>The path of the page, without what its query says.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public static async Task<Visitor> Phone(
        Chromium chromium, Desk desk, bool script = true, bool bypassPolicy = false, string language = "en") =>
        await Enter(await chromium.Window(390, 844, script, bypassPolicy, language), desk, "phone");

    public static async Task<Visitor> Desktop(
        Chromium chromium, Desk desk, bool script = true, bool bypassPolicy = false, string language = "en") =>
        await Enter(await chromium.Window(1280, 900, script, bypassPolicy, language), desk, "desktop");

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> OpenTab()
    {
        IPage page = await _window.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_origin + "/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Faults.Add($"It asked for {request.Url}.");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest)
            {
                Faults.Add($"{answer.Url} answered {answer.Status}.");
            }
        };
        page.PageError += (_, error) => Faults.Add(error);
        page.Console += (_, message) =>
        {
            // That an answer has an error's status is heard above; a page that is itself a refusal is none.
            if (message.Type is "error" or "warning"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Faults.Add($"{page.Url}: {message.Text}");
            }
        };
        return page;
    }

    /// <summary>Opens an address of the site.</summary>
    public async Task<IResponse> Go(string path) => (await Page.GotoAsync(_origin + path))!;

    /// <summary>Presses the first button of a name.</summary>
    public Task Press(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Follows the first link of a name.</summary>
    public Task Follow(string name) =>
        Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>
    /// Goes on with the Tab key alone until what has this name has the focus, which has to be seen on every stop.
    /// </summary>
    public async Task TabTo(string name)
    {
        for (int i = 0; i < MostStops; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string[] stop = await Page.EvaluateAsync<string[]>(
                """
                () => {
                  const e = document.activeElement, style = getComputedStyle(e);
                  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  return [(e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '').trim(),
                    seen || e === document.body ? 'seen' : 'unseen'];
                }
                """);
            stop[1].ShouldBe("seen", $"The focus on \"{stop[0]}\".");
            if (stop[0] == name)
            {
                return;
            }
        }

        throw new ShouldAssertException($"The Tab key does not reach \"{name}\" on {Path}.");
    }

    /// <summary>Presses a key, and waits for the page to which it leads.</summary>
    public Task KeyLeads(string key) => Leads(() => Page.Keyboard.PressAsync(key));

    /// <summary>Does something, and waits for the page to which it leads.</summary>
    public async Task Leads(Func<Task> act)
    {
        await Page.EvaluateAsync("() => { window.here = true; }");
        await act();
        for (int i = 0; i < 1000; i++)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("() => !window.here && document.readyState === 'complete'"))
                {
                    return;
                }
            }
            catch (PlaywrightException)
            {
                // Between two pages there is nothing to ask.
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException($"It leads nowhere from {Path}.");
    }

    /// <summary>Opens what is folded under a heading.</summary>
    public Task Unfold(string heading) => Page.Locator("summary", new() { HasText = heading }).First.ClickAsync();

    /// <summary>Follows the first link whose name begins so, which leads to a file.</summary>
    public async Task<string> Download(string name)
    {
        IDownload file = await Page.RunAndWaitForDownloadAsync(() =>
            Page.Locator("a[download]", new() { HasText = name }).First.ClickAsync());
        await using Stream stream = await file.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the page says, its head and foot excepted.</summary>
    public Task<string> Text() => Page.InnerTextAsync("main");

    /// <summary>What the page announces as done.</summary>
    public Task<string> Said() => Page.InnerTextAsync("main > [role=status]");

    /// <summary>Keeps a picture of the page in the folder that GOUVERNAIL_SHOTS names; nothing without.</summary>
    public async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("GOUVERNAIL_SHOTS") is { Length: > 0 } folder)
        {
            string file = string.Create(CultureInfo.InvariantCulture, $"{name}-{_screen}.png");
            await Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, file), FullPage = true });
        }
    }

    /// <summary>Takes a role, by a link made on the server's machine.</summary>
    public async Task Facilitate(Desk desk)
    {
        await Go(await desk.LinkAsync(Role.Facilitator));
        await Press("Take this role");
        Path.ShouldBe("/facilitate");
    }

    public async ValueTask DisposeAsync() => await _window.DisposeAsync();

    private static async Task<Visitor> Enter(IBrowserContext window, Desk desk, string screen)
    {
        var visitor = new Visitor(window, desk.Host.Addresses.First().TrimEnd('/'), screen);
        visitor.Page = await visitor.OpenTab();
        return visitor;
    }
}
