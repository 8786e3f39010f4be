using Gouvernail.Server.Aggregate.Maps;

namespace Gouvernail.Server.Aggregate.Publishing;

/// <summary>A published result.</summary>
/// <param name="Id">The consultation's id.</param>
/// <param name="Base">The path of its pages.</param>
/// <param name="Topic">The question put to people.</param>
/// <param name="Entry">The result in the log.</param>
public sealed record PublishedModel(string Id, string Base, string Topic, PublishedEntry Entry)
{
    /// <summary>Whether it could be counted again here.</summary>
    public required RecountState State { get; init; }

    /// <summary>The map's sections; empty where there are none.</summary>
    public string Markup { get; init; } = "";

    /// <summary>True where anybody may count the votes.</summary>
    public bool VotesArePublished { get; init; }

    /// <summary>The address of this site.</summary>
    public string Address { get; init; } = "";

    /// <summary>The key that verifies the log.</summary>
    public string VerifierKey { get; init; } = "";
}

/// <summary>Whether a published result could be counted again.</summary>
public enum RecountState
{
    /// <summary>Counted again, the same came out.</summary>
    Holds,

    /// <summary>Something else came out: what it counted was erased since.</summary>
    Differs,

    /// <summary>It is being counted.</summary>
    Running,
}
