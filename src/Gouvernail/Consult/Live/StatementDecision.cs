using Gouvernail.Consult.Consultations;

namespace Gouvernail.Consult.Live;

/// <summary>A decision on a statement, at its place in the log.</summary>
/// <param name="Position">The place.</param>
/// <param name="Time">When.</param>
/// <param name="Decided">What was decided, why, and by whom.</param>
public sealed record StatementDecision(long Position, DateTimeOffset Time, StatementModerated Decided);
