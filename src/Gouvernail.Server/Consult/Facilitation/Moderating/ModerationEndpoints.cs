using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Moderating;

/// <summary>What moderators decide on statements, and where everybody reads it.</summary>
internal static class ModerationEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/facilitate/{id}/moderation", Show).Needs(Role.Auditor);
        app.MapPost("/facilitate/{id}/moderation", DecideAsync).Needs(Role.Moderator);
        app.MapPost("/facilitate/{id}/moderation/accept", AcceptAsync).Needs(Role.Moderator);
        app.MapGet("/c/{id}/moderation", ShowRecord);
    }

    private static IResult Show(string id, Community community, HttpContext context) =>
        ModelOf(id, community, context) is { } model ? ModerationPage.Show(model) : Answer.NotFound();

    private static async Task<IResult> DecideAsync(string id, Community community, HttpContext context)
    {
        var form = ModerationForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        if (form.ToAct("") is null)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        Outcome outcome = await community.ActAsync(context, (by, _) => ModerateStatement.Decide(
            community.Consultations, new ModerateStatement(id, form.ToAct(by)!)));
        if (outcome.Refusal is not { } refusal)
        {
            return Back(id, context, form.Decision);
        }

        return ModelOf(id, community, context) is { } model
            ? ModerationPage.Show(model with
            {
                Bench = model.Bench with { Refusal = refusal },
                Asked = form.Decision == "reject" ? form.Statement : null,
                Reason = form.Reason,
            }, StatusCodes.Status409Conflict)
            : Answer.NotFound();
    }

    /// <summary>Accepts several at once, all or none.</summary>
    private static async Task<IResult> AcceptAsync(string id, Community community, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string[] statements = [.. form["statement"].Where(s => s is { Length: > 0 }).Distinct()!];
        Outcome outcome = await community.ActAsync(context, (by, _) => AcceptAll(community, id, statements, by));
        return outcome.Refusal is null ? Back(id, context, "bulk")
            : ModelOf(id, community, context) is { } model
                ? ModerationPage.Show(
                    model with { Bench = model.Bench with { Refusal = outcome.Refusal } },
                    StatusCodes.Status409Conflict)
            : Answer.NotFound();
    }

    /// <summary>Back to the list and the page where the decision was taken.</summary>
    private static IResult Back(string id, HttpContext context, string notice) => Answer.SeeOther(
        $"/facilitate/{id}/moderation" + QueryString.Create("list", ModerationModel.WordOf(ListOf(context)))
            .Add("page", context.Request.Query["page"].ToString())
            .Add(Answer.NoticeName, notice)
            .ToUriComponent());

    private static Decision AcceptAll(Community community, string id, string[] statements, string by)
    {
        if (statements.Length == 0)
        {
            return Decision.Refuse("no-such-statement", new("no statement was ticked", "aucun énoncé n’est coché"));
        }

        var events = new List<Draft>();
        foreach (string statement in statements)
        {
            Decision one = ModerateStatement.Decide(community.Consultations, new ModerateStatement(
                id, new StatementModerated(statement, Moderation.Accepted, IsMeta: false) { By = by }));
            if (one.Refusal is not null)
            {
                return one;
            }

            events.AddRange(one.Events);
        }

        return Decision.Log(events);
    }

    /// <summary>For everybody, without a session: what was decided on statements, and why.</summary>
    private static IResult ShowRecord(string id, Community community, HttpContext context)
    {
        if (!community.Live.TryGet(id, out LiveConsultation? live) || live.View() is not { } view
            || view.Stage == Stage.Draft)
        {
            return Answer.NotFound();
        }

        IReadOnlyList<StatementDecision> all = live.Decisions();
        int page = PageNumber.Of(context, all.Count, ModerationRecord.PageSize);
        return RecordPage.Show(new ModerationRecord(
            id,
            view.Opened.Topic,
            view.Opened.Terms.IsStrict,
            [.. all.Skip((page - 1) * ModerationRecord.PageSize).Take(ModerationRecord.PageSize)
                .Select(decision => ModerationRecord.LineOf(decision, view))],
            all.Count,
            page));
    }

    private static ModerationModel? ModelOf(string id, Community community, HttpContext context)
    {
        if (Bench.Of(community, context, id) is not var (live, view, bench))
        {
            return null;
        }

        ModerationList list = ListOf(context);
        ListedStatement[] listed = [.. Listed(view, list)];
        int page = PageNumber.Of(context, listed.Length, ModerationModel.PageSize);
        IReadOnlyDictionary<string, VoteCounts> counts = live.Counts();
        ListedStatement[] staying =
            [.. view.Statements.Where(s => s.Decision.Moderation != Moderation.Rejected)];
        return new ModerationModel(
            bench,
            list,
            [.. listed.Skip((page - 1) * ModerationModel.PageSize).Take(ModerationModel.PageSize)
                .Select(s => new ModerationItem(s, counts.GetValueOrDefault(s.Id), NearOf(s, staying))
                {
                    ShowsCounts = view.ShowsResults,
                })],
            listed.Length,
            page)
        {
            IsStrict = view.Opened.Terms.IsStrict,
        };
    }

    private static ModerationList ListOf(HttpContext context) => Enum.GetValues<ModerationList>().FirstOrDefault(
        list => ModerationModel.WordOf(list) == context.Request.Query["list"]);

    private static IEnumerable<ListedStatement> Listed(ConsultationView view, ModerationList list) => list switch
    {
        ModerationList.Waiting => view.Statements.Where(Bench.IsWaiting).OrderBy(s => s.Time),
        ModerationList.Accepted => view.Statements.Where(s => s.Decision.Moderation == Moderation.Accepted)
            .OrderByDescending(s => s.Decided),
        ModerationList.Rejected => view.Statements.Where(s => s.Decision.Moderation == Moderation.Rejected)
            .OrderByDescending(s => s.Decided),
        _ => view.Statements,
    };

    private static ListedStatement[] NearOf(ListedStatement statement, ListedStatement[] staying) =>
        statement.Decision.Moderation == Moderation.Rejected
            ? []
            : [.. NearDuplicates.Of(statement.Text, staying.Where(s => s.Id != statement.Id)).Select(n => n.Statement)];
}
