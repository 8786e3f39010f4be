using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>What anybody may take away, as far as the consultation said that it publishes it.</summary>
internal static class ExportEndpoints
{
    /// <summary>Whole files cost more than pages.</summary>
    private static readonly RequestCost _cost = new(5);

    /// <summary>Files are made one after another: each may hold millions of votes.</summary>
    private static readonly SemaphoreSlim _turn = new(1);

    public static void Map(WebApplication app)
    {
        app.MapGet("/c/{id}/export", Show);
        app.MapGet("/c/{id}/export/votes.csv", VotesAsync).WithMetadata(_cost);
        app.MapGet("/c/{id}/export/statements.csv", StatementsAsync).WithMetadata(_cost);
        app.MapGet("/c/{id}/export/polis-export.zip", PolisAsync).WithMetadata(_cost);
        app.MapGet("/c/{id}/export/map.json", MapAsync);
    }

    private static IResult Show(string id, Visits visits, HttpContext context) =>
        visits.Of(context, id) is not { } visit ? Answer.NotFound()
        : ExportPage.Show(new ExportModel(
            id, visit.Base, visit.View.Opened.Topic, visit.View.ShowsResults, visit.View.Opened.Publishes));

    private static Task<IResult> VotesAsync(string id, Visits visits, HttpContext context) =>
        MakeAsync(id, visits, context, Publication.Votes, visit => SheetAsync(
            id, "votes.csv", file => VotesCsv.WriteAsync(file, visit.Live, context.RequestAborted)));

    private static Task<IResult> StatementsAsync(string id, Visits visits, HttpContext context) =>
        MakeAsync(id, visits, context, Publication.Statements, visit => SheetAsync(
            id, "statements.csv", file => StatementsCsv.WriteAsync(file, visit, context.RequestAborted)));

    private static Task<IResult> PolisAsync(string id, Visits visits, LiveMaps maps, HttpContext context) =>
        MakeAsync(id, visits, context, Publication.Votes, async visit =>
        {
            LiveMap? map = await maps.LookAsync(visit.Live, MapEndpoints.Patience, context.RequestAborted);
            (FileStream? zip, InputProblem? problem) =
                await Task.Run(() => PolisZip.Make(visit, map, context.RequestAborted), context.RequestAborted);
            return zip is null
                ? Answer.Problem(Problems.Unavailable, problem?.Found)
                : TypedResults.Stream(zip, "application/zip", $"gouvernail-{id}-polis-export.zip");
        });

    private static Task<IResult> MapAsync(string id, Visits visits, LiveMaps maps, HttpContext context) =>
        MapBytes.SendAsync(context, visits.Of(context, id), maps, $"gouvernail-{id}-map.json");

    private static async Task<IResult> MakeAsync(
        string id, Visits visits, HttpContext context, Publication needed, Func<Visit, Task<IResult>> make)
    {
        if (visits.Of(context, id) is not { } visit)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        if (!visit.View.Opened.Publishes.HasFlag(needed))
        {
            return Answer.Problem(
                needed == Publication.Votes ? Problems.VotesNotPublished : Problems.StatementsNotPublished);
        }

        await _turn.WaitAsync(context.RequestAborted);
        try
        {
            return await make(visit);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A whole file first: whoever reads slowly keeps nobody else waiting.</summary>
    private static async Task<IResult> SheetAsync(string id, string name, Func<Stream, Task> write)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"gouvernail-{Path.GetRandomFileName()}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            });
        try
        {
            await write(file);
            file.Position = 0;
            return TypedResults.Stream(file, "text/csv; charset=utf-8", $"gouvernail-{id}-{name}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
