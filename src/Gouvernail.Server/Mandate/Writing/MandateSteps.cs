using System.Globalization;
using System.Text;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>The steps of a mandate's life after it was written: put, signed, adopted, amended, revoked.</summary>
internal static class MandateSteps
{
    private const string One = "/facilitate/mandates/{id}";

    public static void Map(WebApplication app)
    {
        app.MapPost(One + "/put", PutAsync).Needs(Role.Facilitator);
        app.MapPost(One + "/sign", SignAsync).Needs(Role.Facilitator);
        app.MapPost(One + "/adopt", AdoptAsync).Needs(Role.Facilitator);
        app.MapPost(One + "/revoke", RevokeAsync).Needs(Role.Facilitator);
    }

    private static async Task<IResult> PutAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        string consultation = form["consultation"].ToString(), topic = form["topic"].ToString().Trim();
        if (consultation.Length == 0 && topic.Length > 0)
        {
            // A draft that stays where the mandate is refused: it can be named, or thrown away, like any other.
            Outcome drafted = await community.ActAsync(context, (by, _) =>
            {
                consultation = community.Consultations.NextId;
                var plan = new ConsultationOpened(topic, "", "", Publication.Statements | Publication.Votes)
                {
                    By = by,
                    Terms = new Terms { TakesStatements = false },
                };
                return DraftConsultation.Decide(
                    community.Consultations, new DraftConsultation(plan, Pseudonyms.NewKey()));
            });
            if (drafted.Refusal is not null)
            {
                return WritingEndpoints.Answered(drafted, community, clock, context, id, "put");
            }
        }

        Outcome outcome = await MandateActs.PutAsync(
            community, context, id, consultation.Length > 0 ? consultation : null);
        return WritingEndpoints.Answered(outcome, community, clock, context, id, "put");
    }

    private static async Task<IResult> SignAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        Outcome outcome = await MandateActs.SignAsync(
            community, context, id, Number(form["version"]) is { } version ? (int)version : 0,
            Encoding.UTF8.GetBytes(form["envelope"].ToString()));
        return WritingEndpoints.Answered(outcome, community, clock, context, id, "signed");
    }

    private static async Task<IResult> AdoptAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        Outcome outcome = await community.AdoptMandateAsync(
            new AdoptMandate(
                id, Number(form["version"]) is { } version ? (int)version : 0, Number(form["result"]),
                context.Holder().Id),
            context.RequestAborted);
        return WritingEndpoints.Answered(outcome, community, clock, context, id, "adopted");
    }

    private static async Task<IResult> RevokeAsync(
        string id, Community community, TimeProvider clock, HttpContext context)
    {
        string reason = (await FormBody.ReadAsync(context))["reason"].ToString();
        Outcome outcome = await MandateActs.RevokeAsync(community, context, id, reason);
        return WritingEndpoints.Answered(
            outcome, community, clock, context, id, "revoked", model => model with { Reason = reason });
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number <= int.MaxValue ? number : null;
}
