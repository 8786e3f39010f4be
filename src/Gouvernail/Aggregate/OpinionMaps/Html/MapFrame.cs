using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>
/// From places on the map to whole units of a picture 1,000 wide, same scale both ways, upwards up. The frame holds the
/// groups' outlines with a margin; a few people with few votes may stand outside it.
/// </summary>
internal sealed class MapFrame
{
    public const int Width = 1000;
    private const int Margin = 70;
    private const int LeastHeight = 440;
    private const int MostHeight = 820;

    private readonly double _scale;
    private readonly Place _middle;

    public MapFrame(IReadOnlyList<Hull> hulls, IReadOnlyList<ParticipantPoint> points)
    {
        IEnumerable<Place> inside = hulls.Count > 0
            ? hulls.SelectMany(h => h.Outline)
            : points.Select(p => new Place(p.X, p.Y));
        (double left, double right, double low, double high) = (0, 0, 0, 0);
        bool first = true;
        foreach (Place place in inside)
        {
            left = first ? place.X : Math.Min(left, place.X);
            right = first ? place.X : Math.Max(right, place.X);
            low = first ? place.Y : Math.Min(low, place.Y);
            high = first ? place.Y : Math.Max(high, place.Y);
            first = false;
        }

        _middle = new Place((left + right) / 2, (low + high) / 2);
        double across = right - left > 0 ? (Width - (2 * Margin)) / (right - left) : double.MaxValue;
        double up = high - low > 0 ? (MostHeight - (2 * Margin)) / (high - low) : double.MaxValue;
        _scale = Math.Min(across, up) == double.MaxValue ? 1 : Math.Min(across, up);
        double height = Math.Clamp(((high - low) * _scale) + (2 * Margin), LeastHeight, MostHeight);
        Height = (int)Math.Round(height, MidpointRounding.ToEven);
    }

    public int Height { get; }

    public (int X, int Y) Of(Place place) => (
        Whole((Width / 2.0) + ((place.X - _middle.X) * _scale)),
        Whole((Height / 2.0) - ((place.Y - _middle.Y) * _scale)));

    public bool Holds((int X, int Y) at) => at is { X: >= 4 and <= Width - 4, Y: >= 4 } && at.Y <= Height - 4;

    private static int Whole(double value) =>
        (int)Math.Round(Math.Clamp(value, -1e6, 1e6), MidpointRounding.ToEven);
}
