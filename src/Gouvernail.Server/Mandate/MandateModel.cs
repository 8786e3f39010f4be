using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Server.Mandate;

/// <summary>One version of a mandate, and its others.</summary>
/// <param name="Report">The version, with what is known around it.</param>
/// <param name="Path">The path of what hangs on this version: the mandate's own, or that of the version.</param>
public sealed record MandateModel(MandateReport Report, string Path)
{
    /// <summary>The versions, the last first, each with what it changes in the one before.</summary>
    public required IReadOnlyList<VersionLine> Versions { get; init; }

    /// <summary>The consultation that ratifies it, once people can see it; null before, or where there is none.
    /// </summary>
    public string? Ratification { get; init; }

    /// <summary>What it says.</summary>
    public MandateDocument Document => Report.Document;

    /// <summary>What a version's page shows.</summary>
    internal static MandateModel Of(
        Community community, MandateHistory mandate, MandateVersion version, string path, DateTimeOffset now)
    {
        MandateBook book = community.MandateBook;
        var versions = new List<VersionLine>();
        for (int i = mandate.Versions.Count - 1; i >= 0; i--)
        {
            MandateVersion one = mandate.Versions[i];
            versions.Add(new VersionLine(
                one.Document.Version,
                mandate.StateAt(one, now),
                one.Since ?? one.Drafted,
                i == 0 ? null : MandateDifference.Of(mandate.Versions[i - 1].Document, one.Document)));
        }

        return new MandateModel(MandateTexts.ReportOf(community, book, mandate, version, now), path)
        {
            Versions = versions,
            Ratification = version.Put?.Consultation is { } id
                && community.Live.TryGet(id, out LiveConsultation? live) && live.View().Stage != Stage.Draft
                ? id
                : null,
        };
    }
}

/// <summary>A version in the list.</summary>
/// <param name="Version">Its number.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Time">When it was adopted, or last written.</param>
/// <param name="Difference">What it changes in the version before; null for the first.</param>
public sealed record VersionLine(int Version, MandateState State, DateTimeOffset Time, MandateDifference? Difference);
