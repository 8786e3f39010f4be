using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// Putting a statement forward: what nearly says it is shown first, since two statements that say one thing share its
/// votes.
/// </summary>
internal static class ProposeEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/propose", Show);
        pages.MapPost("/propose", ProposeAsync);
    }

    /// <summary>The statements that come near a text among those that are shown.</summary>
    public static IReadOnlyList<ListedStatement> Near(Visit visit, string text) =>
        [.. NearDuplicates.Of(text, visit.View.Shown).Select(near => near.Statement)];

    private static IResult Show(HttpContext context, Visits visits) =>
        visits.At(context) is { } visit ? ProposePage.Show(ModelOf(visit)) : Pages.Missing(context);

    private static async Task<IResult> ProposeAsync(HttpContext context, Visits visits, Booth booth)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string text = fields["text"].ToString();
        if (visits.EnsureAt(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        ProposeModel model = ModelOf(visit) with { Text = text };
        if (model.CanPropose && fields["anyway"] != "yes"
            && StatementText.Clean(text, model.Longest, out _) is null
            && Near(visit, text) is { Count: > 0 } near)
        {
            LiveParticipant? participant = visit.Participant();
            return ProposePage.Show(model with
            {
                Near = [.. near.Select(s => AskedStatement.Of(s, participant?.On(s.Id)))],
                IsThere = near.Any(s => StatementText.Same(s.Text, text)),
            });
        }

        if (visit.Who is null)
        {
            return Answer.Refused(ArchiveConsultation.IsArchived);
        }

        Outcome outcome = await booth.ProposeAsync(visit, text, context.RequestAborted);
        return outcome.Refusal is { } refusal
            ? ProposePage.Show(model with { Refusal = refusal.Reason }, Problem.Of(refusal).Status)
            : Answer.SeeOther(visit.Base + "/me", "proposed");
    }

    private static ProposeModel ModelOf(Visit visit)
    {
        Terms terms = visit.View.Opened.Terms;
        return new ProposeModel(Here.Of(visit), terms.StatementLength, terms.IsStrict)
        {
            CanPropose = visit.CanAct && terms.TakesStatements,
        };
    }
}
