using Gouvernail.Choice.Opinions;

namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>A place on the map.</summary>
internal readonly record struct Place(double X, double Y);

/// <summary>A group's centre, and the outline of the 95 % of its members nearest to it.</summary>
internal sealed record Hull(Place Centre, IReadOnlyList<Place> Outline)
{
    private const double Kept = 0.95;

    /// <summary>The hull of a group; its outline is a point or a segment where the members are too few.</summary>
    public static Hull Of(OpinionGroup group, IReadOnlyList<ParticipantPoint> points)
    {
        Place[] places = [.. group.Members.Select(m => new Place(points[m].X, points[m].Y))];
        double x = 0;
        double y = 0;
        foreach (Place place in places)
        {
            x += place.X;
            y += place.Y;
        }

        var centre = new Place(x / Math.Max(1, places.Length), y / Math.Max(1, places.Length));
        double[] distances = [.. places.Select(p => Squared(p.X - centre.X) + Squared(p.Y - centre.Y))];
        Array.Sort(distances, places);
        return new Hull(centre, Convex(places.AsSpan(0, (int)Math.Ceiling(Kept * places.Length)).ToArray()));
    }

    private static double Squared(double value) => value * value;

    // Andrew's monotone chain (1979).
    private static List<Place> Convex(Place[] places)
    {
        Array.Sort(places, (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var outline = new List<Place>();
        int floor = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (Place place in places)
            {
                while (outline.Count - floor >= 2 && Turn(outline[^2], outline[^1], place) <= 0)
                {
                    outline.RemoveAt(outline.Count - 1);
                }

                outline.Add(place);
            }

            if (outline.Count > 1)
            {
                outline.RemoveAt(outline.Count - 1);
            }

            floor = outline.Count;
            Array.Reverse(places);
        }

        return outline;
    }

    private static double Turn(Place a, Place b, Place c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
