using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gouvernail.Server;

/// <summary>Which language to speak to a visitor.</summary>
internal static class Languages
{
    /// <summary>The name by which addresses and the cookie ask for a language.</summary>
    public const string Name = "lang";

    private static readonly object _key = new();

    /// <summary>The other language, and what it calls itself.</summary>
    public static (Language Language, string Name) Other(this Language language) =>
        language == Language.French ? (Language.English, "English") : (Language.French, "Français");

    /// <summary>The language of a request: what its address asks for, else the cookie, else the browser.</summary>
    public static Language Of(HttpContext context)
    {
        if (context.Items.TryGetValue(_key, out object? known))
        {
            return (Language)known!;
        }

        Language language = LanguageCodes.Parse(context.Request.Query[Name])
            ?? LanguageCodes.Parse(context.Request.Cookies[Cookies.NameOf(context, Name)])
            ?? OfBrowser(context.Request.Headers.AcceptLanguage);
        context.Items[_key] = language;
        return language;
    }

    /// <summary>Remembers a language that was asked for by <c>?lang=</c>.</summary>
    public static void Remember(HttpContext context)
    {
        if (LanguageCodes.Parse(context.Request.Query[Name]) is { } asked)
        {
            Cookies.Set(context, Name, asked.Code(), TimeSpan.FromDays(365));
        }
    }

    /// <summary>The path and query of a request, asking for a language.</summary>
    public static string AddressIn(HttpRequest request, Language language)
    {
        QueryString query = QueryString.Empty;
        foreach ((string name, StringValues values) in request.Query.Where(pair => pair.Key != Name))
        {
            foreach (string? value in values)
            {
                query = query.Add(name, value ?? "");
            }
        }

        // A form's own address may have no page: the page that it stood on has.
        PathString path = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? request.Path
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out Uri? from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                ? PathString.FromUriComponent(from)
            : new PathString("/");
        return request.PathBase + path + query.Add(Name, language.Code()).ToUriComponent();
    }

    /// <summary>The language that weighs most among those that we speak (RFC 9110, section 12.5.4).</summary>
    private static Language OfBrowser(StringValues accepted)
    {
        Language best = Language.English;
        double weight = 0;
        if (StringWithQualityHeaderValue.TryParseList(accepted, out IList<StringWithQualityHeaderValue>? list))
        {
            foreach (StringWithQualityHeaderValue one in list)
            {
                string code = one.Value.Value?.Split('-')[0].ToLower(CultureInfo.InvariantCulture) ?? "";
                if (LanguageCodes.Parse(code) is { } language && (one.Quality ?? 1) > weight)
                {
                    (best, weight) = (language, one.Quality ?? 1);
                }
            }
        }

        return best;
    }
}
