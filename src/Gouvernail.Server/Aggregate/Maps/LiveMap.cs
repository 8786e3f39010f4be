using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult;

namespace Gouvernail.Server.Aggregate.Maps;

/// <summary>
/// The opinion map of a consultation while people vote: it does not change, another one comes after it.
/// </summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Version">The place in the log up to which votes are counted, at least.</param>
/// <param name="Time">When it was computed.</param>
/// <param name="Conversation">Its statements; those that visitors may not see are rejected, and have no text.</param>
/// <param name="Votes">The votes as the map has them: by people without names.</param>
/// <param name="Map">The map.</param>
internal sealed record LiveMap(
    string Consultation, long Version, DateTimeOffset Time, Conversation Conversation, VoteTable Votes, OpinionMap Map)
{
    /// <summary>Tells this map from every other of this run of the server.</summary>
    public required string Tag { get; init; }

    /// <summary>True where it says how sure it is.</summary>
    public bool HasStability => Map.Stability is not null || Map.Groups.Count == 0;

    /// <summary>Votes cast in each hour since 1970 that has any.</summary>
    public required IReadOnlyList<(long Hour, int Votes)> Hours { get; init; }

    /// <summary>How far each statement is from the middle of the map, by its id.</summary>
    public IReadOnlyDictionary<string, double> Extremities { get; } = ExtremitiesOf(Map);

    /// <summary>The middle of each group.</summary>
    public IReadOnlyList<(double X, double Y)> Centres { get; } = [.. Map.Groups.Select(g => CentreOf(g, Map.Points))];

    private static (double X, double Y) CentreOf(OpinionGroup group, IReadOnlyList<ParticipantPoint> points)
    {
        (double x, double y) = (0, 0);
        foreach (int member in group.Members)
        {
            x += points[member].X;
            y += points[member].Y;
        }

        return (x / group.Members.Count, y / group.Members.Count);
    }

    private static Dictionary<string, double> ExtremitiesOf(OpinionMap map)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (StatementPoint point in map.StatementPoints)
        {
            found[map.Statements[point.Statement].Id] = point.Extremity;
        }

        return found;
    }
}
