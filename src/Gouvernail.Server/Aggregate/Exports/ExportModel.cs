using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Aggregate.Exports;

/// <summary>What can be taken away of a consultation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Base">The path of its pages.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="ShowsResults">True where results are shown now.</param>
/// <param name="Publishes">What it publishes.</param>
public sealed record ExportModel(string Id, string Base, string Topic, bool ShowsResults, Publication Publishes)
{
    /// <summary>True where who voted what may be taken away, without names.</summary>
    public bool HasVotes => ShowsResults && Publishes.HasFlag(Publication.Votes);

    /// <summary>True where the statements may be taken away.</summary>
    public bool HasStatements => ShowsResults && Publishes.HasFlag(Publication.Statements);
}
