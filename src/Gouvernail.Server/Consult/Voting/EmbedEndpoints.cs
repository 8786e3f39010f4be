using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>
/// A consultation in a frame of another site (docs/embed.md): who the site vouches for goes on to pages of their own;
/// everybody else gets a link out of the frame.
/// </summary>
internal static class EmbedEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/c/{id}/embed", Enter);
        app.MapGet("/embed.js", Script).WithMetadata(new RequestCost(0));
    }

    private static IResult Enter(HttpContext context, Visits visits, TimeProvider clock, string id)
    {
        if (visits.ViewOf(id) is not { } view)
        {
            return Answer.NotFound();
        }

        context.LetFrame(view.Opened.Terms.Hosts);
        IQueryCollection query = context.Request.Query;
        if (!query.ContainsKey("xid"))
        {
            return EmbedPage.Show(ModelOf(view));
        }

        string? made = visits.TicketsOf(id)?.Issue(query["xid"], query["expires"], query["token"], clock.GetUtcNow());
        return made is { } ticket
            ? Answer.SeeOther($"/c/{id}/embed/{ticket}/vote")
            : EmbedPage.Show(ModelOf(view) with { IsWrong = true }, StatusCodes.Status403Forbidden);
    }

    private static EmbedModel ModelOf(ConsultationView view) => new(
        new Here(view.Id, view.Opened.Topic, "/c/" + view.Id, Here.HostsOf(view)),
        view.Opened.Terms.Organiser,
        view.Stage == Stage.Open && view.Opened.Terms.Allows(Rung.Open));

    private static IResult Script(HttpContext context)
    {
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return WebFiles.Answer("embed.js");
    }
}
