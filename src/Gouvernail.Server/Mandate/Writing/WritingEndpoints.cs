using System.Text;
using System.Text.Json.Nodes;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>Where facilitators set the rule of adoption and write mandates from results: a form, a change of the draft.
/// </summary>
internal static class WritingEndpoints
{
    private const string Root = "/facilitate/mandates";

    /// <summary>A mandate in JSON, as a form writes it.</summary>
    private static readonly BodyLimit _limit = new(1 << 20);

    public static void Map(WebApplication app)
    {
        app.MapGet(Root, ShowDesk).Needs(Role.Facilitator);
        app.MapPost(Root + "/rule", RuleAsync).Needs(Role.Facilitator);
        app.MapPost(Root + "/paste", PasteAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapGet(Root + "/new", ShowNew).Needs(Role.Facilitator);
        app.MapPost(Root + "/new", CreateAsync).Needs(Role.Facilitator).WithMetadata(_limit);
        app.MapGet(Root + "/{id}", Show).Needs(Role.Facilitator);
        MandateSteps.Map(app);
        MapEdit(app, "clause", (document, form) => DraftEdits.Clause(
            document, ClauseForm.Read(form), CitableResults.ToJson(form["cite"])));
        MapEdit(app, "remove", (document, form) => DraftEdits.Without(document, form["id"].ToString()));
        MapEdit(app, "head", (document, form) => DraftEdits.Head(
            document, form["title"].ToString(), form["preamble"].ToString(), form["language"].ToString()));
        MapEdit(app, "left-out", (document, form) => DraftEdits.LeftOut(
            document, form["consultation"].ToString().Trim(), form["statement"].ToString().Trim(),
            form["why"].ToString().Trim()));
    }

    /// <summary>A mandate's page for facilitators; null where there is no such mandate.</summary>
    public static WritingModel? ModelOf(Community community, TimeProvider clock, HttpContext context, string id)
    {
        MandateBook book = community.MandateBook;
        if (book.Find(id) is not { } mandate)
        {
            return null;
        }

        string? asked = context.Request.Query["clause"];
        Clause? clause = mandate.Last.Document.Clauses.FirstOrDefault(one => one.Id == asked);
        string kind = context.Request.Query["kind"].ToString();
        AdoptionRule? rule = (mandate.Last.Put?.Rule ?? book.Rule) is { } at ? book.Rules[at].Rule : null;
        return new WritingModel(mandate, MandateLine.Of(mandate, clock.GetUtcNow()))
        {
            Form = clause is null ? new ClauseForm { Kind = kind.Length > 0 ? kind : "limit" } : ClauseForm.Of(clause),
            Cites = CiteModel.Of(community, context.Request.Query["result"], clause),
            Drafts =
            [
                .. community.Live.All.Select(live => live.View())
                    .Where(view => view.Stage == Stage.Draft && view.Statements.Count == 0)
                    .Select(view => (view.Id, view.Opened.Topic)),
            ],
            Ratifying =
            [
                .. book.Results.Where(pair => pair.Value.Consultation == mandate.Last.Put?.Consultation)
                    .Select(pair => pair.Key).Reverse(),
            ],
            AsksPeople = rule?.Ratification is not null,
            AsksTrustees = rule?.Trustees is not null,
            HasRule = rule is not null,
        };
    }

    /// <summary>The page of a mandate, or what was refused on it.</summary>
    public static IResult Answered(
        Outcome outcome, Community community, TimeProvider clock, HttpContext context, string id, string done,
        Func<WritingModel, WritingModel>? keep = null) =>
        outcome.Refusal is not { } refusal ? Answer.SeeOther($"{Root}/{id}", done)
        : ModelOf(community, clock, context, id) is { } model
            ? WritingPage.Show(
                (keep?.Invoke(model) ?? model) with { Refusal = refusal },
                StatusCodes.Status409Conflict)
            : Answer.NotFound();

    private static IResult Show(string id, Community community, TimeProvider clock, HttpContext context) =>
        ModelOf(community, clock, context, id) is { } model ? WritingPage.Show(model) : Answer.NotFound();

    private static IResult ShowDesk(Community community, TimeProvider clock) => DeskPage.Show(Desk(community, clock));

    private static IResult ShowNew(Community community, HttpContext context) => NewPage.Show(New(community, context));

    private static void MapEdit(WebApplication app, string name, Func<MandateDocument, IFormCollection, byte[]> edit) =>
        app.MapPost(Root + "/{id}/" + name, (RequestDelegate)(context => EditAsync(context, name, edit)))
            .Needs(Role.Facilitator).WithMetadata(_limit);

    private static async Task EditAsync(
        HttpContext context, string name, Func<MandateDocument, IFormCollection, byte[]> edit)
    {
        Community community = context.RequestServices.GetRequiredService<Community>();
        TimeProvider clock = context.RequestServices.GetRequiredService<TimeProvider>();
        string id = (string)context.Request.RouteValues["id"]!;
        IFormCollection form = await FormBody.ReadAsync(context);
        IResult answer = Answer.NotFound();
        if (community.MandateBook.Find(id) is { } mandate)
        {
            (Outcome outcome, _) = await MandateActs.DraftAsync(
                community, context, id, edit(mandate.Last.Document, form), FormWords.Of);
            answer = Answered(outcome, community, clock, context, id, "drafted", model => name != "clause" ? model
                : model with { Form = ClauseForm.Read(form) });
        }

        await answer.ExecuteAsync(context);
    }

    private static DeskModel Desk(Community community, TimeProvider clock)
    {
        var mandates = MandatesModel.Of(community, clock.GetUtcNow());
        return new DeskModel(mandates, RuleForm.Of(mandates.Rule));
    }

    private static NewMandateModel New(Community community, HttpContext context) => new()
    {
        MandateLanguage = Languages.Of(context).Code(),
        Cites = CiteModel.Of(community, context.Request.Query["result"]),
    };

    private static async Task<IResult> RuleAsync(Community community, TimeProvider clock, HttpContext context)
    {
        var form = RuleForm.Read(await FormBody.ReadAsync(context));
        Outcome outcome = await MandateActs.RuleAsync(community, context, form.ToJson());
        return outcome.Refusal is { } refusal
            ? DeskPage.Show(
                Desk(community, clock) with { Rule = form, Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther(Root, "rule");
    }

    private static async Task<IResult> PasteAsync(Community community, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        string pasted = form["json"].ToString(), mandate = form["mandate"].ToString();
        (Outcome outcome, string id) = await MandateActs.DraftAsync(
            community, context, mandate.Length > 0 ? mandate : null, Encoding.UTF8.GetBytes(pasted));
        return outcome.Refusal is { } refusal
            ? DeskPage.Show(
                Desk(community, clock) with { Pasted = pasted, Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther($"{Root}/{id}", "drafted");
    }

    private static async Task<IResult> CreateAsync(Community community, HttpContext context)
    {
        IFormCollection form = await FormBody.ReadAsync(context);
        NewMandateModel model = New(community, context) with
        {
            Title = form["title"].ToString(),
            Preamble = form["preamble"].ToString(),
            MandateLanguage = form["language"].ToString(),
            Purpose = ClauseForm.Read(form, "purpose", "purpose-"),
            Term = ClauseForm.Read(form, "term", "term-"),
            Cites = CiteModel.Of(community, form["result"]),
        };
        JsonArray purposes = CitableResults.ToJson(form["cite"]), terms = CitableResults.ToJson(form["cite-term"]);
        (Outcome outcome, string id) = await MandateActs.DraftAsync(
            community, context, null, DraftEdits.Begin(model, purposes, terms), FormWords.Of);
        return outcome.Refusal is { } refusal
            ? NewPage.Show(model with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Answer.SeeOther($"{Root}/{id}", "drafted");
    }
}
