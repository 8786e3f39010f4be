using System.Globalization;
using System.Net.Mime;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>What is kept about somebody: to read, to take away, to prove, to take back, to erase.</summary>
internal static class MyDataEndpoints
{
    /// <summary>A receipt takes hashes from the whole tree.</summary>
    private static readonly RequestCost _receiptCost = new(2);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/me/data", Show);
        pages.MapGet("/me/data.json", Download);
        pages.MapGet("/receipt/{place}", Prove).WithMetadata(_receiptCost);
        pages.MapPost("/me/withdraw-all", WithdrawAllAsync);
        pages.MapGet("/me/erase", Ask);
        pages.MapPost("/me/erase", EraseAsync);
    }

    private static IResult Show(HttpContext context, Visits visits, Community community)
    {
        if (visits.At(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        return MyDataPage.Show(new MyDataModel(
            Here.Of(visit),
            OwnData.Of(visit, community),
            visit.View.Stage is Stage.Open or Stage.Paused,
            visit.Participant()?.Ballots.Count ?? 0));
    }

    private static IResult Download(HttpContext context, Visits visits, Community community)
    {
        if (visits.At(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(
            OwnData.Of(visit, community).ToJson(),
            MediaTypeNames.Application.Json,
            $"gouvernail-{visit.View.Id}-my-data.json");
    }

    /// <summary>The receipt of an entry of one's own; of others' there is nothing here.</summary>
    private static IResult Prove(HttpContext context, Visits visits, Community community, string place)
    {
        if (visits.At(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        if (!long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out long position)
            || !visit.Entries().Contains(position)
            || community.Journal.Prove(position) is not { } receipt)
        {
            return Answer.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(
            receipt.ToBytes(),
            "text/plain; charset=utf-8",
            $"gouvernail-receipt-{position.ToString(CultureInfo.InvariantCulture)}.txt");
    }

    private static async Task<IResult> WithdrawAllAsync(HttpContext context, Visits visits, Booth booth)
    {
        if (visits.At(context) is not { Who: not null } visit)
        {
            return Pages.Missing(context);
        }

        string[] votes = [.. visit.Participant()?.Ballots.Select(ballot => ballot.Statement) ?? []];
        Outcome outcome = await booth.WithdrawAsync(visit, votes, context.RequestAborted);
        return outcome.Refusal is { } refusal
            ? Answer.Refused(refusal)
            : Answer.SeeOther(visit.Base + "/me/data", "withdrawn");
    }

    private static IResult Ask(HttpContext context, Visits visits) => visits.At(context) is { } visit
        ? ErasePage.Show(new EraseModel(Here.Of(visit), visit.Entries().Count, null))
        : Pages.Missing(context);

    private static async Task<IResult> EraseAsync(HttpContext context, Visits visits, Booth booth)
    {
        if (visits.At(context) is not { Who: not null } visit)
        {
            return Pages.Missing(context);
        }

        Outcome outcome = await booth.EraseAsync(visit, context.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            return ErasePage.Show(
                new EraseModel(Here.Of(visit), visit.Entries().Count, refusal.Reason),
                Problem.Of(refusal).Status);
        }

        if (!visit.IsFramed)
        {
            Visits.Leave(context, visit.View.Id);
        }

        return Answer.SeeOther(visit.Base, "erased");
    }
}
