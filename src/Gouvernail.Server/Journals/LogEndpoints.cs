using System.Text;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Server.Journals;

/// <summary>
/// The log in the C2SP tlog-tiles form: <c>/log/checkpoint</c>, <c>/log/vkey</c>, <c>/log/tile/…</c>. What its sealed
/// entries say, where that is published, is among the audits' endpoints.
/// </summary>
internal static class LogEndpoints
{
    /// <summary>Tiles are small and many: an audit of a large log asks for thousands.</summary>
    private static readonly RequestCost _tileCost = new(0.05);

    public static void Map(WebApplication app)
    {
        app.MapGet("/log", Show);
        app.MapGet("/log/checkpoint", Checkpoint);
        app.MapGet("/log/vkey", VerifierKey);
        app.MapGet("/log/tile/{**rest}", Tile).WithMetadata(_tileCost);
    }

    private static IResult Show(PublicLog log, Community community, Site site, HttpContext context) =>
        LogPage.Show(new LogModel(
            log.Head().Size,
            community.VerifierKey.Name,
            community.VerifierKey.ToString(),
            site.AddressOf(context.Request, "/log")));

    private static IResult Checkpoint(PublicLog log, HttpContext context) =>
        log.Head() is { Size: > 0 } head
            ? PublicBytes.Send(context, head.Checkpoint, PublicBytes.Text, isForGood: false)
            : Answer.NotFound();

    private static IResult VerifierKey(Community community, HttpContext context) => PublicBytes.Send(
        context, Encoding.UTF8.GetBytes(community.VerifierKey + "\n"), PublicBytes.Text, isForGood: false);

    private static IResult Tile(string rest, PublicLog log, HttpContext context) =>
        TilePath.TryParse("tile/" + rest, out TilePath? path, out _) && log.Tile(path.Value) is { } bytes
            ? PublicBytes.Send(context, bytes, PublicBytes.Binary, isForGood: true)
            : Answer.NotFound();
}
