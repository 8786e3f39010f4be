using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server;

/// <summary>What every answer says of how it may be used; one place for all.</summary>
internal static class SafeHeaders
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>Puts them on every answer, whoever makes it.</summary>
    public static void Use(WebApplication app) => app.Use(next => context =>
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + "'none'";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        context.Response.OnStarting(static it => Finish(((HttpContext)it).Response), context);
        return next(context);
    });

    private static Task Finish(HttpResponse response)
    {
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            IHeaderDictionary headers = response.Headers;
            _ = headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // A word to a script of Blazor's that no page here has.
            headers.Remove("blazor-enhanced-nav");
            // A page is in the language of its reader, and may show what their device did.
            headers.Append("Vary", "Accept-Language, Cookie");
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "private, no-cache";
        }

        return Task.CompletedTask;
    }

    /// <summary>Lets pages of these origins, and no others, show this answer in a frame.</summary>
    /// <exception cref="ArgumentException">One is not an origin such as https://example.org.</exception>
    public static void LetFrame(this HttpContext context, IEnumerable<string> origins)
    {
        string[] list = [.. origins];
        context.Response.Headers.ContentSecurityPolicy = Array.TrueForAll(list, Terms.IsOrigin)
            ? Policy + (list.Length == 0 ? "'none'" : string.Join(' ', list))
            : throw new ArgumentException("An origin is a scheme, a host and perhaps a port.", nameof(origins));
    }
}
