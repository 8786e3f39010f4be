namespace Gouvernail.Server;

/// <summary>A no, to a person.</summary>
/// <param name="Problem">What kind of no.</param>
/// <param name="Detail">What it is about this time; null where the kind says it all.</param>
public sealed record ProblemModel(Problem Problem, Wording? Detail);
