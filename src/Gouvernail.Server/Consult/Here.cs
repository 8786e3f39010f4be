using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Live;

namespace Gouvernail.Server.Consult;

/// <summary>What every page of a consultation says of where it is.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="Base">The path under which its pages are for this visitor.</param>
/// <param name="Hosts">The sites in whose frame it is shown, with blanks between; null outside of a frame.</param>
public sealed record Here(string Id, string Topic, string Base, string? Hosts)
{
    /// <summary>True once nothing links votes to people any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>True in a frame of another site.</summary>
    public bool IsFramed => Hosts is not null;

    /// <summary>Where a visit is.</summary>
    internal static Here Of(Visit visit) => new(
        visit.View.Id,
        visit.View.Opened.Topic,
        visit.Base,
        visit.IsFramed ? HostsOf(visit.View) : null)
    {
        IsArchived = visit.View.Stage == Stage.Archived,
    };

    internal static string HostsOf(ConsultationView view) => string.Join(' ', view.Opened.Terms.Hosts);
}
