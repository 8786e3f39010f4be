using Gouvernail.Choice;

namespace Gouvernail.Consult.Live;

/// <summary>The votes of a consultation at one moment.</summary>
/// <param name="Version">The place of its last entry.</param>
/// <param name="View">The consultation apart from its votes.</param>
/// <param name="Votes">Its standing votes, participants numbered by their votes alone.</param>
public sealed record LiveTable(long Version, ConsultationView View, VoteTable Votes);
