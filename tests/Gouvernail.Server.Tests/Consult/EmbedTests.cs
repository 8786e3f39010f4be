using System.Globalization;
using System.Net;
using System.Text;
using Gouvernail.Consult.Consultations;
using Gouvernail.Server.Consult;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>A consultation in a frame of another site.</summary>
public sealed class EmbedTests
{
    private static readonly Terms _terms = new()
    {
        Admits = [Rung.Host],
        Hosts = ["https://city.example", "https://paper.example"],
    };

    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Fact]
    public void A_ticket_says_who_somebody_is_until_it_expires()
    {
        var tickets = new HostTickets(Encoding.UTF8.GetBytes("a key of the consultation"));
        long until = _now.ToUnixTimeSeconds() + 60;
        string expires = until.ToString(CultureInfo.InvariantCulture);
        string token = tickets.Sign("zoé-7", until);
        string ticket = tickets.Issue("zoé-7", expires, token, _now)!;
        tickets.Read(ticket, _now).ShouldBe("zoé-7");
        tickets.Read(ticket, _now.AddSeconds(61)).ShouldBeNull();
        tickets.Issue("zoé-7", expires, token, _now.AddSeconds(61)).ShouldBeNull();
        tickets.Issue("zoé-8", expires, token, _now).ShouldBeNull();
        tickets.Issue("zoé-7", expires + "0", token, _now).ShouldBeNull();
        tickets.Issue("zoé-7", expires, token[1..] + "0", _now).ShouldBeNull();
        tickets.Issue(new string('x', 201), expires, tickets.Sign(new string('x', 201), until), _now).ShouldBeNull();
        new HostTickets([1]).Read(ticket, _now).ShouldBeNull();
        foreach (string wrong in (string[])["", "A", "!", new string('A', 10_000), ticket[..^2]])
        {
            tickets.Read(wrong, _now).ShouldBeNull();
        }
    }

    [Fact]
    public void A_token_is_what_the_documentation_computes() =>
        // Python: hmac.new(b"key", b"member-42\n1790000000", hashlib.sha256).hexdigest()
        new HostTickets("key"u8.ToArray()).Sign("member-42", 1_790_000_000)
            .ShouldBe("8d7c7c9a0968be047ce11ec7d9aaa388d2cdb6ecbaaf10059514292193727e5d");

    [Fact]
    public async Task A_member_of_the_site_votes_in_the_frame_without_a_cookie()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_terms), address = EmbedOf(desk, id, "member-42");
        using HttpClient frame = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = desk.Client.BaseAddress,
        };
        using HttpResponseMessage enter = await frame.GetAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        enter.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        string vote = enter.Headers.Location!.OriginalString, at = vote[..^"/vote".Length];
        using HttpResponseMessage shown = await frame.GetAsync(
            new Uri(vote, UriKind.Relative), TestContext.Current.CancellationToken);
        Policy(shown).ShouldEndWith("frame-ancestors https://city.example https://paper.example");
        string page = await shown.TextAsync(HttpStatusCode.OK);
        page.ShouldNotContain("<header");
        page.ShouldContain($"action=\"{at}/vote\"");
        page.ShouldNotContain($"href=\"/c/{id}/vote\"");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("statement", Town.Asked(page)), KeyValuePair.Create("vote", "agree")]);
        using HttpResponseMessage cast = await frame.PostAsync(
            new Uri(vote, UriKind.Relative), form, TestContext.Current.CancellationToken);
        cast.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        cast.Headers.Location!.OriginalString.ShouldStartWith(vote);
        cast.Headers.Contains("Set-Cookie").ShouldBeFalse();
        desk.Live(id).Participants().ShouldHaveSingleItem().Rung.ShouldBe(Rung.Host);
    }

    [Fact]
    public async Task A_ticket_that_is_void_is_told_in_the_frame()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_terms);
        using HttpResponseMessage page = await desk.GetAsync($"/c/{id}/embed/nonsense/vote");
        (await page.TextAsync(HttpStatusCode.Forbidden)).ShouldContain("This visit has come to an end");
        Policy(page).ShouldContain("https://city.example");
        using HttpResponseMessage forged = await desk.GetAsync($"/c/{id}/embed?xid=a&expires=99999999999&token=00");
        (await forged.TextAsync(HttpStatusCode.Forbidden)).ShouldContain("does not hold");
    }

    [Fact]
    public async Task Who_is_not_vouched_for_gets_a_link_out_of_the_frame()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_terms with { Admits = [Rung.Open] });
        using HttpResponseMessage page = await desk.GetAsync($"/c/{id}/embed");
        string text = await page.TextAsync(HttpStatusCode.OK);
        text.ShouldContain($"href=\"/c/{id}\" target=\"_blank\"");
        Policy(page).ShouldContain("https://city.example");
    }

    [Fact]
    public async Task Outside_of_the_frame_s_pages_no_site_may_show_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(_terms);
        foreach (string path in (string[])[$"/c/{id}", $"/c/{id}/vote", "/"])
        {
            using HttpResponseMessage page = await desk.GetAsync(path);
            Policy(page).ShouldEndWith("frame-ancestors 'none'");
        }
    }

    [Fact]
    public async Task The_script_for_other_sites_may_be_used_by_them()
    {
        await using Desk desk = await Desk.OpenAsync();
        using HttpResponseMessage script = await desk.GetAsync("/embed.js");
        script.StatusCode.ShouldBe(HttpStatusCode.OK);
        script.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

    private static string EmbedOf(Desk desk, string id, string xid)
    {
        long until = DateTimeOffset.UnixEpoch.AddYears(200).ToUnixTimeSeconds();
        string token = new HostTickets(desk.Host.Community.HostKeyOf(id)!).Sign(xid, until);
        return $"/c/{id}/embed?xid={xid}&expires={until.ToString(CultureInfo.InvariantCulture)}&token={token}";
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();
}
