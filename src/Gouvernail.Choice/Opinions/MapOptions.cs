namespace Gouvernail.Choice.Opinions;

/// <summary>How to compute a map. Nothing here but <see cref="Resamples"/> changes a bit of the result.</summary>
public sealed record MapOptions
{
    /// <summary>Bootstrap resamples of the participants; 0 for none, and 50 or more to publish stability.</summary>
    public int Resamples { get; init; } = 50;

    /// <summary>Threads to use, 1 or more. The result is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told how far the work is.</summary>
    public IProgress<MapProgress>? Progress { get; init; }
}

/// <summary>What is being computed.</summary>
public enum MapStage
{
    /// <summary>Principal components of the votes.</summary>
    Components,

    /// <summary>Grouping the participants.</summary>
    Groups,

    /// <summary>Drawing the participants again to see what holds.</summary>
    Resamples,
}

/// <summary>How far a stage is.</summary>
public readonly record struct MapProgress(MapStage Stage, int Done, int Total);
