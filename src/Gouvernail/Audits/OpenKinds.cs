using System.Collections.Frozen;
using Gouvernail.Contest.Petitions;

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
        PetitionAnswered.Kind,
        PetitionDescribed.Kind,
        PetitionSigned.Kind,
    }.ToFrozenSet(StringComparer.Ordinal);
}
