using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>A consultation's question and terms: written, and changed until somebody has voted.</summary>
internal static class PlanEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/new", ShowNew).Needs(Role.Facilitator);
        app.MapPost("/facilitate/new", CreateAsync).Needs(Role.Facilitator);
        app.MapGet("/facilitate/{id}/edit", ShowEditAsync).Needs(Role.Facilitator);
        app.MapPost("/facilitate/{id}/edit", EditAsync).Needs(Role.Facilitator);
    }

    private static IResult ShowNew(Community community) => PlanPage.Show(ModelOfNew(community));

    private static async Task<IResult> CreateAsync(Community community, HttpContext context)
    {
        PlanModel model = ModelOfNew(community);
        IFormCollection sent = await context.Request.ReadFormAsync(context.RequestAborted);
        PlanForm form = PlanForm.Read(sent, model.Form);
        string id = "";
        Outcome outcome = await community.ActAsync(context, (by, _) =>
        {
            id = community.Consultations.NextId;
            var act = new DraftConsultation(form.ToPlan("", by), Pseudonyms.NewKey());
            return DraftConsultation.Decide(community.Consultations, act);
        });
        if (outcome.Refusal is { } refusal)
        {
            return PlanPage.Show(model with { Form = form, Refusal = refusal }, StatusCodes.Status409Conflict);
        }

        return Answer.SeeOther($"/facilitate/{id}/statements", "drafted");
    }

    private static async Task<IResult> ShowEditAsync(string id, Community community, HttpContext context) =>
        ModelOf(id, community, context) is { } model ? PlanPage.Show(model) : Answer.NotFound();

    private static async Task<IResult> EditAsync(string id, Community community, HttpContext context)
    {
        if (ModelOf(id, community, context) is not { } model)
        {
            return Answer.NotFound();
        }

        IFormCollection sent = await context.Request.ReadFormAsync(context.RequestAborted);
        PlanForm form = PlanForm.Read(sent, model.Form);
        Outcome outcome = await community.ActAsync(context, (by, _) =>
        {
            string url = community.Consultations.TryGet(id, out Consultation? found) ? found.Opened.Url : "";
            return EditConsultation.Decide(community.Consultations, new EditConsultation(id, form.ToPlan(url, by)));
        });
        if (outcome.Refusal is { } refusal)
        {
            return PlanPage.Show(model with
            {
                Form = form,
                Refusal = refusal,
                IsFixed = refusal.Code is "voted-on" or "closed" or "archived",
            }, StatusCodes.Status409Conflict);
        }

        return Answer.SeeOther(
            model.Guide is not null && model.Part == "question" ? $"/facilitate/{id}/statements" : "/facilitate/" + id,
            "edited");
    }

    private static PlanModel ModelOfNew(Community community)
    {
        Guide? guide = Guide.Of(community);
        return new PlanModel(PlanForm.Of(PlanForm.Usual), null, guide)
        {
            Part = guide is null ? null : "question",
        };
    }

    private static PlanModel? ModelOf(string id, Community community, HttpContext context)
    {
        if (Bench.Of(community, context, id) is not var (live, view, bench))
        {
            return null;
        }

        string part = context.Request.Query["part"].ToString();
        return new PlanModel(PlanForm.Of(view.Opened), bench, bench.Guide)
        {
            Part = part is "question" or "admits" ? part : null,
            IsFixed = view.Stage.IsOver() || live.WasVotedOn,
            IsPublic = view.Stage != Stage.Draft,
        };
    }
}
