namespace Gouvernail.Server.Consult.Voting;

/// <summary>A place on the opinion map. Units: those of the map, without meaning beyond distance.</summary>
/// <param name="X">First coordinate.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Group">The group, from 0; null for none.</param>
/// <param name="Groups">How many groups there are.</param>
/// <param name="People">Everybody who is shown: their coordinates and group, −1 for none.</param>
public sealed record Place(
    double X, double Y, int? Group, int Groups, IReadOnlyList<(double X, double Y, int Group)> People);
