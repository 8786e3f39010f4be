using System.Net;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Tests.People;

public sealed class RoleLinkTests
{
    [Fact]
    public async Task A_link_can_be_looked_at_and_works_once()
    {
        await using Desk desk = await Desk.OpenAsync();
        string link = await desk.LinkAsync(Role.Facilitator);
        await desk.ReadAsync(link);
        (await desk.TextAsync(link)).ShouldContain("Take this role");
        (await desk.DoAsync(link, link)).ShouldBe("/facilitate?notice=welcome");
        (await desk.TextAsync("/facilitate")).ShouldContain("Step 1 of 5");
        (await desk.ReadAsync("/")).ShouldContain("href=\"/facilitate\"");
        using HttpResponseMessage again = await desk.GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
        again.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_void_link_has_the_same_answer()
    {
        var clock = new Hand();
        await using Desk desk = await Desk.OpenAsync(clock: clock);
        string replaced = await desk.LinkAsync(Role.Moderator);
        string expired = await desk.LinkAsync(Role.Moderator, "r1");
        string used = await desk.LinkAsync(Role.Auditor);
        await desk.DoAsync(used, used);
        clock.Passed = TimeSpan.FromDays(8);
        var pages = new HashSet<string>();
        foreach (string link in (string[])[replaced, expired, used, "/role/nonsense", "/role/" + new string('A', 38)])
        {
            using HttpResponseMessage answer = await desk.GetAsync(link);
            answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
            pages.Add((await answer.PageAsync()).Replace(link, "", StringComparison.Ordinal));
        }

        pages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_session_ends_when_it_is_left_and_after_seven_days()
    {
        var clock = new Hand();
        await using Desk desk = await Desk.OpenAsync(clock: clock);
        await desk.SitAsync(Role.Facilitator);
        (await desk.DoAsync("/facilitate", "/role/leave")).ShouldBe("/");
        await ShouldExplain(desk, "/facilitate");
        await desk.SitAsync(Role.Facilitator);
        clock.Passed = TimeSpan.FromDays(7.1);
        await ShouldExplain(desk, "/facilitate");
    }

    [Fact]
    public async Task Whoever_has_no_session_is_told_how_to_get_one_before_anything_is_read()
    {
        await using Desk desk = await Desk.OpenAsync();
        foreach (string path in (string[])["/facilitate", "/facilitate/new", "/facilitate/people", "/facilitate/c9"])
        {
            await ShouldExplain(desk, path);
        }

        using HttpResponseMessage sent = await desk.PostBareAsync("/facilitate/import", ("a", new string('a', 10_000)));
        sent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_first_link_is_made_until_somebody_has_come_in()
    {
        await using Desk desk = await Desk.OpenAsync();
        string? first = await MakeAsync(desk, new ServerOptions());
        string? second = await MakeAsync(desk, new ServerOptions());
        second.ShouldNotBe(first);
        desk.Host.Community.RoleBook.Holders.ShouldHaveSingleItem();
        string path = new Uri(second!).AbsolutePath;
        await desk.DoAsync(path, path);
        (await MakeAsync(desk, new ServerOptions())).ShouldBeNull();
        (await MakeAsync(desk, new ServerOptions { FacilitatorLink = true })).ShouldNotBeNull();
        desk.Host.Community.RoleBook.Holders.Count.ShouldBe(2);
        string? demo = await MakeAsync(
            desk, new ServerOptions { Demo = true, PublicUrl = new Uri("https://decide.example") });
        demo!.ShouldStartWith("https://decide.example/role/");
    }

    [Fact]
    public async Task A_role_is_given_once_shown_and_taken_away()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        string page = "/facilitate/people";
        using HttpResponseMessage given = await desk.PostAsync(page, page, ("role", "1"), ("name", "Awa <i>"));
        given.StatusCode.ShouldBe(HttpStatusCode.OK);
        string shown = await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        shown.ShouldContain("/role/");
        shown.ShouldNotContain("Awa <i>");
        (await desk.TextAsync(page)).ShouldContain("Awa <i> (r2)");
        (await desk.ReadAsync(page)).ShouldNotContain("value=\"http");
        (await desk.DoAsync(page, page + "/r2/revoke")).ShouldBe("/facilitate/people?notice=revoked");
        (await desk.RefusedAsync(page, page + "/r1/revoke")).ShouldContain("last facilitator");
        (await desk.RefusedAsync(page, page + "/r9/link")).ShouldContain("Nobody holds this role");
        using HttpResponseMessage wrong = await desk.PostAsync(page, page, ("role", "7"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_holder_s_time_survives_a_snapshot()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.SitAsync(Role.Facilitator);
        var roles = new Roles();
        using var saved = new MemoryStream();
        Roles held = desk.Host.Community.Roles;
        held.Save(saved);
        DateTimeOffset? since = held.Holders[0].Since;
        saved.Position = 0;
        roles.TryLoad(saved).ShouldBeTrue();
        roles.Holders[0].Since.ShouldBe(since);
        since.ShouldNotBeNull();
    }

    private static Task<string?> MakeAsync(Desk desk, ServerOptions options) => FirstLink.MakeAsync(
        desk.Host.Community, options, desk.Host.Addresses, TestContext.Current.CancellationToken);

    private static async Task ShouldExplain(Desk desk, string path)
    {
        using HttpResponseMessage answer = await desk.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.PageAsync()).ShouldContain("--facilitator-link");
    }

    private sealed class Hand : TimeProvider
    {
        private readonly DateTimeOffset _start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => _start + Passed;
    }
}
