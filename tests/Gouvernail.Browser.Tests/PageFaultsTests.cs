namespace Gouvernail.Browser.Tests;

/// <summary>The checks themselves, on pages made to fail them.</summary>
public sealed class PageFaultsTests(Chromium chromium)
{
    private const string Head =
        "<!DOCTYPE html><html lang=\"en\"><head><title>T</title>"
        + "<meta name=\"viewport\" content=\"width=device-width\">";

    private const string Good = Head + "</head><body><main><h1>T</h1><p><a href=\"#a\">A</a></p></main></body></html>";

    [Fact]
    public async Task A_plain_page_has_no_fault()
    {
        await using OpenPage open = await chromium.Open(Good, width: 320);
        (await PageFaults.Of(open.Page, PageFaults.Structure)).ShouldBeEmpty();
        (await PageFaults.Of(open.Page, PageFaults.Sideways)).ShouldBeEmpty();
        (await PageFaults.Keyboard(open.Page)).ShouldBeEmpty();
        open.Requests.ShouldBeEmpty();
        open.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<h1>T</h1><h3>T</h3>")]
    [InlineData("<h1>T</h1><h1>T</h1>")]
    [InlineData("<h1>T</h1><svg viewBox=\"0 0 1 1\"></svg>")]
    [InlineData("<h1>T</h1><svg role=\"img\" aria-labelledby=\"nowhere\"></svg>")]
    [InlineData("<h1>T</h1><table><tr><th scope=\"col\">A</th></tr></table>")]
    [InlineData("<h1>T</h1><table><caption>A</caption><tr><th>A</th></tr></table>")]
    [InlineData("<h1>T</h1><style>@import 'a.css';</style>")]
    [InlineData("<h1>T</h1><link rel=\"stylesheet\" href=\"a.css\">")]
    [InlineData("<h1>T</h1><script></script>")]
    public async Task A_fault_of_structure_is_found(string content)
    {
        await using OpenPage open = await chromium.Open($"{Head}</head><body><main>{content}</main></body></html>");
        (await PageFaults.Of(open.Page, PageFaults.Structure)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_wider_than_the_screen_is_found()
    {
        await using OpenPage open = await chromium.Open(
            Good.Replace("<p>", "<p style=\"width:400px\">", StringComparison.Ordinal), width: 320);
        (await PageFaults.Of(open.Page, PageFaults.Sideways)).ShouldHaveSingleItem().ShouldContain("p");
    }

    [Theory]
    [InlineData("<a href=\"#a\" tabindex=\"-1\">B</a>", "misses a \"B\"")]
    [InlineData("<a href=\"#a\" style=\"outline:none\">B</a>", "focus on a \"B\" cannot be seen")]
    [InlineData("<details><summary>S</summary><a href=\"#a\" tabindex=\"-1\">B</a></details>", "misses a \"B\"")]
    public async Task What_the_keyboard_cannot_reach_or_show_is_found(string content, string fault)
    {
        await using OpenPage open = await chromium.Open(
            Good.Replace("</p>", "</p>" + content, StringComparison.Ordinal));
        (await PageFaults.Keyboard(open.Page)).ShouldHaveSingleItem().ShouldContain(fault);
    }

    [Fact]
    public async Task Axe_finds_a_picture_without_alternative()
    {
        Axe.Source();
        await using OpenPage open = await chromium.Open(
            Good.Replace("</p>", "</p><img src=\"data:,\">", StringComparison.Ordinal), bypassPolicy: true);
        (await Axe.Faults(open.Page)).ShouldHaveSingleItem().ShouldStartWith("image-alt");
    }

    [Fact]
    public async Task A_request_and_a_complaint_are_heard()
    {
        await using OpenPage open = await chromium.Open(
            Good.Replace("</p>", "</p><img src=\"nowhere.png\" alt=\"\">", StringComparison.Ordinal));
        open.Requests.ShouldHaveSingleItem().ShouldEndWith("nowhere.png");
        open.Complaints.ShouldNotBeEmpty();
    }
}
