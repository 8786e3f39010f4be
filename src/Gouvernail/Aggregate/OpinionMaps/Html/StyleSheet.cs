using System.Security.Cryptography;
using System.Text;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// The style sheet of the page that stands alone: that of results (<c>web/results.css</c>, which the server's pages
/// link
/// to), after what the server's own sheet gives them.
/// </summary>
internal static class StyleSheet
{
    private const string Page = """
        :root{--paper:#fdfcf9;--card:#fff;--ink:#1b2127;--quiet:#4d565f;--rule:#d9d6cd;--sea:#0b4f7a}
        @media (prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1b2026;--ink:#eceae4;--quiet:#b3bac1;
        --rule:#3a424a;--sea:#8cc8f0}}
        *{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",
        Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere}
        header,nav,main,footer{max-width:52rem;margin:0 auto;padding:0 1rem}
        header{padding-top:2.5rem}
        h1,h2,h3{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Liberation Serif",serif;
        line-height:1.2;font-weight:700;text-wrap:balance}
        h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);margin:.25rem 0 1rem}
        h3{font-size:1.25rem;margin:2rem 0 .25rem}
        p{margin:0 0 1rem;max-width:42rem}
        a{color:var(--sea);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--sea);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
        .kind{margin:0;color:var(--quiet);font-size:.9rem;letter-spacing:.06em;text-transform:uppercase}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
        nav a{display:inline-block;padding:.3rem 0}
        .steps li{margin-bottom:.5rem;max-width:42rem}
        footer{margin:3rem auto 0;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--rule);
        font-size:.9rem;color:var(--quiet)}
        @media print{@page{size:A4;margin:16mm}
        :root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--rule:#aaa;--sea:#000}
        html{font-size:9.5pt}nav,.skip{display:none}header,main,footer{max-width:none;padding:0}
        h1{font-size:22pt}p,.steps li{max-width:none}
        a{color:inherit;text-decoration:none}}

        """;

    private static readonly string _sheet = "\n" + Page + Results();

    /// <summary>The sheet's hash, as a content security policy names it.</summary>
    public static string Hash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_sheet)));

    /// <summary>Writes the style sheet, between its tags.</summary>
    public static void Style(this Markup page)
    {
        page.Trusted("<style>");
        page.Trusted(_sheet);
        page.Trusted("</style>\n");
    }

    private static string Results()
    {
        using Stream stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("results.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
