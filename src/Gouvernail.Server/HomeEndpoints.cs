using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Verify.Permits;

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
        Mandates = community.MandateBook.InForce(clock.GetUtcNow()).Count(),
        Automata = (
            community.RegisterBook.Automata.Count(automaton => automaton.Retired is null),
            community.PermitBook.Permits.Values.Count(
                permit => permit.At(clock.GetUtcNow()) == PermitStatus.Admitted)),
        Petitions = community.PetitionBook is { InForce: not null } book
            ? book.All.Count(petition => petition.Passed is null && petition.IsOpen(clock.GetUtcNow()))
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
