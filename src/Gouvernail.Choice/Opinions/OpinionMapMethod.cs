namespace Gouvernail.Choice.Opinions;

/// <summary>The method <c>opinion-map/1</c>: a pure function of the votes, whatever order they arrived in.</summary>
public static class OpinionMapMethod
{
    /// <summary>Name and version.</summary>
    public const string Name = "opinion-map/1";

    /// <summary>Computes the map.</summary>
    public static OpinionMap Compute(VoteTable votes, MapOptions? options = null, CancellationToken cancel = default)
    {
        throw new InvalidOperationException();
    }
}
