using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>Voting: one statement after another, undoing, changing one's mind.</summary>
internal static class VoteEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/vote", Show);
        pages.MapPost("/vote", CastAsync);
        pages.MapPost("/withdraw", WithdrawAsync);
        pages.MapPost("/undo", UndoAsync);
    }

    private static IResult Show(HttpContext context, Visits visits, Routes routes)
    {
        if (visits.At(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        return VotePage.Show(ModelOf(
            context,
            visit,
            routes,
            context.Request.Query["statement"],
            Pages.Skipped(context.Request.Query["skip"], visit)));
    }

    private static async Task<IResult> CastAsync(HttpContext context, Visits visits, Routes routes, Booth booth)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string id = fields["statement"].ToString();
        if (VoteWords.Read(fields["vote"]) is not var (vote, _))
        {
            return Answer.Problem(Problems.BadRequest);
        }

        if (visits.EnsureAt(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        if (visit.Who is not { } who)
        {
            return Answer.Refused(ArchiveConsultation.IsArchived);
        }

        Ballot? before = visit.Live.VoteOf(who.Pseudonym, id);
        bool matters = fields["matters"] == "yes";
        Outcome outcome = await booth.VoteAsync(visit, id, vote, matters, context.RequestAborted);
        IReadOnlyList<string> skipped = Pages.Skipped(fields["skip"], visit);
        if (outcome.Refusal is { } refusal)
        {
            VoteModel model = ModelOf(context, visit, routes, id, skipped) with { Refusal = refusal.Reason };
            return VotePage.Show(model, Problem.Of(refusal).Status);
        }

        return Done(visit, "recorded", fields["back"], Pages.QueryOf(skipped), new LastVote(
            id, before is { } was ? VoteWords.Of(was.Vote, was.Matters) : null));
    }

    private static async Task<IResult> WithdrawAsync(HttpContext context, Visits visits, Booth booth)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string id = fields["statement"].ToString();
        if (visits.At(context) is not { Who: { } who } visit)
        {
            return Pages.Missing(context);
        }

        Ballot? before = visit.Live.VoteOf(who.Pseudonym, id);
        Outcome outcome = await booth.WithdrawAsync(visit, [id], context.RequestAborted);
        return outcome.Refusal is { } refusal ? Answer.Refused(refusal)
            : before is { } was
                ? Done(visit, "withdrawn", "me", default, new LastVote(id, VoteWords.Of(was.Vote, was.Matters)))
            : Answer.SeeOther(visit.Base + "/me");
    }

    /// <summary>Back to the vote before, or to none.</summary>
    private static async Task<IResult> UndoAsync(HttpContext context, Visits visits, Booth booth)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string id = fields["statement"].ToString();
        if (visits.At(context) is not { Who: not null } visit)
        {
            return Pages.Missing(context);
        }

        Outcome outcome = VoteWords.Read(fields["was"]) is var (vote, matters)
            ? await booth.VoteAsync(visit, id, vote, matters, context.RequestAborted)
            : await booth.WithdrawAsync(visit, [id], context.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            return Answer.Refused(refusal);
        }

        QueryString query = Pages.QueryOf(Pages.Skipped(fields["skip"], visit));
        return Done(
            visit, "undone", fields["back"], fields["back"] == "me" ? query : query.Add("statement", id), null);
    }

    private static IResult Done(Visit visit, string notice, string? back, QueryString query, LastVote? last)
    {
        query = query.Add(Answer.NoticeName, notice);
        query = last?.AddTo(query) ?? query;
        string page = back is "me" or "propose" ? "me" : "vote";
        return Answer.SeeOther($"{visit.Base}/{page}{query.ToUriComponent()}");
    }

    private static VoteModel ModelOf(
        HttpContext context, Visit visit, Routes routes, string? wanted, IReadOnlyList<string> skipped)
    {
        LiveParticipant? participant = visit.Participant();
        HashSet<string> voted = participant is null
            ? []
            : [.. participant.Ballots.Select(b => b.Statement).Where(s => visit.View.Find(s) is { } shown
                && visit.View.IsShown(shown))];
        ListedStatement? next = !visit.CanAct ? null
            : visit.View.Find(wanted ?? "") is { } named && visit.View.IsShown(named) ? named
            : routes.Next(visit.Live, Pages.DrawerOf(context, visit), voted, skipped);
        IEnumerable<string> putOff = next is null ? skipped : [.. skipped.Where(id => id != next.Id), next.Id];
        return new VoteModel(
            Here.Of(visit),
            visit.View.Stage,
            visit.IsAdmitted,
            next is null ? null : AskedStatement.Of(next, participant?.On(next.Id)),
            voted.Count,
            visit.View.Shown.Count())
        {
            StageReason = visit.View.StageReason,
            Skipped = skipped,
            SkipAddress = $"{visit.Base}/vote{Pages.QueryOf(putOff).ToUriComponent()}",
            Last = LastVote.Of(context, visit),
            TakesStatements = visit.View.Opened.Terms.TakesStatements,
            ShowsResults = visit.View.ShowsResults,
        };
    }
}
