using System.Text.Json;

namespace Gouvernail.Server.Aggregate.Api;

/// <summary>Results written into the log.</summary>
/// <param name="Items">The results, the last first.</param>
/// <param name="Next">What to give as <c>before</c> for those that come next; null where there are none.</param>
public sealed record PublishedResultList(IReadOnlyList<PublishedResultItem> Items, long? Next);

/// <summary>A result written into the log.</summary>
/// <param name="Place">Its place in the log, from 0.</param>
/// <param name="Time">When it was published.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Version">The method's version.</param>
/// <param name="Parameters">The method's parameters.</param>
/// <param name="Size">How many entries of the log it is over.</param>
/// <param name="Root">The root of the log at that size, in base64.</param>
/// <param name="Output">SHA-256 of the output, in hexadecimal.</param>
/// <param name="Address">Where the output is.</param>
public sealed record PublishedResultItem(
    long Place,
    DateTimeOffset Time,
    string Method,
    string Version,
    JsonElement Parameters,
    long Size,
    string Root,
    string Output,
    string Address);

/// <summary>Who took part, in numbers.</summary>
/// <param name="Participants">People with at least one standing vote.</param>
/// <param name="Votes">Standing votes, one per participant and statement.</param>
/// <param name="Statements">Statements that participants see.</param>
/// <param name="Hours">Votes cast in each hour that has any, changes of mind included.</param>
public sealed record ParticipationFigures(
    int Participants, int Votes, int Statements, IReadOnlyList<HourFigure> Hours);

/// <summary>The votes of an hour.</summary>
/// <param name="From">When it begins (UTC).</param>
/// <param name="Votes">How many were cast.</param>
public sealed record HourFigure(DateTimeOffset From, int Votes);
