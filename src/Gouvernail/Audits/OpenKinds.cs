using System.Collections.Frozen;
using Gouvernail.Contest.Petitions;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Register;

namespace Gouvernail.Audits;

/// <summary>
/// Kinds of sealed entries that everybody may open: what they say is public, and sealed so that it can be erased where
/// the law asks for it.
/// </summary>
public static class OpenKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new[]
    {
        CardFiled.Kind,
        EvidenceFiled.Kind,
        ClauseContested.Kind,
        PetitionDescribed.Kind,
        PetitionSigned.Kind,
        PetitionAnswered.Kind,
    }.ToFrozenSet(StringComparer.Ordinal);
}
