using Gouvernail.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Gouvernail.Browser.Tests;

/// <summary>
/// The browser that the machine has: started once, never downloaded. Where there is none, each test that asks for a
/// page is skipped and says so. GOUVERNAIL_CHROMIUM names a browser that stands elsewhere.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("GOUVERNAIL_CHROMIUM") is not { Length: > 0 } path)
        {
            path = Array.Find(_places, File.Exists) ?? "";
        }

        if (path.Length > 0)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = _arguments });
        }
    }

    /// <summary>Opens a page of HTML as a reader would: a file on the disk.</summary>
    public async Task<OpenPage> Open(
        string html, int width = 1280, int height = 800, bool script = true, bool bypassPolicy = false) =>
        await OpenPage.Open(await Window(width, height, script, bypassPolicy), html);

    /// <summary>An empty window, with cookies of its own, of somebody who reads a language.</summary>
    public async Task<IBrowserContext> Window(
        int width, int height, bool script = true, bool bypassPolicy = false, string language = "en")
    {
        Assert.SkipWhen(_browser is null, "No Chromium on this machine: install it or set GOUVERNAIL_CHROMIUM.");
        return await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            BypassCSP = bypassPolicy,
            Locale = language,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
