using System.Text;
using Gouvernail.Contest.Petitions;

namespace Gouvernail.Server.Contest.Petitions;

/// <summary>What people take away from a petition: a leaflet to print, and a date for their calendar.</summary>
internal static class PaperEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/petitions/{petition}/leaflet", ShowLeaflet);
        app.MapGet("/petitions/{petition}/event.ics", SendCalendar);
    }

    private static IResult ShowLeaflet(HttpContext context, PetitionPages pages, string petition) =>
        pages.Find(petition) is { Description: { } description } found
            ? LeafletPage.Show(new LeafletModel(found, description, pages.AddressOf(context.Request, found)))
            : Answer.NotFound();

    private static IResult SendCalendar(
        HttpContext context, PetitionPages pages, Community community, string petition) =>
        pages.Find(petition) is { } found
        && GatheringCalendar.Of(
            found, community.VerifierKey.Name, pages.AddressOf(context.Request, found)) is { } file
            ? TypedResults.File(
                Encoding.UTF8.GetBytes(file),
                GatheringCalendar.MediaType + "; charset=utf-8",
                $"petition-{found.Id}.ics")
            : Answer.NotFound();
}
