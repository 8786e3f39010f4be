using Gouvernail.Server.Consult.Voting.Api;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// Taking part in a consultation. Its pages are at <c>/c/{id}/…</c>; in a frame of another site, where browsers keep no
/// cookies, they are at <c>/c/{id}/embed/{ticket}/…</c>. There the ticket, which no other site knows, says who sends a
/// form, and a token beside it would add nothing.
/// </summary>
internal static class VotingEndpoints
{
    public static void Map(WebApplication app)
    {
        MapPages(app.MapGroup("/c/{id}"));
        MapPages(app.MapGroup("/c/{id}/embed/{ticket}").DisableAntiforgery());
        EntryEndpoints.Map(app);
        EmbedEndpoints.Map(app);
        ApiEndpoints.Map(app);
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        QuestionEndpoints.Map(pages);
        VoteEndpoints.Map(pages);
        ProposeEndpoints.Map(pages);
        StandingEndpoints.Map(pages);
        MyDataEndpoints.Map(pages);
    }
}
