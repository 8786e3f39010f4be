using System.Net;
using System.Text;
using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>What people could send to do harm.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("<script>alert(1)</script> is bad", "&lt;script&gt;alert(1)&lt;/script&gt; is bad")]
    [InlineData("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("Safe \u202Etxt.exe\u202C words", "Safe txt.exe words")]
    [InlineData("zero\u200Bwidth\uFEFF signs", "zerowidth signs")]
    [InlineData("one\r\n\r\ntwo\tthree", "one two three")]
    public async Task A_statement_is_shown_as_text_and_nothing_hides_in_it(string typed, string shown)
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(sentences: ["Another thing entirely."]), at = "/c/" + id;
        using HttpResponseMessage sent = await desk.PostAsync(at + "/propose", at + "/propose", ("text", typed));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await desk.ReadAsync(at + "/me")).ShouldContain(shown);
        string asked = await desk.ReadAsync(at + "/vote?statement=2");
        asked.ShouldContain(shown);
        (await desk.ReadAsync(at + "/me/data")).ShouldNotContain("<script>alert");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200B")]
    [InlineData("!?…")]
    public async Task What_says_nothing_is_no_statement_and_is_typed_no_second_time(string typed)
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = "/c/" + desk.Ask();
        using HttpResponseMessage sent = await desk.PostAsync(at + "/propose", at + "/propose", ("text", typed));
        (await sent.TextAsync(HttpStatusCode.Conflict)).ShouldContain("there is no sentence here");
    }

    [Fact]
    public async Task A_sentence_is_measured_by_signs_and_not_by_bytes()
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = "/c/" + desk.Ask(new Terms { StatementLength = 10 });
        using HttpResponseMessage fits = await desk.PostAsync(at + "/propose", at + "/propose", ("text", "été 🌳🌳🌳🌳🌳🌳"));
        fits.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using HttpResponseMessage over = await desk.PostAsync(
            at + "/propose", at + "/propose", ("text", "été 🌳🌳🌳🌳🌳🌳🌳"));
        string kept = await over.TextAsync(HttpStatusCode.Conflict);
        kept.ShouldContain("11 characters");
        kept.ShouldContain("été 🌳🌳🌳🌳🌳🌳🌳");
    }

    [Fact]
    public async Task Half_a_surrogate_is_no_sign()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), at = "/c/" + id;
        using (HttpResponseMessage device = await desk.Client.PostAsync(
            new Uri("/api/devices", UriKind.Relative), Json("{}"), TestContext.Current.CancellationToken))
        {
            device.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using HttpResponseMessage api = await desk.Client.PostAsync(
            new Uri($"/api/consultations/{id}/statements", UriKind.Relative),
            Json("""{"text":"half \ud800 of it","evenIfNear":true}"""),
            TestContext.Current.CancellationToken);
        api.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await desk.ReadAsync(at + "/propose");
        string token = await TokenAsync(desk, at + "/propose");
        using var raw = new ByteArrayContent(Encoding.ASCII.GetBytes($"token={token}&text=half+%ED%A0%80+of+it"));
        raw.Headers.ContentType = new("application/x-www-form-urlencoded");
        using HttpResponseMessage page = await desk.Client.PostAsync(
            new Uri(at + "/propose", UriKind.Relative), raw, TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await desk.ReadAsync(at + "/me")).ShouldContain("half %ED%A0%80 of it");
    }

    [Theory]
    [InlineData("/vote")]
    [InlineData("/propose")]
    [InlineData("/undo")]
    [InlineData("/withdraw")]
    [InlineData("/code")]
    public async Task A_million_bytes_are_not_read(string form)
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = "/c/" + desk.Ask();
        string token = await TokenAsync(desk, at + "/propose");
        try
        {
            using HttpResponseMessage answer = await desk.PostBareAsync(
                at + form, ("token", token), ("text", new string('a', 1_000_000)));
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server may close the connection before all of it was sent.
        }
    }

    [Theory]
    [InlineData("/vote", "vote", "maybe")]
    [InlineData("/vote", "vote", "")]
    [InlineData("/vote", "nothing", "x")]
    public async Task A_form_of_nonsense_is_told_as_such(string form, string name, string value)
    {
        await using Desk desk = await Desk.OpenAsync();
        string at = "/c/" + desk.Ask();
        using HttpResponseMessage answer = await desk.PostAsync(at + "/vote", at + form, (name, value));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?skip=1&skip=nope&skip=%00&skip=" + "1")]
    [InlineData("?statement=%3Cscript%3E")]
    [InlineData("?last=1&was=%22%3E")]
    [InlineData("?notice=%3Cb%3E")]
    public async Task Addresses_are_not_believed(string query)
    {
        await using Desk desk = await Desk.OpenAsync();
        string page = await desk.ReadAsync("/c/" + desk.Ask() + "/vote" + query);
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("<b>");
        page.ShouldNotContain("was\" value=\"\">");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<string> TokenAsync(Desk desk, string page)
    {
        string text = await desk.ReadAsync(page);
        const string Before = "name=\"token\" value=\"";
        int at = text.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return text[at..text.IndexOf('"', at)];
    }
}
