using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gouvernail.Server.Tests;

/// <summary>Every view says everything in both languages, and nothing outside its texts.</summary>
public sealed partial class ViewsTests
{
    private static readonly string _sources = Path.Combine(Root(AppContext.BaseDirectory), "src", "Gouvernail.Server");

    public static TheoryData<string> Views =>
    [
        .. Directory.EnumerateFiles(_sources, "*.razor", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_sources, path))
            .Where(path => !path.StartsWith("obj", StringComparison.Ordinal) && path != "_Imports.razor")
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_the_same_texts_in_both_languages_and_uses_each(string path)
    {
        string razor = File.ReadAllText(Path.Combine(_sources, path));
        string[] used = [.. UsedKeys(razor)];
        Dictionary<string, string> english = Texts(path, "en");
        Dictionary<string, string> french = Texts(path, "fr");
        french.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        used.ShouldBe(english.Keys, ignoreOrder: true);
        english.Values.Concat(french.Values).ShouldAllBe(text => text.Trim().Length > 0);
        foreach ((string key, string text) in english)
        {
            Slots(french[key]).ShouldBe(Slots(text), $"{path}: {key} has other values in French.");
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_no_text_of_its_own(string path) =>
        LiteralTexts(File.ReadAllText(Path.Combine(_sources, path))).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Hello</p>", 1)]
    [InlineData("<p>@T[\"a\"] and</p>", 1)]
    [InlineData("<img alt=\"A cat\">", 1)]
    [InlineData("<p>@T.Format(\"a\", (1 + 2))</p>", 0)]
    [InlineData("@if (a < b)\n{\n<p>@Model.Name · @T[\"a\"]</p>\n}\nelse\n{\n<i>@(a ? T[\"b\"] : c)</i>\n}", 0)]
    public void A_literal_text_is_found(string razor, int faults) =>
        LiteralTexts(razor).Count().ShouldBe(faults);

    private static IEnumerable<string> UsedKeys(string razor) => Key().Matches(razor)
        .SelectMany(match => match.Groups["count"].Success
            ? (string[])[match.Groups["key"].Value + ".one", match.Groups["key"].Value + ".many"]
            : [match.Groups["key"].Value])
        .Distinct();

    /// <summary>Words between tags, or in attributes that are read aloud, once code, commands and names of programs are
    /// taken away.</summary>
    private static IEnumerable<string> LiteralTexts(string razor)
    {
        int code = razor.IndexOf("@code", StringComparison.Ordinal);
        string markup = code < 0 ? razor : razor[..code];
        markup = Directive().Replace(markup, "");
        markup = Element().Replace(markup, "");
        foreach (Match attribute in ReadAloud().Matches(markup))
        {
            yield return attribute.Value;
        }

        markup = Statement().Replace(markup, "");
        markup = Expression().Replace(markup, "");
        foreach (Match text in BetweenTags().Matches(Tag().Replace(markup, "\n>$0<\n")))
        {
            if (text.Value.Any(char.IsLetter))
            {
                yield return text.Value.Trim();
            }
        }
    }

    private static Dictionary<string, string> Texts(string view, string language)
    {
        string path = Path.Combine(_sources, Path.ChangeExtension(view, $".{language}.resx"));
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("data").ToDictionary(
                data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal)
            : [];
    }

    private static string[] Slots(string text) =>
        [.. Slot().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Gouvernail.slnx"))
        ? folder
        : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no solution above."));

    [GeneratedRegex("""\bT(\[|\.Format\(|(?<count>\.Count\())"(?<key>[^"]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"^@(inherits|inject|using|page|attribute|layout|implements|typeparam|namespace)\b.*$",
        RegexOptions.Multiline)]
    private static partial Regex Directive();

    // What a person would type, and drawings.
    [GeneratedRegex(@"<(code|style|script)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Element();

    [GeneratedRegex("""\b(alt|title|placeholder|aria-label|Title|Message)="(?![^"]*@)[^"]*\p{L}[^"]*""")]
    private static partial Regex ReadAloud();

    [GeneratedRegex(@"@(if|foreach|for|switch|while)\s*\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|\belse(\s+if\s*"
        + @"\((?>[^()]+|\((?<e>)|\)(?<-e>))*(?(e)(?!))\))?(?=\s*\{)|@\{.*?\}|^\s*(case\b.*:|default:|break;)\s*$"
        + @"|^\s*(var|string|int|long|bool)\s.*;\s*$",
        RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex("""@\((?>[^()]+|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|@[\w.!?]+"""
        + """(\((?>[^()]+|\((?<e>)|\)(?<-e>))*(?(e)(?!))\)|\["[^"]*"\]|\[\w+\]|[.?!]\w+)*""")]
    private static partial Regex Expression();

    [GeneratedRegex("""</?[A-Za-z!](?:"[^"]*"|'[^']*'|[^<>"'])*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=^|<\n)[^<>]+(?=$|\n>)")]
    private static partial Regex BetweenTags();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Slot();
}
