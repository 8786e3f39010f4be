using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Consult.Facilitation.Inviting;
using Gouvernail.Server.Consult.Facilitation.Moderating;
using Gouvernail.Server.Consult.Facilitation.Plans;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Api;

/// <summary>The acts of facilitators and moderators, for programs: each as its page does it.</summary>
internal static class ApiEndpoints
{
    private static readonly Wording _notKnown = new("there is no such word here", "ce mot n’est pas connu ici");

    public static void Map(WebApplication app)
    {
        Community community = app.Services.GetRequiredService<Community>();
        MapPlans(app, community);
        MapInvitations(app, community);
        MapRoles(app, community, app.Services.GetRequiredService<Site>());
    }

    private static void MapPlans(WebApplication app, Community community)
    {
        ApiDoor.MapAct<PlanRequest>(
            app,
            "/consultations",
            "DraftConsultation",
            "Drafts a consultation; answers with its id.",
            Role.Facilitator,
            async (request, context) =>
            {
                string id = "";
                Outcome outcome = await community.ActAsync(context, (by, _) =>
                {
                    id = community.Consultations.NextId;
                    return DraftConsultation.Decide(
                        community.Consultations, new DraftConsultation(request.ToPlan("", by), Pseudonyms.NewKey()));
                });
                return (outcome, "consultation", id);
            });
        ApiDoor.MapAct<PlanRequest>(
            app,
            "/consultations/{id}",
            "EditConsultation",
            "Replaces its question and terms whole, as long as nobody has voted.",
            Role.Facilitator,
            async (request, context) =>
                Plain(await community.ActAsync(context, (by, _) =>
                {
                    string url = community.Consultations.TryGet(Id(context), out Consultation? found)
                        ? found.Opened.Url
                        : "";
                    return EditConsultation.Decide(
                        community.Consultations, new EditConsultation(Id(context), request.ToPlan(url, by)));
                })));
        ApiDoor.MapAct<StageRequest>(
            app,
            "/consultations/{id}/stage",
            "SetStage",
            "Opens, pauses, resumes, closes, reopens or archives it.",
            Role.Facilitator,
            async (request, context) =>
                Plain(await community.ActAsync(context, (by, _) =>
                    OverviewEndpoints.IsWay(request.To)
                        ? OverviewEndpoints.Decide(community, Id(context), request.To, request.Reason, by)
                        : Decision.Refuse("wrong-stage", _notKnown))));
        ApiDoor.MapAct<SeedRequest>(
            app,
            "/consultations/{id}/statements",
            "SeedStatements",
            "Adds statements of the facilitators.",
            Role.Facilitator,
            async (request, context) =>
                Plain(await community.ActAsync(context, (_, _) => SeedStatements.Decide(
                    community.Consultations,
                    new SeedStatements(Id(context), [.. request.Texts.Select(text => text ?? "")])))));
        ApiDoor.MapAct<ModerationRequest>(
            app,
            "/consultations/{id}/moderation",
            "ModerateStatement",
            "Accepts, rejects, marks as meta, merges or takes back: public, with its reason.",
            Role.Moderator,
            async (request, context) => Plain(await community.ActAsync(context, (by, _) =>
                new ModerationForm(request.Statement, request.Decision, request.Reason, request.Same).ToAct(by)
                    is { } moderated
                    ? ModerateStatement.Decide(community.Consultations, new ModerateStatement(Id(context), moderated))
                    : Decision.Refuse("wrong-decision", _notKnown))));
    }

    private static void MapInvitations(WebApplication app, Community community)
    {
        ApiDoor.MapAct<InvitationRequest>(
            app,
            "/consultations/{id}/invitations",
            "IssueInvitations",
            "Makes codes.",
            Role.Facilitator,
            async (request, context) => Plain(await community.ActAsync(context, (by, now) => IssueInvitations.Decide(
                community.Consultations,
                new IssueInvitations(
                    Id(context),
                    request.Count,
                    request.IsForMany ? InvitationUse.Many : InvitationUse.One,
                    request.Label,
                    request.Days is > 0 and <= InvitationEndpoints.MostDays ? now.AddDays(request.Days) : now,
                    by,
                    InvitationEndpoints.FreshKey(community, Id(context))),
                now))));
        ApiDoor.MapAct<RevocationRequest>(
            app,
            "/consultations/{id}/invitations/revoke",
            "RevokeInvitations",
            "Revokes codes by their serial numbers.",
            Role.Facilitator,
            async (request, context) => Plain(await community.ActAsync(context, (by, _) => RevokeInvitations.Decide(
                community.Consultations,
                new RevokeInvitations(
                    Id(context), new InvitationsRevoked(request.First, request.Count, request.Reason, by))))));
    }

    private static void MapRoles(WebApplication app, Community community, Site site)
    {
        ApiDoor.MapAct<RoleRequest>(
            app,
            "/roles",
            "GiveRole",
            "Offers a role; answers with a link that works once.",
            Role.Facilitator,
            async (request, context) =>
            {
                (Outcome outcome, string? secret) = await community.GrantRoleAsync(
                    null, request.Role, request.Name, context.Holder().Id, context.RequestAborted);
                return (outcome, "link", site.AddressOf(context.Request, "/role/" + secret));
            });
        ApiDoor.MapAct<object>(
            app,
            "/roles/{id}/revoke",
            "RevokeRole",
            "Takes a role away. The body is an empty object.",
            Role.Facilitator,
            async (_, context) =>
                Plain(await community.ActAsync(context, (by, _) =>
                    RevokeRole.Decide(community.Roles, new RevokeRole(Id(context), by)))));
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static (Outcome Outcome, string? Name, string? Value) Plain(Outcome outcome) => (outcome, null, null);
}
