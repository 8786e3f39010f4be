using Microsoft.Extensions.Primitives;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>What the pages of a participant have in common.</summary>
internal static class Pages
{
    /// <summary>The most statements put off that an address remembers.</summary>
    private const int MostSkipped = 50;

    /// <summary>There is no such consultation; or in a frame, the site's word for its member does not hold any more.
    /// </summary>
    public static IResult Missing(HttpContext context) =>
        context.GetRouteValue("ticket") is null ? Answer.NotFound() : Answer.Problem(Problems.Ticket);

    /// <summary>
    /// By what statements are drawn for a visitor. Who has no pseudonym yet is told apart by what every request says
    /// anyway; nothing of it is kept.
    /// </summary>
    public static string DrawerOf(HttpContext context, Visit visit) => visit.Who?.Pseudonym
        ?? $"{context.Connection.RemoteIpAddress} {context.Request.Headers.UserAgent}";

    /// <summary>The statements that an address or a form says were put off.</summary>
    public static IReadOnlyList<string> Skipped(StringValues values, Visit visit) =>
        [.. values.OfType<string>().Where(id => visit.View.Find(id) is not null).Distinct().TakeLast(MostSkipped)];

    /// <summary>A query that remembers statements put off.</summary>
    public static QueryString QueryOf(IEnumerable<string> skipped) =>
        skipped.Aggregate(QueryString.Empty, (query, id) => query.Add("skip", id));
}
