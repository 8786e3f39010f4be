using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server;

/// <summary>The first page.</summary>
internal static class HomeEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/", Show);

    private static IResult Show(Community community, TimeProvider clock) => Home.Show(new HomeModel(
        [.. community.Live.All
            .Reverse()
            .Where(live => live.View().Stage != Stage.Draft)
            .OrderBy(live => live.View().Stage)
            .Select(Of)])
    {
        Petitions = community.PetitionBook is { InForce: not null } book
            ? book.All.Count(petition => petition.IsOpen(clock.GetUtcNow()))
            : null,
    });

    private static HomeConsultation Of(LiveConsultation live)
    {
        ConsultationView view = live.View();
        return new HomeConsultation(
            view.Id,
            view.Opened.Topic,
            view.Opened.Terms.Organiser,
            view.Stage,
            live.VoterCount(),
            live.VoteCount,
            view.Shown.Count(),
            view.ShowsResults);
    }
}
