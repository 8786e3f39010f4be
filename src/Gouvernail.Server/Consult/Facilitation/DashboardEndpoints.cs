using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>Where facilitators begin, and the community's name.</summary>
internal static class DashboardEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate", Show).Needs(Role.Auditor);
        app.MapGet("/facilitate/name", ShowName).Needs(Role.Facilitator);
        app.MapPost("/facilitate/name", NameAsync).Needs(Role.Facilitator);
    }

    private static IResult Show(Community community, HttpContext context) => Dashboard.Show(new DashboardModel(
        community.RoleBook.Community,
        context.Holder(),
        Guide.Of(community),
        [.. community.Live.All.Reverse().Select(LineOf)]));

    private static DashboardLine LineOf(LiveConsultation live)
    {
        ConsultationView view = live.View();
        return new DashboardLine(
            view.Id, view.Opened.Topic, view.Stage, live.VoterCount(), live.VoteCount, view.Statements.Count,
            Bench.WaitingIn(view));
    }

    private static IResult ShowName(Community community) =>
        NamePage.Show(new NameModel(community.RoleBook.Community, Guide.Of(community), null));

    private static async Task<IResult> NameAsync(Community community, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string name = form["name"].ToString().Trim();
        Outcome outcome = await community.ActAsync(context, (by, _) =>
            CommunityNamed.Decide(new CommunityNamed(name, by)));
        if (outcome.Refusal is { } refusal)
        {
            return NamePage.Show(
                new NameModel(name, Guide.Of(community), refusal), StatusCodes.Status409Conflict);
        }

        return Guide.Of(community) is { } guide
            ? Answer.SeeOther(guide.PathOf(2)!)
            : Answer.SeeOther("/facilitate", "named");
    }
}
