using System.Text;
using Gouvernail.Aggregate.OpinionMaps.Html;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Aggregate.OpinionMaps;

/// <summary>
/// The sections of the report, for a page that has a head and a style sheet of its own (<c>web/results.css</c>): no
/// style, no script, every picture with its table.
/// </summary>
public sealed class MapSections
{
    private readonly MapReading _reading;
    private readonly MapPicture _picture;

    /// <param name="conversation">Statements; those that are rejected are not shown.</param>
    /// <param name="map">Its map.</param>
    /// <param name="language">The language to write in.</param>
    /// <param name="wholeAt">
    /// The page of the whole report, of which these sections are then the beginning; empty to write all here.
    /// </param>
    public MapSections(Conversation conversation, OpinionMap map, Language language, string wholeAt)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(map);
        _reading = new MapReading(conversation, map, language) { WholeAt = wholeAt };
        _picture = new MapPicture(_reading);
    }

    /// <summary>How many statements have more than half of the voters of every group behind them.</summary>
    public int Shared => _reading.Shared;

    /// <summary>How many groups there are, in a sentence.</summary>
    public string HowMany => _reading.HowMany;

    /// <summary>What a group is called, such as "group A", in the middle of a sentence.</summary>
    public string NameOf(int group) => _reading.Words.Group(MapReading.Letter(group));

    /// <summary>Where a place is on the picture, 1,000 units wide; null where it falls outside.</summary>
    public (int X, int Y)? OnPicture(double x, double y)
    {
        (int X, int Y) at = _picture.At(x, y);
        return _picture.Holds(at) ? at : null;
    }

    /// <summary>Writes the sections.</summary>
    /// <param name="hours">Votes cast in each hour since 1970 that has any, ascending; empty to leave them out.</param>
    /// <returns>The markup, and the place in it just before the end of the map's picture; −1 where there is
    /// none.</returns>
    public (string Markup, int InPicture) Write(IReadOnlyList<(long Hour, int Votes)> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var text = new StringBuilder();
        using var writer = new StringWriter(text);
        var page = new Markup(writer);
        if (_reading.Map.VoteCount == 0)
        {
            page.Line($"""<p class="lead">{_reading.Words.NoVotes}</p>""");
            return (text.ToString(), -1);
        }

        Figures.Write(page, _reading);
        Write(page, _reading, hours);
        string markup = text.ToString();
        int figure = markup.IndexOf("""<figure class="opinions">""", StringComparison.Ordinal);
        return (markup, markup.IndexOf("</svg>", figure, StringComparison.Ordinal));
    }

    /// <summary>Writes what follows from the votes, in the order in which every report tells it.</summary>
    internal static void Write(Markup page, MapReading reading, IReadOnlyList<(long Hour, int Votes)> hours)
    {
        MapSection.Write(page, reading);
        OpinionSections.Groups(page, reading);
        OpinionSections.CommonGround(page, reading);
        OpinionSections.Divides(page, reading);
        OpinionSections.Most(page, reading);
        TimeSection.Write(page, reading.Words, hours);
        BackSections.Sure(page, reading);
    }
}
