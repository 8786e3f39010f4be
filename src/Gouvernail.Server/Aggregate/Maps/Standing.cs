using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>Where somebody stands on the map, among the others.</summary>
/// <param name="X">First coordinate, as published.</param>
/// <param name="Y">Second coordinate, as published.</param>
/// <param name="Group">Index of their group, or of the nearest one; null where there is none.</param>
/// <param name="Groups">How many groups there are.</param>
internal sealed record Standing(double X, double Y, int? Group, int Groups)
{
    /// <summary>The most people that <see cref="People"/> holds: what a telephone draws at once.</summary>
    public const int MostPeople = 400;

    /// <summary>The places of the people, or of one in so many.</summary>
    public IReadOnlyList<ParticipantPoint> People { get; init; } = [];

    /// <summary>Where these votes stand on a map; null where none of them counts on it.</summary>
    /// <param name="live">The map.</param>
    /// <param name="ballots">The votes.</param>
    /// <param name="alone">True to project them, though somebody with the same votes is on the map.</param>
    public static Standing? Of(LiveMap live, IReadOnlyList<Ballot> ballots, bool alone = false)
    {
        OpinionMap map = live.Map;
        int[] cells = Cells(map, ballots);
        if (map.Components.Count < 2 || Project(map, cells) is not { } at)
        {
            return null;
        }

        // Center and components are published rounded: who is on the map stands exactly where it has them.
        ParticipantPoint? same = !alone && Identical(live.Votes, cells) is { } row ? map.Points[row] : null;
        (double x, double y) = same is { } point ? (point.X, point.Y) : at;
        int? group = same is { Group: >= 0 and var theirs } ? theirs : Nearest(live.Centres, x, y);
        return new Standing(x, y, group, map.Groups.Count)
        {
            People = Sample(map.Points),
        };
    }

    /// <summary>A vote is a cell of the map's statements; those that it does not know are left out.</summary>
    private static int[] Cells(OpinionMap map, IReadOnlyList<Ballot> ballots)
    {
        var votes = ballots.ToDictionary(b => b.Statement, b => b.Vote, StringComparer.Ordinal);
        var cells = new List<int>(votes.Count);
        for (int s = 0; s < map.Statements.Count; s++)
        {
            if (votes.TryGetValue(map.Statements[s].Id, out int vote))
            {
                cells.Add(VoteTable.CellOf(s, vote));
            }
        }

        return [.. cells];
    }

    /// <summary>The projection of <c>docs/methods/opinion-map.md</c>, of one row: same order, same rounding.</summary>
    private static (double X, double Y)? Project(OpinionMap map, int[] cells)
    {
        (double x, double y) = (0, 0);
        int cast = 0;
        int seen = 0;
        int at = 0;
        for (int c = 0; c < map.Columns.Count; c++)
        {
            int statement = map.Columns[c];
            seen += map.Totals[statement].Seen > 0 ? 1 : 0;
            while (at < cells.Length && VoteTable.StatementOf(cells[at]) < statement)
            {
                at++;
            }

            if (at < cells.Length && VoteTable.StatementOf(cells[at]) == statement)
            {
                // A statement on which nobody but they have voted is at 0 until the map knows it.
                double value = map.Totals[statement].Seen > 0 ? VoteTable.VoteOf(cells[at]) - map.Center[c] : 0;
                x += value * map.Components[0][c];
                y += value * map.Components[1][c];
                cast++;
            }
        }

        double scale = Math.Sqrt(seen / (double)Math.Max(cast, 1));
        return cast == 0 ? null : (Published.Round(x * scale), Published.Round(y * scale));
    }

    /// <summary>Somebody with the same votes on everything; rows are in the order of their votes.</summary>
    public static int? Identical(VoteTable votes, int[] cells)
    {
        (int low, int high) = (0, votes.Participants.Count - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = votes.Row(middle).SequenceCompareTo(cells);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private static int? Nearest(IReadOnlyList<(double X, double Y)> centres, double x, double y)
    {
        int? nearest = null;
        double least = double.MaxValue;
        for (int g = 0; g < centres.Count; g++)
        {
            double across = centres[g].X - x;
            double up = centres[g].Y - y;
            double distance = (across * across) + (up * up);
            if (distance < least)
            {
                (nearest, least) = (g, distance);
            }
        }

        return nearest;
    }

    private static ParticipantPoint[] Sample(IReadOnlyList<ParticipantPoint> points)
    {
        int count = Math.Min(points.Count, MostPeople);
        return [.. Enumerable.Range(0, count).Select(i => points[(int)((long)i * points.Count / count)])];
    }
}
