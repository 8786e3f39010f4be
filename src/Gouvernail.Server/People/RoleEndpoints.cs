using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>The links by which people take a role, and the end of a session.</summary>
internal static class RoleEndpoints
{
    /// <summary>A link cannot be guessed; who tries is slowed down all the same.</summary>
    private static readonly RequestCost _cost = new(10);

    public static void Map(WebApplication app)
    {
        app.MapGet("/role/{secret}", Show).WithMetadata(_cost);
        app.MapPost("/role/{secret}", TakeAsync).WithMetadata(_cost);
        app.MapPost("/role/leave", Leave);
    }

    /// <summary>Shows the role and takes nothing: programs that preview links use none up.</summary>
    private static IResult Show(
        string secret, Sessions sessions, Community community, TimeProvider clock, HttpContext context)
    {
        NoStore(context);
        return sessions.ReadLink(secret) is var (id, link) && community.RoleBook.Find(id) is { } holder
            && holder.Link == link && !holder.IsLinkUsed && !holder.IsRevoked && holder.Expires > clock.GetUtcNow()
            ? RolePage.Show(new RoleModel(secret, holder.Id, holder.Name, holder.Role))
            : Void();
    }

    private static async Task<IResult> TakeAsync(
        string secret, Sessions sessions, Community community, HttpContext context)
    {
        NoStore(context);
        if (sessions.ReadLink(secret) is not var (id, link))
        {
            return Void();
        }

        Outcome outcome = await community.Journal.SubmitAsync(
            now => TakeRole.Decide(community.Roles, new TakeRole(id, link), now), context.RequestAborted);
        if (outcome.Refusal is not null)
        {
            return Void();
        }

        sessions.Begin(context, id);
        return Answer.SeeOther("/facilitate", "welcome");
    }

    private static IResult Leave(HttpContext context)
    {
        Sessions.End(context);
        return Answer.SeeOther("/");
    }

    private static IResult Void() => RolePage.Show(RoleModel.Void, StatusCodes.Status410Gone);

    private static void NoStore(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
