namespace Gouvernail.Aggregate.Results;

/// <summary>More work than anybody who checks a result can be asked to repeat.</summary>
public sealed class TooLargeException(Wording reason) : ArgumentException(reason?.English)
{
    /// <summary>What is too large, and what to ask for instead.</summary>
    public Wording Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));
}
