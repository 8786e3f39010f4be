using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Server.Consult;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>Petitions for everybody: reading, starting, signing.</summary>
internal static class PetitionEndpoints
{
    /// <summary>To start one costs an address as much as twenty pages, a code as much as five.</summary>
    private static readonly RequestCost _startCost = new(20);

    private static readonly RequestCost _codeCost = new(5);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PetitionDoor>();
        services.AddSingleton<PetitionBooth>();
        services.AddSingleton<PetitionPages>();
    }

    public static void Map(WebApplication app)
    {
        app.MapGet("/petitions", List);
        app.MapGet("/petitions/new", ShowNew);
        app.MapPost("/petitions/new", StartAsync).WithMetadata(_startCost);
        app.MapPost("/petitions/code", EnterToStartAsync).WithMetadata(_codeCost);
        app.MapGet("/petitions/{petition}", Show);
        app.MapPost("/petitions/{petition}/code", EnterAsync).WithMetadata(_codeCost);
        app.MapPost("/petitions/{petition}/sign", SignAsync);
        app.MapPost("/petitions/{petition}/withdraw", WithdrawAsync);
        app.MapGet("/petitions/{petition}/edit", ShowEdit);
        app.MapPost("/petitions/{petition}/edit", EditAsync);
        app.MapPost("/petitions/{petition}/close", CloseAsync);
        PaperEndpoints.Map(app);
        PetitionDataEndpoints.Map(app);
        PetitionDeskEndpoints.Map(app);
        PetitionApi.Map(app);
        PetitionDeskApi.Map(app);
    }

    private static IResult List(Community community, PetitionDoor door, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();
        PetitionBook book = community.PetitionBook;
        Petition[] all = [.. book.All.Reverse()];
        return PetitionsPage.Show(new PetitionsModel(
            [.. all.Where(petition => petition.Passed is null && petition.IsOpen(now))],
            [.. all.Where(petition => petition.Passed is not null)],
            [.. all.Where(petition => petition.Passed is null && !petition.IsOpen(now))],
            book.InForce,
            door.TopicOf(book.InForce?.Roll)));
    }

    private static IResult ShowNew(HttpContext context, Community community, PetitionDoor door) =>
        PetitionFormPage.Show(FormOf(context, community, door, new PetitionForm()));

    private static PetitionFormModel FormOf(
        HttpContext context, Community community, PetitionDoor door, PetitionForm form)
    {
        PetitionThresholdsSet? rules = community.PetitionBook.InForce;
        Rung rung = door.PersonOf(context, rules?.Roll)?.Rung ?? Rung.Open;
        return new PetitionFormModel(
            form,
            rules,
            null,
            [.. community.RegisterBook.Automata.Where(one => one.Retired is null)
                .Select(one => KeyValuePair.Create(one.Id, one.Name))],
            rules is not null && rung >= rules.Rung,
            door.TopicOf(rules?.Roll),
            null,
            null);
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, Community community, PetitionDoor door, PetitionBooth booth)
    {
        var form = PetitionForm.Read(await FormBody.ReadAsync(context));
        if (PetitionEffects.Of(form.Effect) is not { } effect)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        (PetitionDescribed? description, Refusal? refusal) = form.ToDescription(Languages.Of(context));
        string id = "";
        if (description is not null)
        {
            (Outcome outcome, id) = await booth.StartAsync(
                context, effect, form.Automaton.Length > 0 ? form.Automaton : null, description);
            refusal = outcome.Refusal;
        }

        return refusal is null
            ? Answer.SeeOther("/petitions/" + id, "started")
            : PetitionFormPage.Show(
                FormOf(context, community, door, form) with { Refusal = refusal }, Problem.Of(refusal).Status);
    }

    private static async Task<IResult> EnterToStartAsync(
        HttpContext context, Community community, PetitionDoor door, Visits visits)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string code = fields["code"].ToString();
        return community.PetitionBook.InForce?.Roll is not { } roll ? Answer.NotFound()
            : visits.TryEnter(context, roll, code) ? Answer.SeeOther("/petitions/new", "entered")
            : PetitionFormPage.Show(
                FormOf(context, community, door, new PetitionForm()) with { WrongCode = code },
                StatusCodes.Status403Forbidden);
    }

    private static IResult Show(HttpContext context, PetitionPages pages, string petition) =>
        pages.Find(petition) is { } found ? PetitionPage.Show(pages.ModelOf(context, found)) : Answer.NotFound();

    private static async Task<IResult> EnterAsync(
        HttpContext context, PetitionPages pages, Visits visits, string petition)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        string code = fields["code"].ToString();
        return pages.Find(petition) is not { Started.Roll: { } roll } found ? Answer.NotFound()
            : visits.TryEnter(context, roll, code) ? Answer.SeeOther(PathOf(found), "entered")
            : PetitionPage.Show(
                pages.ModelOf(context, found) with { WrongCode = code }, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> SignAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition)
    {
        IFormCollection fields = await FormBody.ReadAsync(context);
        if (pages.Find(petition) is not { } found || door.Ensure(context, found) is not { } who)
        {
            return Answer.NotFound();
        }

        long? read = long.TryParse(fields["read"], NumberStyles.None, CultureInfo.InvariantCulture, out long place)
            ? place
            : null;
        Outcome outcome = await booth.SignAsync(found, who, read, context.RequestAborted);
        return Done(context, pages, found, outcome, "signed");
    }

    private static async Task<IResult> WithdrawAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        pages.Find(petition) is { } found && door.Of(context, found) is { } who
            ? Done(context, pages, found, await booth.WithdrawAsync(found, who, context.RequestAborted), "withdrawn")
            : Answer.NotFound();

    private static IResult ShowEdit(HttpContext context, PetitionPages pages, PetitionDoor door, string petition) =>
        pages.Find(petition) is { } found && door.Of(context, found)?.Pseudonym == found.Starter
            ? PetitionFormPage.Show(EditOf(found, PetitionForm.Of(found), null))
            : Answer.NotFound();

    private static PetitionFormModel EditOf(Petition petition, PetitionForm form, Refusal? refusal) =>
        new(form, null, petition, [], true, null, null, refusal);

    private static async Task<IResult> EditAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition)
    {
        var form = PetitionForm.Read(await FormBody.ReadAsync(context));
        if (pages.Find(petition) is not { } found || door.Of(context, found) is not { } who)
        {
            return Answer.NotFound();
        }

        (PetitionDescribed? description, Refusal? refusal) = form.ToDescription(Languages.Of(context));
        if (description is not null)
        {
            refusal = (await booth.DescribeAsync(found, who, description, context.RequestAborted)).Refusal;
        }

        return refusal is null
            ? Answer.SeeOther(PathOf(found), "edited")
            : PetitionFormPage.Show(EditOf(found, form, refusal), Problem.Of(refusal).Status);
    }

    private static async Task<IResult> CloseAsync(
        HttpContext context, PetitionPages pages, PetitionDoor door, PetitionBooth booth, string petition) =>
        pages.Find(petition) is { } found && door.Of(context, found) is { } who
            ? Done(context, pages, found, await booth.TakeBackAsync(found, who, context.RequestAborted), "closed")
            : Answer.NotFound();

    private static string PathOf(Petition petition) => "/petitions/" + petition.Id;

    private static IResult Done(
        HttpContext context, PetitionPages pages, Petition petition, Outcome outcome, string notice) =>
        outcome.Refusal is { } refusal
            ? PetitionPage.Show(
                pages.ModelOf(context, petition) with { Refusal = refusal }, Problem.Of(refusal).Status)
            : Answer.SeeOther(PathOf(petition), notice);
}
