namespace Gouvernail.Journals;

/// <summary>A no with its reason: an answer, not a failure.</summary>
/// <param name="Code">A stable code in lower case with dashes, for programs.</param>
/// <param name="Reason">What, why, and what to do.</param>
public sealed record Refusal(string Code, Wording Reason)
{
    /// <summary>After how long it can be asked again; null where time changes nothing.</summary>
    public TimeSpan? Wait { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Reason}";
}
