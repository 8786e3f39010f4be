namespace Gouvernail.Server;

/// <summary>Every cookie but the antiforgery one: read by no script, sent by no other site, and by https alone there.
/// </summary>
internal static class Cookies
{
    /// <summary>A cookie's full name: <c>__Host-</c> pins it to this very host where the request is https.</summary>
    public static string NameOf(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;

    /// <summary>Sets a cookie.</summary>
    public static void Set(HttpContext context, string name, string value, TimeSpan lasts) =>
        context.Response.Cookies.Append(NameOf(context, name), value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = lasts,
            IsEssential = true,
        });
}
