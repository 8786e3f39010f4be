using System.Net;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult.Facilitation;

public sealed class RightsTests
{
    private static readonly string[] _facilitate =
    [
        "/facilitate/name", "/facilitate/new", "/facilitate/c1/edit", "/facilitate/c1/stage",
        "/facilitate/c1/statements", "/facilitate/c1/statements/file", "/facilitate/c1/invitations",
        "/facilitate/c1/invitations/revoke", "/facilitate/c1/members", "/facilitate/import",
        "/facilitate/import/do", "/facilitate/people", "/facilitate/people/r1/link", "/facilitate/people/r1/revoke",
    ];

    private static readonly string[] _moderate =
        ["/facilitate/c1/moderation", "/facilitate/c1/moderation/accept"];

    private static readonly string[] _read =
    [
        "/facilitate", "/facilitate/c1", "/facilitate/c1/statements", "/facilitate/c1/moderation",
        "/facilitate/c1/invitations", "/facilitate/c1/signals", "/facilitate/people",
    ];

    [Fact]
    public async Task An_auditor_reads_and_decides_nothing()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.OpenConsultationAsync();
        await desk.SitAsync(Role.Auditor);
        await ShouldRead(desk);
        await ShouldBeForbidden(desk, [.. _facilitate, .. _moderate]);
    }

    [Fact]
    public async Task A_moderator_moderates_and_does_not_open()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync(opens: false);
        await desk.SitAsync(Role.Moderator);
        await ShouldRead(desk);
        await ShouldBeForbidden(desk, _facilitate);
        string page = $"/facilitate/{id}/moderation";
        await desk.DoAsync("/facilitate", page, ("statement", "1"), ("decision", "accept"));
    }

    [Fact]
    public async Task Nobody_is_let_in_without_a_session()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        using HttpClient stranger = desk.Visitor();
        foreach (string path in (string[])[.. _read, $"/facilitate/{id}/invitations/1/csv"])
        {
            using HttpResponseMessage answer = await stranger.GetAsync(
                new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_role_taken_away_ends_at_once()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = await desk.OpenConsultationAsync();
        await desk.SitAsync(Role.Facilitator);
        await desk.DoAsync("/facilitate/people", "/facilitate/people/r2/revoke");
        using HttpResponseMessage answer = await desk.GetAsync("/facilitate/" + id);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task ShouldRead(Desk desk)
    {
        foreach (string path in _read)
        {
            using HttpResponseMessage answer = await desk.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        using HttpResponseMessage codes = await desk.GetAsync("/facilitate/c1/invitations/1/csv");
        codes.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task ShouldBeForbidden(Desk desk, string[] paths)
    {
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await desk.PostAsync("/facilitate", path, ("to", "pause"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }
}
