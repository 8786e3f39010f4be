using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>A consultation at a glance: opened, paused, resumed, closed, reopened.</summary>
internal static class OverviewEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/{id}", Show).Needs(Role.Auditor);
        app.MapPost("/facilitate/{id}/stage", ChangeAsync).Needs(Role.Facilitator);
    }

    private static IResult Show(string id, Community community, Site site, HttpContext context) =>
        ModelOf(id, community, site, context) is { } model ? Overview.Show(model) : Answer.NotFound();

    private static async Task<IResult> ChangeAsync(string id, Community community, Site site, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string to = form["to"].ToString();
        string reason = form["reason"].ToString().ReplaceLineEndings(" ").Trim();
        if (to is not ("open" or "pause" or "resume" or "close" or "reopen"))
        {
            return Answer.Problem(Problems.BadRequest);
        }

        Outcome outcome = await community.ActAsync(context, (by, _) => Decide(community, id, to, reason, by));
        if (outcome.Refusal is not { } refusal)
        {
            return Answer.SeeOther("/facilitate/" + id, to);
        }

        return ModelOf(id, community, site, context) is { } model
            ? Overview.Show(model with
            {
                Bench = model.Bench with { Refusal = refusal },
                Reason = reason,
                Asked = to,
            }, StatusCodes.Status409Conflict)
            : Answer.NotFound();
    }

    /// <summary>Opens a draft as it stands, or changes the stage.</summary>
    internal static Decision Decide(Community community, string id, string to, string reason, string by)
    {
        ConsultationList state = community.Consultations;
        if (to != "open")
        {
            Stage stage = to switch { "pause" => Stage.Paused, "close" => Stage.Closed, _ => Stage.Open };
            return ChangeStage.Decide(state, new ChangeStage(id, new StageChanged(stage, reason, by)));
        }

        ConsultationOpened plan = state.TryGet(id, out Consultation? draft) ? draft.Opened : PlanForm.Usual;
        return OpenConsultation.Decide(state, new OpenConsultation(id, plan with { By = by }, null));
    }

    private static OverviewModel? ModelOf(string id, Community community, Site site, HttpContext context) =>
        Bench.Of(community, context, id) is var (live, view, bench)
            ? new OverviewModel(
                bench, view, live.VoterCount(), live.VoteCount, view.Shown.Count(),
                site.AddressOf(context.Request, "/c/" + id))
            : null;
}
