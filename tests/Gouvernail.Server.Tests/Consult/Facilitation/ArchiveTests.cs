using System.Net;
using System.Text;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

/// <summary>A consultation that is over for good, and the key that a site needs while it is not.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public async Task Once_it_is_archived_nothing_links_votes_to_people_and_the_log_holds()
    {
        await using Desk desk = await Desk.OpenAsync();
        (string id, HttpClient citizen) = await InvitedAsync(desk);
        using HttpClient member = citizen;
        Community community = desk.Host.Community;
        LiveConsultation live = community.Live.All[0];
        long[] links = [.. live.Links()];
        links.Length.ShouldBe(3, "two members and a device");

        using (HttpResponseMessage early = await ArchiveAsync(desk, id, "Too early."))
        {
            (await early.TextAsync(HttpStatusCode.Conflict)).ShouldContain("closed before it is archived");
        }

        await desk.DoAsync($"/facilitate/{id}", $"/facilitate/{id}/stage", ("to", "close"), ("reason", "It is May."));
        using (HttpResponseMessage silent = await ArchiveAsync(desk, id, " "))
        {
            silent.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        using (HttpResponseMessage done = await ArchiveAsync(desk, id, "The year of keeping is over."))
        {
            done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        community.PseudonymsOf(id).ShouldBeNull();
        community.InvitationCodesOf(id).ShouldBeNull();
        community.HostKeyOf(id).ShouldBeNull();
        live.Members().ShouldBeEmpty();
        live.Links().ShouldBeEmpty();
        foreach (long link in links)
        {
            community.ReadEntry(link)!.Value.Content.ShouldBeNull();
        }

        live.VoteCount.ShouldBe(1);
        live.View().Stage.ShouldBe(Stage.Archived);
        live.View().ShowsResults.ShouldBeTrue();
        desk.ShouldHold();
    }

    [Fact]
    public async Task Afterwards_pages_and_programs_say_so_and_nothing_is_opened_again()
    {
        await using Desk desk = await Desk.OpenAsync();
        (string id, HttpClient citizen) = await InvitedAsync(desk);
        using HttpClient member = citizen;
        await desk.DoAsync($"/facilitate/{id}", $"/facilitate/{id}/stage", ("to", "close"), ("reason", "It is May."));
        using (HttpResponseMessage done = await ArchiveAsync(desk, id, "The year of keeping is over."))
        {
            done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        foreach (string page in (string[])["", "/vote"])
        {
            (await ReadAsync(member, $"/c/{id}{page}")).ShouldContain("not even you");
        }

        (await ReadAsync(member, $"/c/{id}/me/data")).ShouldNotContain("receipt/");
        using HttpResponseMessage refused = await VoteAsync(member, id);
        (await refused.TextAsync(HttpStatusCode.Conflict)).ShouldContain("/problems/archived");
        using HttpResponseMessage again = await desk.PostAsync(
            "/facilitate/name", $"/facilitate/{id}/stage", ("to", "reopen"), ("reason", "One more week."));
        (await again.TextAsync(HttpStatusCode.Conflict)).ShouldContain("is archived");
        (await desk.ReadAsync($"/facilitate/{id}")).ShouldNotContain("value=\"archive\"");
    }

    [Fact]
    public async Task The_host_key_is_shown_where_sites_may_show_a_frame_and_to_facilitators_alone()
    {
        await using Desk desk = await Desk.OpenAsync();
        string open = await desk.OpenConsultationAsync();
        (await desk.ReadAsync($"/facilitate/{open}")).ShouldNotContain("host-key");
        string id = Consult.Town.Ask(desk, new Terms { Admits = [Rung.Host], Hosts = ["https://city.example"] });
        string key = Convert.ToHexStringLower(desk.Host.Community.HostKeyOf(id)!);
        (await desk.ReadAsync($"/facilitate/{id}")).ShouldContain($"value=\"{key}\"");
        await desk.SitAsync(Role.Auditor);
        (await desk.ReadAsync($"/facilitate/{id}")).ShouldNotContain(key);
    }

    /// <summary>A consultation of members, one of whom has voted.</summary>
    private static async Task<(string Id, HttpClient Citizen)> InvitedAsync(Desk desk)
    {
        string id = await desk.OpenConsultationAsync(opens: false);
        await desk.DoAsync($"/facilitate/{id}/edit?part=admits", $"/facilitate/{id}/edit",
            ("part", "admits"), ("admits", "member"));
        await desk.DoAsync($"/facilitate/{id}", $"/facilitate/{id}/stage", ("to", "open"));
        using HttpResponseMessage listed = await desk.UploadAsync(
            $"/facilitate/{id}/invitations", $"/facilitate/{id}/members", "file",
            [("list.csv", "email\na@example.org\nb@example.org\n"u8.ToArray())], ("label", "members"), ("days", "30"));
        string code = desk.Host.Community.InvitationCodesOf(id)!.Of(1);
        HttpClient citizen = desk.Visitor();
        using HttpResponseMessage entered = await citizen.GetAsync(
            new Uri($"/c/{id}/i/{code}", UriKind.Relative), TestContext.Current.CancellationToken);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using HttpResponseMessage cast = await VoteAsync(citizen, id);
        await cast.TextAsync(HttpStatusCode.OK);
        return (id, citizen);
    }

    private static async Task<HttpResponseMessage> VoteAsync(HttpClient client, string id)
    {
        using var vote = new StringContent("{\"vote\":1}", Encoding.UTF8, "application/json");
        return await client.PutAsync(
            new Uri($"/api/consultations/{id}/votes/1", UriKind.Relative), vote,
            TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> ArchiveAsync(Desk desk, string id, string reason) => desk.PostAsync(
        "/facilitate/name", $"/facilitate/{id}/stage", ("to", "archive"), ("reason", reason));

    private static async Task<string> ReadAsync(HttpClient client, string path) => WebUtility.HtmlDecode(
        await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
}
