using System.Net;
using System.Text.RegularExpressions;

namespace Gouvernail.Verify.Register.Formats;

/// <summary>Texts of the Dutch register, whose longer fields may hold a few tags of HTML.</summary>
internal static partial class DutchText
{
    /// <summary>The text without tags: what stood in blocks of its own stands on lines of its own.</summary>
    public static string? Plain(string? html)
    {
        if (html is null)
        {
            return null;
        }

        string lines = Break().Replace(html.ReplaceLineEndings("\n"), "\n");
        string plain = WebUtility.HtmlDecode(Tag().Replace(lines, "")).Replace('\u00a0', ' ');
        return string.Join('\n', plain.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    /// <summary>A plain text in which no browser finds a tag.</summary>
    public static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    [GeneratedRegex("<(br|/p|/li|/div|/ul|/ol)\\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();
}
