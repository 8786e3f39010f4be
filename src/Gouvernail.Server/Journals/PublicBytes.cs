using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Gouvernail.Server.Journals;

/// <summary>Answers with bytes of the public log, which any program and any other site's page may read.</summary>
internal static class PublicBytes
{
    /// <summary>The type of notes and keys.</summary>
    public const string Text = "text/plain; charset=utf-8";

    /// <summary>The type of tiles, bundles and outputs.</summary>
    public const string Binary = "application/octet-stream";

    /// <summary>Answers with bytes, or with "not modified".</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">Their type.</param>
    /// <param name="isForGood">True for what its address names for good.</param>
    public static IResult Send(HttpContext context, byte[] bytes, string type, bool isForGood)
    {
        Mark(context, isForGood);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    /// <summary>Says who may read an answer, and how long it may be kept.</summary>
    public static void Mark(HttpContext context, bool isForGood)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = isForGood ? "public, max-age=31536000, immutable" : "public, no-cache";
    }
}
