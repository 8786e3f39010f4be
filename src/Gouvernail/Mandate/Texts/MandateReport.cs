using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Mandate.Texts;

/// <summary>A mandate with what is known around it, to be told to people.</summary>
/// <param name="Document">What it says.</param>
public sealed record MandateReport(MandateDocument Document)
{
    /// <summary>What became of it; null for a document alone.</summary>
    public MandateVersion? Version { get; init; }

    /// <summary>Where it is in its life; null for a document alone.</summary>
    public MandateState? State { get; init; }

    /// <summary>The rule that it was put under; null where it was not.</summary>
    public AdoptionRule? Rule { get; init; }

    /// <summary>Why and when it was taken back; null where it was not.</summary>
    public Revocation? Revoked { get; init; }

    /// <summary>The text of a statement, by consultation and id; null where it is not known or not shown.</summary>
    public Func<string, string, string?> TextOf { get; init; } = (_, _) => null;

    /// <summary>The report of a version in a log.</summary>
    public static MandateReport Of(
        MandateBook book, MandateHistory mandate, MandateVersion version, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(mandate);
        ArgumentNullException.ThrowIfNull(version);
        return new MandateReport(version.Document)
        {
            Version = version,
            State = mandate.StateAt(version, now),
            Rule = version.Put is { } put ? book.Rules.GetValueOrDefault(put.Rule)?.Rule : null,
            Revoked = mandate.Revoked,
        };
    }
}
