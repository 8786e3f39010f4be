using System.Text.Json;
using Gouvernail.Server.Aggregate.Exports;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;
using Gouvernail.Server.Journals;
using Microsoft.AspNetCore.Mvc;

namespace Gouvernail.Server.Aggregate.Api;

/// <summary>Results for programs.</summary>
internal static class ResultsApi
{
    private const int MostListed = 100;
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/api/consultations/{id}").WithTags("Results")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/results", MapAsync).WithName("GetResults")
            .WithSummary("The opinion map as votes stand now, or as they stood when the consultation closed.")
            .Produces<JsonElement>(StatusCodes.Status200OK, Json)
            .Produces(StatusCodes.Status304NotModified)
            .Produces<ProblemDetails>(StatusCodes.Status409Conflict, ProblemJson)
            .Produces<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, ProblemJson);
        group.MapGet("/results/published", List).WithName("ListPublishedResults")
            .WithSummary("The results written into the log, the last first.")
            .Produces<PublishedResultList>(StatusCodes.Status200OK, Json)
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, ProblemJson)
            .Produces<ProblemDetails>(StatusCodes.Status409Conflict, ProblemJson);
        group.MapGet("/participation", Participation).WithName("GetParticipation")
            .WithSummary("How many people voted, how often, and when.")
            .Produces<ParticipationFigures>(StatusCodes.Status200OK, Json);
    }

    private static Task<IResult> MapAsync(string id, Visits visits, LiveMaps maps, HttpContext context) =>
        MapBytes.SendAsync(context, visits.Of(context, id), maps, null);

    private static IResult List(
        string id, long? before, int? limit, Visits visits, PublishedIndex index, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        if (limit is < 1 or > MostListed || before is < 0)
        {
            return Answer.Problem(Problems.BadRequest);
        }

        PublishedEntry[] rest = [.. index.Of(id).Where(one => before is null || one.Position < before)];
        PublishedEntry[] shown = [.. rest.Take(limit ?? MostListed)];
        PublicBytes.Mark(context, isForGood: false);
        return TypedResults.Json(new PublishedResultList(
            [.. shown.Select(Item)], shown.Length < rest.Length ? shown[^1].Position : null));
    }

    private static IResult Participation(string id, Visits visits, HttpContext context)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        PublicBytes.Mark(context, isForGood: false);
        return TypedResults.Json(new ParticipationFigures(
            visit.Live.VoterCount(),
            visit.Live.VoteCount,
            visit.View.Shown.Count(),
            [.. visit.Live.Hours().Select(hour => new HourFigure(
                DateTimeOffset.FromUnixTimeSeconds(hour.Hour * 3600), hour.Votes))]));
    }

    private static PublishedResultItem Item(PublishedEntry entry)
    {
        using JsonDocument parameters = JsonDocument.Parse(entry.Result.Parameters);
        return new PublishedResultItem(
            entry.Position,
            entry.Time,
            entry.Result.Method,
            entry.Result.Version,
            parameters.RootElement.Clone(),
            entry.Result.Size,
            entry.Result.Root.ToString(),
            entry.Result.Output,
            $"/log/blobs/{entry.Result.Output}");
    }
}
