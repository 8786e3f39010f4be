using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Gouvernail.Aggregate.OpinionMaps;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>
/// A map in words and pictures, in one language, written once whoever asks: the sections of the page of results, and
/// the whole report.
/// </summary>
internal sealed class ResultPart
{
    private static readonly ConditionalWeakTable<LiveMap, Lazy<ResultPart>[]> _parts = new();

    private readonly MapSections _sections;
    private readonly int _inPicture;

    private ResultPart(LiveMap map, Language language)
    {
        Tag = $"{map.Tag}-{language.Code()}";
        _sections = new MapSections(map.Conversation, map.Map, language, $"/c/{map.Consultation}/report");
        (Markup, _inPicture) = _sections.Write(map.Hours);
        Page = new PackedPage(Markup, Tag);
        Report = new Lazy<PackedPage>(() =>
        {
            var text = new StringWriter { NewLine = "\n" };
            HtmlReport.Write(text, map.Conversation, map.Map, language);
            return new PackedPage(text.ToString(), Tag);
        });
    }

    /// <summary>Tells it from every other.</summary>
    public string Tag { get; }

    /// <summary>The sections.</summary>
    public string Markup { get; }

    /// <summary>The sections as they are sent to who has the page already.</summary>
    public PackedPage Page { get; }

    /// <summary>The report that stands alone.</summary>
    public Lazy<PackedPage> Report { get; }

    /// <summary>The part of a map in a language.</summary>
    public static ResultPart Of(LiveMap map, Language language) => _parts.GetValue(
        map,
        static it => [.. Enum.GetValues<Language>().Select(l => new Lazy<ResultPart>(() => new ResultPart(it, l)))])
        [(int)language].Value;

    /// <summary>What a group is called in the middle of a sentence.</summary>
    public string NameOf(int group) => _sections.NameOf(group);

    /// <summary>Where a place is on the picture; null where it falls outside.</summary>
    public (int X, int Y)? OnPicture(Standing place) => _sections.OnPicture(place.X, place.Y);

    /// <summary>The sections, with a visitor's own mark in the picture.</summary>
    public string MarkupWith((int X, int Y)? you) => you is not { } at || _inPicture < 0 ? Markup
        : string.Concat(Markup.AsSpan(0, _inPicture), You(at), Markup.AsSpan(_inPicture));

    /// <summary>A visitor's own mark: a cross in a ring, seen on every colour.</summary>
    public static string You((int X, int Y) at)
    {
        string path = FormattableString.Invariant(
            $"M{at.X - 34} {at.Y}h68M{at.X} {at.Y - 34}v68M{at.X - 20} {at.Y}a20 20 0 1 0 40 0a20 20 0 1 0-40 0");
        return $"""<g class="you"><path d="{path}"/><path d="{path}"/></g>""";
    }
}

/// <summary>A page in UTF-8, compressed once.</summary>
internal sealed class PackedPage(string text, string tag)
{
    private readonly Lazy<byte[]> _plain = new(() => Encoding.UTF8.GetBytes(text));

    private readonly Lazy<byte[]> _brotli = new(() =>
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    });

    /// <summary>Sends it, or "not modified".</summary>
    public IResult Send(HttpContext context)
    {
        bool brotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        string name = $"\"{tag}{(brotli ? "-br" : "")}\"";
        IHeaderDictionary headers = context.Response.Headers;
        headers.ETag = name;
        headers.CacheControl = "private, no-cache";
        headers.Append("Vary", "Accept-Encoding");
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(name, StringComparison.Ordinal))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (brotli)
        {
            headers.ContentEncoding = "br";
        }

        return TypedResults.Bytes(brotli ? _brotli.Value : _plain.Value, "text/html; charset=utf-8");
    }
}
