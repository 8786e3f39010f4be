using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// The map as inline SVG. Up to 5,000 people are drawn one by one; more are counted in small squares, so that the
/// picture of a million people weighs no more. A group is told apart by colour, mark, outline and letter.
/// </summary>
internal sealed class MapPicture
{
    private const int MostDots = 5000;
    private const int KeySize = 8;
    private const int Cell = 20;
    private static readonly int[] _cellSizes = [5, 9, 13, 18];

    private readonly MapReading _reading;
    private readonly OpinionMap _map;
    private readonly MapFrame _frame;

    public MapPicture(MapReading reading)
    {
        _reading = reading;
        _map = reading.Map;
        Hulls = [.. _map.Groups.Select(g => Hull.Of(g, _map.Points))];
        _frame = new MapFrame(Hulls, _map.Points);
        Outside = _map.Points.Count(p => !_frame.Holds(At(p)));
    }

    public IReadOnlyList<Hull> Hulls { get; }

    /// <summary>People who fall outside the frame.</summary>
    public int Outside { get; }

    /// <summary>True where marks stand for people counted in squares.</summary>
    public bool InCells => _map.Points.Count > MostDots;

    /// <summary>Ranges of people that the sizes of marks stand for, smallest first.</summary>
    public static IReadOnlyList<(int From, int? To)> CellRanges => [(1, 9), (10, 99), (100, 999), (1000, null)];

    public void Write(Markup page)
    {
        ReportText words = _reading.Words;
        page.Line($"""
            <svg viewBox="0 0 {MapFrame.Width} {_frame.Height}" role="img" aria-labelledby="mt md">
            <title id="mt">{words.MapTitle}</title>
            <desc id="md">{words.MapDescription(_map.Groups.Count, _map.Participants.Count)}</desc>
            """);
        bool outlined = _map.Groups.Count > 1;
        if (outlined)
        {
            for (int g = 0; g < Hulls.Count; g++)
            {
                page.Line($"""<path class="hull g{g % Marks.Shapes}" d="{Outline(Hulls[g])}"/>""");
            }
        }

        if (InCells)
        {
            WriteCells(page);
        }
        else
        {
            WriteDots(page);
        }

        if (outlined)
        {
            for (int g = 0; g < Hulls.Count; g++)
            {
                WriteLetter(page, g);
            }
        }

        page.Line($"</svg>");
    }

    /// <summary>A sample of a group's mark and outline, for the legend; −1 for those in no group.</summary>
    public static void WriteKey(Markup page, int group)
    {
        page.Write($"""<svg class="mark" viewBox="0 0 46 24" aria-hidden="true">""");
        if (group >= 0)
        {
            page.Write($"""<path class="hull g{group % Marks.Shapes}" d="M2 3h42v18h-42z"/>""");
        }

        WriteMarks(page, [(14, 9), (32, 9), (23, 16)], group, KeySize);
        page.Write($"</svg>");
    }

    /// <summary>A sample of a mark's size, for the legend of squares.</summary>
    public static void WriteCellKey(Markup page, int level)
    {
        page.Write($"""<svg class="mark one" viewBox="0 0 24 24" aria-hidden="true">""");
        WriteMarks(page, [(12, 12)], -1, _cellSizes[level]);
        page.Write($"</svg>");
    }

    private void WriteDots(Markup page)
    {
        var places = new List<(int X, int Y)>[_map.Groups.Count + 1];
        for (int g = 0; g < places.Length; g++)
        {
            places[g] = [];
        }

        foreach (ParticipantPoint point in _map.Points)
        {
            (int X, int Y) at = At(point);
            if (_frame.Holds(at))
            {
                places[point.Group + 1].Add(at);
            }
        }

        int size = _map.Points.Count > 1000 ? 6 : KeySize;
        for (int g = -1; g < _map.Groups.Count; g++)
        {
            WriteMarks(page, places[g + 1], g, g < 0 ? size - 2 : size);
        }
    }

    private void WriteCells(Markup page)
    {
        int columns = MapFrame.Width / Cell;
        int rows = (_frame.Height / Cell) + 1;
        int kinds = _map.Groups.Count + 1;
        int[] counts = new int[columns * rows * kinds];
        foreach (ParticipantPoint point in _map.Points)
        {
            (int x, int y) = At(point);
            if (_frame.Holds((x, y)))
            {
                counts[((((y / Cell) * columns) + Math.Min(x / Cell, columns - 1)) * kinds) + point.Group + 1]++;
            }
        }

        var places = new List<(int X, int Y)>[kinds, _cellSizes.Length];
        for (int cell = 0; cell < columns * rows; cell++)
        {
            ReadOnlySpan<int> here = counts.AsSpan(cell * kinds, kinds);
            int all = here[0];
            int largest = 0;
            for (int kind = 1; kind < kinds; kind++)
            {
                all += here[kind];
                largest = here[kind] > (largest == 0 ? 0 : here[largest]) ? kind : largest;
            }

            if (all > 0)
            {
                int level = all < 10 ? 0 : all < 100 ? 1 : all < 1000 ? 2 : 3;
                (places[largest, level] ??= []).Add(
                    ((cell % columns * Cell) + (Cell / 2), (cell / columns * Cell) + (Cell / 2)));
            }
        }

        for (int kind = 0; kind < kinds; kind++)
        {
            for (int level = 0; level < _cellSizes.Length; level++)
            {
                WriteMarks(page, places[kind, level] ?? [], kind - 1, _cellSizes[level]);
            }
        }
    }

    private static void WriteMarks(Markup page, List<(int X, int Y)> places, int group, int size)
    {
        if (places.Count == 0)
        {
            return;
        }

        int shape = group < 0 ? Marks.Ungrouped : group % Marks.Shapes;
        string colour = group < 0 ? "none" : "g" + "01234"[shape];
        int line = Marks.Line(shape, size);
        page.Line($"""
            <path class="dots {colour}" d="{Marks.Path(places, shape, size)}" stroke-width="{line}"/>
            """);
    }

    private void WriteLetter(Markup page, int group)
    {
        // On the outline, as far as can be from the other groups: there it hides nobody.
        (double x, double y) = (0, 0);
        foreach (Hull other in Hulls)
        {
            x += other.Centre.X / Hulls.Count;
            y += other.Centre.Y / Hulls.Count;
        }

        Place far = Hulls[group].Outline.MaxBy(p => ((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y)));
        (int left, int top) = _frame.Of(far);
        left = Math.Clamp(left, 34, MapFrame.Width - 34);
        top = Math.Clamp(top, 34, _frame.Height - 34);
        page.Line($"""
            <g class="letter g{group % Marks.Shapes}"><circle cx="{left}" cy="{top}" r="30"/>
            <text x="{left}" y="{top + 14}">{MapReading.Letter(group)}</text></g>
            """);
    }

    private string Outline(Hull hull) =>
        "M" + string.Join(' ', hull.Outline.Select(_frame.Of).Distinct().Select(p => $"{Text(p.X)} {Text(p.Y)}")) + "z";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where a place of the map is on the picture.</summary>
    public (int X, int Y) At(double x, double y) => _frame.Of(new Place(x, y));

    /// <summary>True for what the picture shows.</summary>
    public bool Holds((int X, int Y) at) => _frame.Holds(at);

    private (int X, int Y) At(ParticipantPoint point) => At(point.X, point.Y);
}
