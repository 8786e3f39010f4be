using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Server.Aggregate.Maps;
using Gouvernail.Server.Consult;
using Gouvernail.Server.Journals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>A map as JSON (<c>docs/formats/opinion-map.md</c>), written once for each map.</summary>
internal static class MapBytes
{
    private static readonly ConditionalWeakTable<LiveMap, Lazy<(byte[] Bytes, string Hash)>> _known = new();

    /// <summary>Sends a consultation's map as it stands, or "not modified", or why there is none to send.</summary>
    /// <param name="context">The request.</param>
    /// <param name="visit">Who asks; null where there is no such consultation.</param>
    /// <param name="maps">The maps.</param>
    /// <param name="name">The name of the file to keep it under; null where a program asks.</param>
    public static async Task<IResult> SendAsync(HttpContext context, Visit? visit, LiveMaps maps, string? name)
    {
        if (visit is null)
        {
            return Answer.NotFound();
        }

        if (!visit.View.ShowsResults)
        {
            return Answer.Problem(Problems.ResultsHidden);
        }

        LiveMap? map = await maps.LookAsync(visit.Live, MapEndpoints.Patience, context.RequestAborted);
        return map is null ? Answer.Problem(Problems.Computing) : Send(context, map, name);
    }

    private static FileContentHttpResult Send(HttpContext context, LiveMap map, string? name)
    {
        (byte[] bytes, string hash) = _known.GetValue(
            map, static it => new Lazy<(byte[] Bytes, string Hash)>(() => Write(it))).Value;
        PublicBytes.Mark(context, isForGood: false);
        return TypedResults.Bytes(bytes, "application/json", name, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private static (byte[] Bytes, string Hash) Write(LiveMap map)
    {
        using var stream = new MemoryStream();
        OpinionMapJson.Write(stream, map.Map);
        byte[] bytes = stream.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)));
    }
}
