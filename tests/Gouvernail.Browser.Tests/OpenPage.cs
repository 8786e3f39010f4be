using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests;

/// <summary>A page in the browser, and what it asked for and complained about while it opened.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly DirectoryInfo _folder;

    private OpenPage(IBrowserContext context, IPage page, DirectoryInfo folder)
    {
        _context = context;
        _folder = folder;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Addresses asked for, the page's own excepted.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Warnings and errors of the console, and exceptions.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> Open(IBrowserContext context, string html)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-browser-");
        string file = Path.Combine(folder.FullName, "report.html");
        await File.WriteAllTextAsync(file, html);
        string address = new Uri(file).AbsoluteUri;
        var open = new OpenPage(context, await context.NewPageAsync(), folder);
        open.Page.Request += (_, request) =>
        {
            if (request.Url != address)
            {
                open.Requests.Add(request.Url);
            }
        };
        open.Page.PageError += (_, error) => open.Complaints.Add(error);
        open.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                open.Complaints.Add(message.Text);
            }
        };
        await open.Page.GotoAsync(address);
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
