using System.Globalization;
using System.Text;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Server.Consult.Voting;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>What a petition keeps about somebody: to read, to prove, to erase.</summary>
internal static class PetitionDataEndpoints
{
    /// <summary>A receipt takes hashes from the whole tree.</summary>
    private static readonly RequestCost _receiptCost = new(2);

    public static void Map(WebApplication app)
    {
        app.MapGet("/petitions/{petition}/me", Show);
        app.MapPost("/petitions/{petition}/me/erase", EraseAsync);
        app.MapGet("/petitions/{petition}/receipt/{place}", Prove).WithMetadata(_receiptCost);
    }

    /// <summary>Somebody's entries in a petition.</summary>
    public static IReadOnlyList<OwnEntry> EntriesOf(Community community, Petition petition, Signer? who) =>
        [.. (who is null ? [] : petition.EntriesOf(who.Pseudonym)).Select(place =>
            community.ReadEntry(place) is { } read && (read.Content?.Payload ?? read.Entry.Body) is var content
                ? new OwnEntry(
                    place, read.Entry.Time, read.Entry.Kind,
                    content.IsEmpty ? "null" : Encoding.UTF8.GetString(content.Span))
                : null).OfType<OwnEntry>()];

    private static IResult Show(
        HttpContext context, PetitionPages pages, PetitionDoor door, Community community, string petition) =>
        pages.Find(petition) is { } found
            ? PetitionDataPage.Show(ModelOf(community, found, door.Of(context, found), null))
            : Answer.NotFound();

    private static PetitionDataModel ModelOf(Community community, Petition petition, Signer? who, Refusal? refusal) =>
        new(petition, who?.Pseudonym, who?.Rung ?? Rung.Open, EntriesOf(community, petition, who), refusal);

    private static async Task<IResult> EraseAsync(
        HttpContext context,
        PetitionPages pages,
        PetitionDoor door,
        PetitionBooth booth,
        Community community,
        string petition)
    {
        if (pages.Find(petition) is not { } found || door.Of(context, found) is not { } who)
        {
            return Answer.NotFound();
        }

        Outcome outcome = await booth.EraseAsync(found, who, context.RequestAborted);
        return outcome.Refusal is { } refusal
            ? PetitionDataPage.Show(ModelOf(community, found, who, refusal), Problem.Of(refusal).Status)
            : Answer.SeeOther($"/petitions/{found.Id}/me", "erased");
    }

    /// <summary>The receipt of an entry of one's own; of others' there is nothing here.</summary>
    private static IResult Prove(
        HttpContext context, PetitionPages pages, PetitionDoor door, Community community, string petition, string place)
    {
        if (!long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out long position)
            || pages.Find(petition) is not { } found || door.Of(context, found) is not { } who
            || !found.EntriesOf(who.Pseudonym).Contains(position)
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
}
