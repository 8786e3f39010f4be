using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Gouvernail.Aggregate.OpinionMaps;
using Gouvernail.Aggregate.OpinionMaps.Html;
using Gouvernail.Choice.Opinions;

namespace Gouvernail.Tests.Aggregate.OpinionMaps;

public sealed partial class HtmlReportTests
{
    private const string Hostile =
        "</bdi><script>alert(1)</script><img src=x onerror='alert(1)'> \"&amp; "
        + "\u202Eright to left\u0000\u001B[31m\uFFFE";

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void The_page_is_well_formed_and_loads_nothing(Language language)
    {
        string html = Html(Sample.Of(french: language == Language.French), language);
        XDocument page = Parse(html);
        page.Root!.Attribute("lang")!.Value.ShouldBe(language == Language.French ? "fr" : "en");
        page.Descendants("script").ShouldBeEmpty();
        page.Descendants().Attributes().Where(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty();
        page.Descendants().Attributes("src").ShouldBeEmpty();
        page.Descendants().Attributes("href").Select(a => a.Value).ShouldAllBe(v => v[0] == '#');
        html.ShouldNotContain("url(");
        html.ShouldNotContain("http:");
        html.ShouldNotContain("https:");
        page.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value
            .ShouldStartWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }

    [Fact]
    public void Each_link_in_the_page_leads_somewhere_and_no_id_is_given_twice()
    {
        XDocument page = Parse(Html(Sample.Of(), Language.English));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        ids.ShouldBeUnique();
        page.Descendants("a").Select(a => a.Attribute("href")!.Value[1..]).ShouldBeSubsetOf(ids);
        var named = page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' '));
        named.ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void Headings_follow_each_other_without_a_gap_and_tables_have_captions_and_scopes()
    {
        XDocument page = Parse(Html(Sample.Of(), Language.English));
        int level = 0;
        foreach (XElement heading in page.Descendants().Where(e => Heading().IsMatch(e.Name.LocalName)))
        {
            int next = heading.Name.LocalName[1] - '0';
            next.ShouldBeLessThanOrEqualTo(level + 1);
            level = next;
        }

        page.Descendants("h1").Count().ShouldBe(1);
        page.Descendants("table").ShouldAllBe(t => t.Element("caption") != null);
        page.Descendants("th").ShouldAllBe(th => th.Attribute("scope") != null);
        foreach (string landmark in (string[])["header", "nav", "main", "footer"])
        {
            page.Descendants(landmark).Count().ShouldBe(1);
        }
    }

    [Fact]
    public void What_people_wrote_cannot_become_markup()
    {
        Sample sample = Sample.Of();
        var hostile = sample.Conversation with
        {
            Topic = Hostile,
            Description = Hostile,
            Url = Hostile,
            Statements = [.. sample.Conversation.Statements.Select(s => s with { Text = Hostile })],
        };
        string html = Html(sample with { Conversation = hostile }, Language.French);
        XDocument page = Parse(html);
        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("img").ShouldBeEmpty();
        page.Descendants("bdi").First().Value.ShouldContain("<script>alert(1)</script>");
        foreach (char hidden in "\u202E\u0000\u001B\uFFFE")
        {
            html.ShouldNotContain(hidden.ToString());
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void A_rejected_statement_is_never_shown(Language language)
    {
        Sample sample = Sample.Of();
        OpinionMap map = sample.Map with
        {
            CommonGround = [new CommonGround(4, 0.99, null, null), .. sample.Map.CommonGround],
            Divisive = [new Divisive(4, 0.99), .. sample.Map.Divisive],
            Consensus = new Consensus([new ConsensusStatement(4, new VoteCounts(9, 0, 9), 0.9, 3)], []),
            Groups = [.. sample.Map.Groups.Select(g => g with
            {
                Representative = [new Representative(4, Side.Agree, g.Votes[4], 2, 3), .. g.Representative],
            })],
        };
        Html(sample with { Map = map }, language).ShouldNotContain("UNSPEAKABLE");
    }

    [Fact]
    public void No_English_word_stays_in_the_French_page_and_no_French_word_in_the_English_one()
    {
        string french = Text(Html(Sample.Of(french: true), Language.French));
        EnglishWord().Matches(french).Select(m => m.Value).ShouldBeEmpty();
        string english = Text(Html(Sample.Of(), Language.English));
        FrenchWord().Matches(english).Select(m => m.Value).ShouldBeEmpty();
    }

    [Fact]
    public void The_bars_show_the_numbers_of_their_tables()
    {
        XDocument page = Parse(Html(Sample.Of(), Language.English));
        foreach (string section in (string[])["groups", "divides", "most"])
        {
            XElement part = page.Descendants("section").Single(s => s.Attribute("id")!.Value == section);
            var bars = part.Descendants("svg").Where(s => s.Attribute("class")?.Value == "bar")
                .Select(s => (Percent(s.Element("rect")!, "width"), Percent(s.Element("line")!, "x2")))
                .Select(n => $"{n.Item1} {n.Item2 - n.Item1}").ToHashSet();
            var rows = part.Descendants("tbody").Elements("tr").Select(r => r.Elements("td").ToArray())
                .Select(d => $"{Numbers(d[1].Value)[0]} {Numbers(d[2].Value)[0]}").ToHashSet();
            bars.Count.ShouldBeGreaterThan(5);
            bars.ShouldBe(rows, ignoreOrder: true);
        }
    }

    [Fact]
    public void The_intervals_show_the_numbers_of_their_table()
    {
        XDocument page = Parse(Html(Sample.Of(), Language.English));
        XElement part = page.Descendants("section").Single(s => s.Attribute("id")!.Value == "common");
        var drawn = part.Descendants("svg").Where(s => s.Attribute("class")?.Value == "iv")
            .Select(s => $"{Percent(s.Element("circle")!, "cx")} {Percent(s.Element("line")!, "x1")} "
                + Percent(s.Element("line")!, "x2"));
        var listed = part.Descendants("tbody").Elements("tr").Select(r => r.Elements("td").Skip(1))
            .Select(d => string.Join(' ', d.Select(n => Numbers(n.Value)[0])));
        drawn.ShouldBe(listed);
    }

    [Fact]
    public void The_map_draws_everyone_once()
    {
        Sample sample = Sample.Of();
        XDocument page = Parse(Html(sample, Language.English));
        XElement svg = page.Descendants("figure").Elements("svg").Single();
        int drawn = svg.Elements("path").Where(p => p.Attribute("class")!.Value.Split(' ')[0] == "dots")
            .Sum(p => p.Attribute("d")!.Value.Count(c => c == 'm'));
        var picture = new MapPicture(new MapReading(sample.Conversation, sample.Map, Language.English));
        drawn.ShouldBe(300 - picture.Outside);
        svg.Descendants("text").Select(t => t.Value).ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public void A_page_for_1921_people_and_197_statements_weighs_less_than_150_kB()
    {
        string html = Html(Sample.Of(people: 1921, count: 197), Language.French);
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(150_000);
    }

    [Fact]
    public void A_crowd_is_drawn_in_squares_and_weighs_no_more()
    {
        string html = Html(Sample.Of(people: 20_000, groups: 5), Language.English);
        html.ShouldContain(ReportText.English.MapKeyCells);
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(150_000);
    }

    [Theory]
    [MemberData(nameof(Degenerate.Names), MemberType = typeof(Degenerate))]
    public void Too_little_to_say_is_said_in_a_sentence(string name)
    {
        Sample sample = Degenerate.Of(name);
        XDocument page = Parse(Html(sample, Language.French));
        page.Descendants("p").Single(p => p.Attribute("class")?.Value == "lead").Value.Length.ShouldBeGreaterThan(20);
        Parse(Html(sample, Language.English));
    }

    [Fact]
    public void One_group_means_that_nothing_separates_people()
    {
        string html = Html(Sample.Of(groups: 1), Language.English);
        html.ShouldContain("nothing separates people into camps");
        Parse(html).Descendants("section").Single(s => s.Attribute("id")!.Value == "divides").Value
            .ShouldContain(ReportText.English.DividesNone);
    }

    private static string Html(Sample sample, Language language)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(writer, sample.Conversation, sample.Map, language);
        return writer.ToString();
    }

    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(
            new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static string Text(string html)
    {
        XElement body = Parse(html).Root!.Element("body")!;
        body.Descendants("bdi").Remove();
        body.Descendants("h1").Remove();
        body.Descendants("table")
            .Where(t => t.Element("caption")!.Attribute("id")!.Value == "parameters-table").Remove();
        return string.Join(' ', body.DescendantNodes().OfType<XText>().Select(t => t.Value)
            .Concat(body.Descendants().Attributes("aria-label").Select(a => a.Value)));
    }

    private static int Percent(XElement element, string attribute) =>
        Numbers(element.Attribute(attribute)!.Value)[0];

    private static int[] Numbers(string text) =>
        [.. Digits().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(the|of|and|people|agree|disagree|statement|statements|group|groups|votes on|each)\b(?! de)")]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\b(le|les|des|une|personnes|accord|énoncé|énoncés|groupe|groupes|pas|dans)\b")]
    private static partial Regex FrenchWord();
}
