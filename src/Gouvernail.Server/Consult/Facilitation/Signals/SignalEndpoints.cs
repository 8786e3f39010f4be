using Gouvernail.Consult.Signals;
using Gouvernail.People;
using Gouvernail.Server.People;

namespace Gouvernail.Server.Consult.Facilitation.Signals;

/// <summary>Signals of coordinated behaviour: shown, and nothing done.</summary>
internal static class SignalEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/facilitate/{id}/signals", Show).Needs(Role.Auditor).WithMetadata(new RequestCost(5));

    private static IResult Show(string id, Community community, HttpContext context) =>
        Bench.Of(community, context, id) is var (live, _, bench)
            ? SignalPage.Show(new SignalModel(
                bench, CoordinationSignals.Of(live.Participants()), live.VoterCount()))
            : Answer.NotFound();
}
