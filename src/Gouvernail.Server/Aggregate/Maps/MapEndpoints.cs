using System.Globalization;
using Gouvernail.Consult.Consultations;
using Gouvernail.People;
using Gouvernail.Server.Consult;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>The page of results, what keeps it up to date, and the report.</summary>
internal static class MapEndpoints
{
    /// <summary>How long a page waits for the first map of a consultation.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A room full of people, behind one address, loads the part with every vote: it is made once for all.
    /// </summary>
    private static readonly RequestCost _cheap = new(0.02);

    /// <summary>
    /// Fewer voters than this are made up by the method with those who voted most: everything still moves.
    /// </summary>
    private const int FewVoters = 15;

    public static void Map(WebApplication app)
    {
        app.MapGet("/c/{id}/results", ShowAsync).WithMetadata(_cheap);
        app.MapGet("/c/{id}/results/you", YouAsync).WithMetadata(_cheap);
        app.MapGet("/c/{id}/results/events", EventsAsync).WithMetadata(new RequestCost(0.2));
        app.MapGet("/c/{id}/report", ReportAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id,
        string? part,
        string? rungs,
        Visits visits,
        LiveMaps maps,
        RungMaps rungMaps,
        PublishedIndex published,
        Sessions sessions,
        HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return part is not null ? Answer.Problem(Problems.ResultsHidden) : ResultsPage.Show(Model(
                visit, ResultsState.Hidden));
        }

        LiveMap? all = await maps.LookAsync(visit.Live, Patience, context.RequestAborted);
        IReadOnlyList<Rung>? only = RungMaps.Parse(rungs);
        LiveMap? map = all is null || only is null
            ? all
            : await rungMaps.LookAsync(visit.Live, only, context.RequestAborted);
        if (map is null)
        {
            return part is not null ? Answer.Problem(Problems.Computing) : ResultsPage.Show(Model(
                visit, ResultsState.Computing));
        }

        ResultPart written = ResultPart.Of(map, Languages.Of(context));
        if (part is not null)
        {
            return written.Page.Send(context);
        }

        Standing? place = Place(map, visit);
        (int X, int Y)? mark = place is null ? null : written.OnPicture(place);
        return ResultsPage.Show(Model(visit, ResultsState.Shown) with
        {
            Tag = map.Tag,
            Markup = written.MarkupWith(mark),
            Time = map.Time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            IsEarly = map.Map.Participants.Count is > 0 and < FewVoters,
            HasPlace = place is not null,
            YourGroup = place?.Group is { } group && place.Groups > 1 ? written.NameOf(group) : null,
            IsMarked = mark is not null,
            Rungs = Choices(visit.Live.RungCounts()),
            Only = only ?? [],
            Published = published.Of(id),
            CanPublish = sessions.Of(context, Role.Facilitator) is not null,
        });
    }

    private static async Task<IResult> YouAsync(string id, Visits visits, LiveMaps maps, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        if (await maps.LookAsync(visit.Live, Patience, context.RequestAborted) is not { } map
            || Place(map, visit) is not { } place)
        {
            return TypedResults.NoContent();
        }

        ResultPart written = ResultPart.Of(map, Languages.Of(context));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(
            written.OnPicture(place) is { } at ? $"{at.X} {at.Y}" : "", "text/plain; charset=utf-8");
    }

    private static async Task<IResult> EventsAsync(string id, Visits visits, LiveMaps maps, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await maps.FeedOf(visit.Live).ListenAsync(context.Response.Body, context.RequestAborted);
        return Results.Empty;
    }

    private static async Task<IResult> ReportAsync(
        string id, string? rungs, Visits visits, LiveMaps maps, RungMaps rungMaps, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        LiveMap? map = RungMaps.Parse(rungs) is { } only
            ? await rungMaps.LookAsync(visit.Live, only, context.RequestAborted)
            : await maps.LookAsync(visit.Live, Patience, context.RequestAborted);
        return map is null ? Answer.Problem(Problems.Computing)
            : Reports.Send(context, ResultPart.Of(map, Languages.Of(context)).Report.Value);
    }

    private static ResultsModel Model(Visit visit, ResultsState state) =>
        new(visit.Live.Id, visit.Base, visit.View.Opened.Topic, state)
        {
            IsOpen = visit.View.Stage == Stage.Open,
        };

    private static Standing? Place(LiveMap map, Visit visit) =>
        visit.Participant() is { } participant ? Standing.Of(map, participant.Ballots) : null;

    private static RungChoice[] Choices(IReadOnlyList<int> counts)
    {
        RungChoice[] choices = [.. Rungs.All.Where(r => counts[(int)r] > 0)
            .Select(r => new RungChoice(r, counts[(int)r]))];
        return choices.Length > 1 ? choices : [];
    }
}
