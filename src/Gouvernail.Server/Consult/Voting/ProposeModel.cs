namespace Gouvernail.Server.Consult.Voting;

/// <summary>Putting a statement forward.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Longest">The most characters (Unicode scalar values).</param>
/// <param name="IsStrict">True where facilitators look at it before others do.</param>
public sealed record ProposeModel(Here Here, int Longest, bool IsStrict)
{
    /// <summary>What was typed; empty at first.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why it was not taken; null where it was not refused.</summary>
    public Wording? Refusal { get; init; }

    /// <summary>Statements that nearly say it; empty where there are none, or none were looked for.</summary>
    public IReadOnlyList<AskedStatement> Near { get; init; } = [];

    /// <summary>True where one of these says it in the same words, so that it cannot be put forward again.</summary>
    public bool IsThere { get; init; }

    /// <summary>True where the visitor can put statements forward now.</summary>
    public bool CanPropose { get; init; } = true;
}
