using System.Net;
using System.Net.Http.Json;
using Gouvernail.Audits;
using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.People;
using Gouvernail.Server.Tests.People;

namespace Gouvernail.Server.Tests.Consult;

/// <summary>What pages and documents promise to those who take part.</summary>
public sealed class PromisesTests
{
    private const string Waiting = "Nobody has looked at this sentence yet.";
    private const string Accepted = "This sentence has been looked at.";

    [Fact]
    public async Task Under_strict_moderation_the_public_never_reads_what_was_not_accepted_and_results_still_hold()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { IsStrict = true });
        await VoteAsync(desk.Client, id, "1", 1);
        foreach (string text in (string[])[Waiting, Accepted])
        {
            using HttpResponseMessage made = await desk.Client.PostAsJsonAsync(
                new Uri($"/api/consultations/{id}/statements", UriKind.Relative),
                new { text, evenIfNear = true }, TestContext.Current.CancellationToken);
            made.StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        Moderate(desk, id, "8", Moderation.Accepted).ShouldBeNull();
        for (int voter = 0; voter < 8; voter++)
        {
            using HttpClient citizen = desk.Visitor();
            foreach (string statement in (string[])["1", "2", "3", "8"])
            {
                await VoteAsync(citizen, id, statement, (voter + int.Parse(statement, null)) % 2);
            }
        }

        await desk.SitAsync(Role.Facilitator);
        await desk.GoAsync($"/c/{id}/results", $"/c/{id}/publish");
        using HttpClient stranger = desk.Visitor();
        string opened = await stranger.GetStringAsync(
            new Uri("/log/opened/000.jsonl", UriKind.Relative), TestContext.Current.CancellationToken);
        opened.ShouldNotContain(Waiting);
        opened.ShouldContain(Accepted);
        using var bundle = new HttpBundle(new Uri(desk.Client.BaseAddress!, "log"));
        AuditReport report = Audit.Run(
            bundle, new AuditOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        report.IsTampered.ShouldBeFalse();
        report.IsMismatched.ShouldBeFalse();
        report.Results.ShouldHaveSingleItem().Status.ShouldBe(ResultStatus.Reproduced);
        (await desk.ReadAsync($"/c/{id}/results")).ShouldNotContain("rejected");
    }

    [Fact]
    public async Task While_results_are_hidden_who_facilitates_sees_no_counts_either()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { Results = ResultsShown.Closed });
        await VoteAsync(desk.Client, id, "1", 1);
        await desk.SitAsync(Role.Facilitator);
        string page = $"/facilitate/{id}/moderation?list=all";
        (await desk.ReadAsync(page)).ShouldNotContain("1 agree");
        desk.Set(id, Stage.Closed);
        (await desk.ReadAsync(page)).ShouldContain("1 agree");
    }

    [Fact]
    public async Task Once_closed_nothing_is_moderated_and_the_results_stay_those_of_the_close()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask();
        desk.Set(id, Stage.Closed);
        Moderate(desk, id, "1", Moderation.Rejected).ShouldBe("closed");
        desk.Set(id, Stage.Open);
        Moderate(desk, id, "1", Moderation.Rejected).ShouldBeNull();
    }

    [Fact]
    public async Task Who_had_an_invitation_that_was_revoked_votes_no_more_and_keeps_their_rights()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { Admits = [Rung.Code] });
        string code = desk.Invite(id, InvitationUse.One)[0];
        using HttpResponseMessage entered = await desk.GetAsync($"/c/{id}/i/{code}");
        await VoteAsync(desk.Client, id, "1", 1);
        desk.Do(() => RevokeInvitations.Decide(
            desk.Host.Community.Consultations, new RevokeInvitations(id, new InvitationsRevoked(1, 1, "Lost.", null))));

        using (HttpResponseMessage again = await PutAsync(desk.Client, id, "2", 1))
        {
            (await again.TextAsync(HttpStatusCode.Conflict)).ShouldContain("/problems/not-admitted");
        }

        (await desk.ReadAsync($"/c/{id}/me/data")).ShouldContain("3 entries in the log");
        await desk.GoAsync($"/c/{id}/me/data", $"/c/{id}/me/withdraw-all");
        desk.Live(id).VoteCount.ShouldBe(0);
        await desk.GoAsync($"/c/{id}/me/erase", $"/c/{id}/me/erase");
        desk.Live(id).Participants().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_reads_and_erases_their_place_on_the_list_too()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(new Terms { Admits = [Rung.Member] });
        desk.Do(() => ListMembers.Decide(
            desk.Host.Community.Consultations,
            new ListMembers(
                id, ["zoe@example.org", "lea@example.org"], "members", DateTimeOffset.UnixEpoch.AddYears(200), null,
                InvitationCodes.NewKey()),
            DateTimeOffset.UnixEpoch.AddYears(50)));
        string code = desk.Host.Community.InvitationCodesOf(id)!.Of(1);
        using HttpResponseMessage entered = await desk.GetAsync($"/c/{id}/i/{code}");
        (await desk.ReadAsync($"/c/{id}/me/data")).ShouldContain("zoe@example.org");
        await VoteAsync(desk.Client, id, "1", 1);
        await desk.GoAsync($"/c/{id}/me/erase", $"/c/{id}/me/erase");
        desk.Live(id).Members().ShouldHaveSingleItem().Identifier.ShouldBe("lea@example.org");
    }

    [Fact]
    public async Task A_link_from_elsewhere_cannot_make_a_page_say_that_something_was_done()
    {
        await using Desk desk = await Desk.OpenAsync();
        string id = desk.Ask(), lie = $"/c/{id}?notice=erased";
        using HttpResponseMessage ours = await desk.GetAsync(lie, ("Sec-Fetch-Site", "same-origin"));
        (await ours.TextAsync(HttpStatusCode.OK)).ShouldContain("is erased");
        foreach (string from in (string[])["cross-site", "same-site", "none"])
        {
            using HttpResponseMessage answer = await desk.GetAsync(lie, ("Sec-Fetch-Site", from));
            (await answer.TextAsync(HttpStatusCode.OK)).ShouldNotContain("is erased");
        }
    }

    private static string? Moderate(Desk desk, string id, string statement, Moderation moderation) =>
        desk.Host.Community.Journal.Submit(
            _ => ModerateStatement.Decide(
                desk.Host.Community.Consultations,
                new ModerateStatement(id, new StatementModerated(statement, moderation, false) { Reason = "Read." })),
            TestContext.Current.CancellationToken).Refusal?.Code;

    private static async Task VoteAsync(HttpClient client, string id, string statement, int vote)
    {
        if (!client.DefaultRequestHeaders.Contains("X-Came"))
        {
            client.DefaultRequestHeaders.Add("X-Came", "before");
            using HttpResponseMessage made = await client.PostAsJsonAsync(
                new Uri("/api/devices", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        }

        using HttpResponseMessage answer = await PutAsync(client, id, statement, vote);
        await answer.TextAsync(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string id, string statement, int vote) =>
        client.PutAsJsonAsync(
            new Uri($"/api/consultations/{id}/votes/{statement}", UriKind.Relative), new { vote },
            TestContext.Current.CancellationToken);
}
