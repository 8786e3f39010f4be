using Gouvernail.Aggregate.OpinionMaps;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>Reports are whole pages with a style sheet of their own, which their answer allows by its hash.</summary>
internal static class Reports
{
    /// <summary>Sends a report.</summary>
    public static IResult Send(HttpContext context, PackedPage page)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString()
            .Replace("style-src 'self'", $"style-src '{HtmlReport.StyleHash}'", StringComparison.Ordinal);
        return page.Send(context);
    }
}
