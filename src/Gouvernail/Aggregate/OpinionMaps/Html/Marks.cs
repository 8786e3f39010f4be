using System.Globalization;
using System.Text;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// Many small marks in one SVG path, each a relative move and a few letters: a dot is a line of no length with
/// round ends (printers drop the square ends of such a line), the other shapes are outlines.
/// </summary>
internal static class Marks
{
    /// <summary>Shapes, one a group: dot, square, triangle, diamond, cross; then again.</summary>
    public const int Shapes = 5;

    /// <summary>Shape of those who are in no group.</summary>
    public const int Ungrouped = 0;

    /// <summary>Path data of marks <paramref name="size"/> units wide.</summary>
    public static string Path(List<(int X, int Y)> places, int shape, int size)
    {
        // Neighbours follow each other, in bands, so that moves are short.
        places.Sort((a, b) => a.Y / 8 != b.Y / 8 ? a.Y.CompareTo(b.Y)
            : a.X != b.X ? a.X.CompareTo(b.X)
            : a.Y.CompareTo(b.Y));
        string mark = Mark(shape, size);
        int half = size / 2;
        (int dx, int dy) = shape switch
        {
            1 => (-half, -half),
            2 => (-half, half),
            3 => (0, -half),
            4 => (-half, 0),
            _ => (0, 0),
        };
        var path = new StringBuilder(places.Count * 8);
        (int x, int y) = (0, 0);
        foreach ((int X, int Y) place in places)
        {
            int right = place.X + dx - x;
            int down = place.Y + dy - y;
            path.Append(CultureInfo.InvariantCulture, $"m{right}");
            path.Append(CultureInfo.InvariantCulture, $"{(down < 0 ? "" : " ")}{down}");
            path.Append(mark);
            (x, y) = (x + right, y + down);
        }

        return path.ToString();
    }

    /// <summary>Width of the line that draws the mark.</summary>
    public static int Line(int shape, int size) => shape switch
    {
        0 => size,
        4 => Math.Max(2, size / 3),
        _ => 0,
    };

    // Each mark comes back to where it began.
    private static string Mark(int shape, int size)
    {
        int half = size / 2;
        int side = size - 1;
        return shape switch
        {
            1 => string.Create(CultureInfo.InvariantCulture, $"h{side}v{side}h-{side}z"),
            2 => string.Create(CultureInfo.InvariantCulture, $"h{(2 * half) + 2}l-{half + 1}-{size}z"),
            3 => string.Create(CultureInfo.InvariantCulture, $"l{half} {half}-{half} {half}-{half}-{half}z"),
            4 => string.Create(
                CultureInfo.InvariantCulture, $"h{2 * half}m-{half}-{half}v{2 * half}m-{half}-{half}"),
            _ => "h0",
        };
    }
}
