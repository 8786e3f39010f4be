using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>Where somebody stands, and how they voted.</summary>
internal static class StandingEndpoints
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/me", Show);

    private static IResult Show(HttpContext context, Visits visits, Places places)
    {
        if (visits.At(context) is not { } visit)
        {
            return Pages.Missing(context);
        }

        LiveParticipant? participant = visit.Participant();
        ConsultationView view = visit.View;
        var asked = new List<AskedStatement>();
        foreach (Ballot ballot in (participant?.Ballots ?? []).OrderByDescending(b => b.Position))
        {
            if (view.Find(ballot.Statement) is { } statement)
            {
                asked.Add(AskedStatement.Of(statement, ballot));
            }
        }

        return StandingPage.Show(new StandingModel(Here.Of(visit), asked)
        {
            Place = places.For(visit),
            Missing = Math.Max(0, Places.NeededAt(view) - asked.Count),
            Statements = visit.Who is not { } who ? [] : [.. view.Statements
                .Where(s => s.Author == who.Pseudonym)
                .Select(s => new OwnStatement(s.Text, s.Decision.Moderation, s.Decision.Reason))],
            CanVote = visit.CanAct,
            CanWithdraw = view.Stage is Stage.Open or Stage.Paused,
            IsStrict = view.Opened.Terms.IsStrict,
            Last = LastVote.Of(context, visit),
            IsElsewhere = visit.IsElsewhere,
        });
    }
}
