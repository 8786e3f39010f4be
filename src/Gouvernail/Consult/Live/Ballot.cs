namespace Gouvernail.Consult.Live;

/// <summary>A participant's standing vote on a statement.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Vote">1 agree, −1 disagree, 0 pass.</param>
/// <param name="Matters">True where they say that it matters to them.</param>
/// <param name="Position">The place of the vote in the log.</param>
/// <param name="Time">When, in milliseconds since 1970.</param>
public readonly record struct Ballot(string Statement, int Vote, bool Matters, long Position, long Time);
