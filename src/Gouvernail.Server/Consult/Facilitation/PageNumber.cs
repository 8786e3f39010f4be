using System.Globalization;

namespace Gouvernail.Server.Consult.Facilitation;

/// <summary>Which page of a long list a request asks for.</summary>
internal static class PageNumber
{
    /// <summary>The page, from 1 to the last; the first for nonsense.</summary>
    public static int Of(HttpContext context, int count, int size)
    {
        int last = Math.Max(1, (count + size - 1) / size);
        return int.TryParse(
            context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page)
            ? Math.Clamp(page, 1, last)
            : 1;
    }
}
