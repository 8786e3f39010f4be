using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests;

/// <summary>
/// axe-core, the accessibility checker (MPL-2.0), taken from the file that GOUVERNAIL_AXE names and not kept here.
/// </summary>
internal static class Axe
{
    /// <summary>Its complaints about a page, whatever their level; skips the test where there is no axe.</summary>
    public static async Task<string[]> Faults(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Source()));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
              .map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' ; ')})`)
            """);
    }

    public static string Source()
    {
        string path = Environment.GetEnvironmentVariable("GOUVERNAIL_AXE") ?? "";
        Assert.SkipUnless(File.Exists(path), "Set GOUVERNAIL_AXE to the path of axe.min.js to run axe-core.");
        return path;
    }
}
