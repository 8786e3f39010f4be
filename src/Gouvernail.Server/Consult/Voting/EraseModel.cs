namespace Gouvernail.Server.Consult.Voting;

/// <summary>What erasing does, before it is done.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Entries">How many entries lose what they say.</param>
/// <param name="Refusal">Why it was not done; null where it was not refused.</param>
public sealed record EraseModel(Here Here, int Entries, Wording? Refusal);
