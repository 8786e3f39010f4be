namespace Gouvernail.Choice.Opinions;

/// <summary>The method <c>polis/1</c>: what Polis would publish on a cold start.</summary>
public static class PolisMethod
{
    /// <summary>Name and version.</summary>
    public const string Name = "polis/1";

    /// <summary>Computes the map. Rows and columns count in the order of the table.</summary>
    public static OpinionMap Compute(VoteTable votes, PolisOptions? options = null, CancellationToken cancel = default)
    {
        throw new InvalidOperationException();
    }
}

/// <summary>Pins parts of the computation, so that a live result can be reproduced step by step.</summary>
public sealed record PolisOptions
{
    /// <summary>Ids of the participants to group; null to apply the rule.</summary>
    public IReadOnlyCollection<string>? InConversation { get; init; }

    /// <summary>Base clusters to group; null to compute them.</summary>
    public IReadOnlyList<BaseCluster>? BaseClusters { get; init; }
}

/// <summary>Participants who stand close together and are grouped as one.</summary>
/// <param name="Id">The cluster's id; grouping starts from the lowest.</param>
/// <param name="Members">Participant ids.</param>
/// <param name="X">First coordinate of its centre.</param>
/// <param name="Y">Second coordinate.</param>
public sealed record BaseCluster(int Id, IReadOnlyList<string> Members, double X, double Y);
