using Microsoft.Playwright;

namespace Gouvernail.Browser.Tests;

/// <summary>The opinion map's page as people meet it: on a phone, a desk, paper, by keyboard, without script.</summary>
public sealed class ReportTests(Chromium chromium)
{
    public static TheoryData<string, Language> Reports =>
        new(from sample in (string[])["ordinary", "awkward", "empty"]
            from language in Enum.GetValues<Language>()
            select (sample, language));

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task It_fits_every_width_and_asks_nothing_of_the_network(string sample, Language language)
    {
        await using OpenPage open = await chromium.Open(SampleReport.Of(sample, language), 390, 844);
        foreach ((int width, int height) in ((int, int)[])[(390, 844), (320, 568), (768, 1024), (1280, 800)])
        {
            await open.Page.SetViewportSizeAsync(width, height);
            (await PageFaults.Of(open.Page, PageFaults.Sideways)).ShouldBeEmpty($"{width} wide");
        }

        await OpenDetails(open.Page);
        await open.Page.SetViewportSizeAsync(320, 568);
        (await PageFaults.Of(open.Page, PageFaults.Sideways)).ShouldBeEmpty("320 wide, all details open");
        open.Requests.ShouldBeEmpty();
        open.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Its_structure_can_be_heard(string sample, Language language)
    {
        await using OpenPage open = await chromium.Open(SampleReport.Of(sample, language));
        (await PageFaults.Of(open.Page, PageFaults.Structure)).ShouldBeEmpty();
        string spoken = await open.Page.EvaluateAsync<string>("() => document.documentElement.lang");
        spoken.ShouldBe(language == Language.French ? "fr" : "en");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is(string sample, Language language)
    {
        await using OpenPage open = await chromium.Open(SampleReport.Of(sample, language), 390, 844);
        (await PageFaults.Keyboard(open.Page)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task It_reads_the_same_without_script(string sample, Language language)
    {
        string html = SampleReport.Of(sample, language);
        await using OpenPage with = await chromium.Open(html);
        await using OpenPage without = await chromium.Open(html, script: false);
        (await without.Page.InnerTextAsync("body")).ShouldBe(await with.Page.InnerTextAsync("body"));
        (await without.Page.ScreenshotAsync(new() { FullPage = true }))
            .ShouldBe(await with.Page.ScreenshotAsync(new() { FullPage = true }));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task It_prints_on_a4(string sample, Language language)
    {
        const int a4WidthAt96Dpi = 794;
        await using OpenPage open = await chromium.Open(SampleReport.Of(sample, language), a4WidthAt96Dpi, 1123);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await PageFaults.Of(open.Page, PageFaults.Sideways)).ShouldBeEmpty();
        (await open.Page.PdfAsync(new() { Format = "A4", PrintBackground = true })).Length.ShouldBeGreaterThan(1_000);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme scheme)
    {
        Axe.Source();
        foreach ((string sample, Language language) in Reports.Select(row => row.Data))
        {
            await using OpenPage open =
                await chromium.Open(SampleReport.Of(sample, language), 390, 844, bypassPolicy: true);
            await open.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await OpenDetails(open.Page);
            (await Axe.Faults(open.Page)).ShouldBeEmpty($"{sample}, {language}");
        }
    }

    private static async Task OpenDetails(IPage page) => await page.EvaluateAsync(
        "() => document.querySelectorAll('details').forEach(details => details.open = true)");
}
