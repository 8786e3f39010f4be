using System.Globalization;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Aggregate.Publishing;

/// <summary>Facilitators publish results; anybody reads them, and how to check them.</summary>
internal static class PublishEndpoints
{
    /// <summary>
    /// A result that takes no longer is shown at once; the others have a page that says how far they are.
    /// </summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public static void Map(WebApplication app)
    {
        app.MapPost("/c/{id}/publish", PublishAsync);
        app.MapGet("/c/{id}/publishing", Publishing);
        app.MapGet("/c/{id}/results/{place:long}", ShowAsync);
        app.MapGet("/c/{id}/results/{place:long}/report", ReportAsync);
        app.MapGet("/c/{id}/results/{place:long}/receipt", Receipt);
    }

    private static async Task<IResult> PublishAsync(
        string id, Visits visits, Sessions sessions, PublishJobs jobs, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (sessions.Of(context, Role.Facilitator) is not { } holder)
        {
            return Answer.Forbidden();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string asked = string.Join(',', form["rungs"].ToArray());
        IReadOnlyList<Rung>? rungs = RungMaps.Parse(asked);
        ResultMethods.TryGet("opinion-map/1", out IResultMethod? method);
        if ((asked.Length > 0 && rungs is null) || !method!.TryRead(Parameters(rungs), out byte[]? parameters, out _))
        {
            return Answer.Problem(Problems.BadRequest);
        }

        PublishJob job = jobs.Start(id, method, parameters, holder.Id);
        await Task.WhenAny(job.Work, Task.Delay(_patience, context.RequestAborted));
        return job.Work.IsCompleted ? await DoneAsync(id, job) : Answer.SeeOther($"/c/{id}/publishing");
    }

    private static async Task<IResult> Publishing(
        string id, Visits visits, Sessions sessions, PublishJobs jobs, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit || sessions.Of(context, Role.Facilitator) is null)
        {
            return Answer.NotFound();
        }

        if (jobs.Of(id) is not { } job)
        {
            return Answer.SeeOther($"/c/{id}/results");
        }

        if (job.Work.IsCompleted)
        {
            return await DoneAsync(id, job);
        }

        context.Response.Headers["Refresh"] = "2";
        return PublishingPage.Show(new PublishingModel(
            id, visit.View.Opened.Topic, (int)Math.Round(100 * job.Done, MidpointRounding.ToEven)));
    }

    private static async Task<IResult> DoneAsync(string id, PublishJob job)
    {
        Outcome outcome = await job.Work;
        return outcome.Refusal is { } refusal
            ? Answer.Refused(refusal)
            : Answer.SeeOther(string.Create(
                CultureInfo.InvariantCulture, $"/c/{id}/results/{outcome.First}"), "published");
    }

    private static async Task<IResult> ShowAsync(
        string id,
        long place,
        Visits visits,
        PublishedIndex index,
        PublishedMaps maps,
        Community community,
        Site site,
        HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit || !index.TryGet(id, place, out PublishedEntry? entry))
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        Recount? recount = await maps.LookAsync(entry, visit.Live, MapEndpoints.Patience, context.RequestAborted);
        return PublishedPage.Show(new PublishedModel(id, visit.Base, visit.View.Opened.Topic, entry)
        {
            State = recount is null ? RecountState.Running
                : recount.Map is null ? RecountState.Differs : RecountState.Holds,
            Markup = recount?.Map is { } map ? ResultPart.Of(map, Languages.Of(context)).Markup : "",
            VotesArePublished = visit.View.Opened.Publishes.HasFlag(Publication.Votes),
            Address = site.AddressOf(context.Request, ""),
            VerifierKey = community.VerifierKey.ToString(),
        });
    }

    private static async Task<IResult> ReportAsync(
        string id, long place, Visits visits, PublishedIndex index, PublishedMaps maps, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit || !index.TryGet(id, place, out PublishedEntry? entry))
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        Recount? recount = await maps.LookAsync(entry, visit.Live, MapEndpoints.Patience, context.RequestAborted);
        return recount is null ? Answer.Problem(Problems.Computing)
            : recount.Map is null ? Answer.NotFound()
            : Reports.Send(context, ResultPart.Of(recount.Map, Languages.Of(context)).Report.Value);
    }

    private static IResult Receipt(
        string id, long place, Visits visits, PublishedIndex index, Community community, HttpContext context) =>
        visits.Of(context, id) is not { } visit || !index.TryGet(id, place, out _) ? Answer.NotFound()
        : !visit.View.ShowsResults ? Answer.Problem(Problems.ResultsHidden)
        : community.Journal.Prove(place) is not { } receipt ? Answer.NotFound()
        : TypedResults.File(receipt.ToBytes(), "text/plain; charset=utf-8", string.Create(
            CultureInfo.InvariantCulture, $"result-{place}.receipt"));

    private static JsonElement Parameters(IReadOnlyList<Rung>? rungs)
    {
        string list = rungs is null ? "" : $",\"rungs\":[{string.Join(',', rungs.Select(r => $"\"{r.Word()}\""))}]";
        using JsonDocument given = JsonDocument.Parse($"{{\"resamples\":50{list}}}");
        return given.RootElement.Clone();
    }
}
