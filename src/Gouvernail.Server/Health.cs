using System.Globalization;
using Gouvernail.Journals;
using Gouvernail.Server.Journals;

namespace Gouvernail.Server;

/// <summary>Tells a watchdog whether the log can be read: 200 and its size, or 503.</summary>
internal static class Health
{
    public static void Map(WebApplication app) => app.MapGet("/healthz", Check).WithMetadata(new RequestCost(0));

    private static IResult Check(PublicLog log)
    {
        try
        {
            return Say(200, "ok", log.Head().Size);
        }
        catch (JournalException)
        {
            return Say(503, "unavailable", null);
        }
    }

    private static IResult Say(int status, string word, long? size)
    {
        string known = size is null ? "" : $",\"size\":{size.Value.ToString(CultureInfo.InvariantCulture)}";
        string body = $"{{\"status\":\"{word}\"{known}}}\n";
        return Results.Text(body, "application/json", statusCode: status);
    }
}
