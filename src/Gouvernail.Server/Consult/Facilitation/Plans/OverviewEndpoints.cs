using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>A consultation at a glance: opened, paused, resumed, closed, reopened.</summary>
internal static class OverviewEndpoints
{
    /// <summary>What a stage can be changed by.</summary>
    private static readonly string[] _ways = ["open", "pause", "resume", "close", "reopen", "archive"];

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
        if (!IsWay(to))
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
        if (to == "archive")
        {
            return community.Archive(new ArchiveConsultation(id, reason, by));
        }

        if (to != "open")
        {
            Stage stage = to switch { "pause" => Stage.Paused, "close" => Stage.Closed, _ => Stage.Open };
            return ChangeStage.Decide(state, new ChangeStage(id, new StageChanged(stage, reason, by)));
        }

        ConsultationOpened plan = state.TryGet(id, out Consultation? draft) ? draft.Opened : PlanForm.Usual;
        return OpenConsultation.Decide(state, new OpenConsultation(id, plan with { By = by }, null));
    }

    /// <summary>Whether a word is one by which a stage can be changed.</summary>
    internal static bool IsWay(string to) => _ways.Contains(to);

    private static OverviewModel? ModelOf(string id, Community community, Site site, HttpContext context)
    {
        if (Bench.Of(community, context, id) is not var (live, view, bench))
        {
            return null;
        }

        bool isFramed = bench.Facilitates && view.Opened.Terms.Hosts.Count > 0;
        string script = site.AddressOf(context.Request, "/embed.js");
        return new OverviewModel(
            bench, view, live.VoterCount(), live.VoteCount, view.Shown.Count(),
            site.AddressOf(context.Request, "/c/" + id))
        {
            HostKey = isFramed && community.HostKeyOf(id) is { } key ? Convert.ToHexStringLower(key) : null,
            FrameCode = $"""
                <div class="gouvernail" data-consultation="{id}"
                     data-xid="…" data-expires="…" data-token="…"></div>
                <script src="{script}" defer></script>
                """,
        };
    }
}
