using Gouvernail.Log.Envelopes;

namespace Gouvernail.Server;

/// <summary>
/// Marks endpoints of the JSON API, which bear no token of ours. What changes something there has to be sent as JSON,
/// which no form of another site can do, and by a page of this site or by no page at all.
/// </summary>
internal sealed class ApiGuard
{
    private const string Json = "application/json";

    private ApiGuard()
    {
    }

    /// <summary>The mark.</summary>
    public static ApiGuard Mark { get; } = new();

    public static void Use(WebApplication app) => app.Use(next => context =>
        context.GetEndpoint()?.Metadata.GetMetadata<ApiGuard>() is null || Why(context.Request) is not { } problem
            ? next(context)
            : Answer.Problem(problem).ExecuteAsync(context));

    /// <summary>Why a request is refused; null where it is not.</summary>
    internal static Problem? Why(HttpRequest request)
    {
        string method = request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
        {
            return null;
        }

        if (!IsOfThisSite(request))
        {
            return Problems.CrossSite;
        }

        // Browsers ask before they let another site's page send a DELETE: it needs no type, having no body.
        return HttpMethods.IsDelete(method) || IsJson(request.ContentType) ? null : Problems.NotJson;
    }

    private static bool IsOfThisSite(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        return site.Length > 0
            ? site is "same-origin" or "none"
            : origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? url)
                && string.Equals(url.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Envelopes have a type of their own, which no form of another site can send either.</summary>
    private static bool IsJson(string? type) => IsOf(type, Json) || IsOf(type, Envelope.MediaType);

    private static bool IsOf(string? type, string expected) => type is not null
        && type.StartsWith(expected, StringComparison.OrdinalIgnoreCase)
        && (type.Length == expected.Length || type[expected.Length] is ';' or ' ');
}
