namespace Gouvernail.Choice.Opinions;

/// <summary>Pins parts of the computation, so that a live result can be reproduced step by step.</summary>
public sealed record PolisOptions
{
    /// <summary>Ids of the participants to group; null to apply the rule.</summary>
    public IReadOnlyCollection<string>? InConversation { get; init; }

    /// <summary>Base clusters to group; null to compute them. They say who is in the conversation, too.</summary>
    public IReadOnlyList<BaseCluster>? BaseClusters { get; init; }

    /// <summary>Threads to use, 1 or more. The result is the same for any number.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Participants who stand close together and are grouped as one.</summary>
/// <param name="Id">The cluster's id; grouping starts from the lowest.</param>
/// <param name="Members">Participant ids.</param>
/// <param name="X">First coordinate of its centre.</param>
/// <param name="Y">Second coordinate.</param>
public sealed record BaseCluster(int Id, IReadOnlyList<string> Members, double X, double Y);
