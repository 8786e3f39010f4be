using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>One statement at a time.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Stage">Where the consultation is in its life.</param>
/// <param name="IsAdmitted">True where the visitor may take part.</param>
/// <param name="Asked">The statement; null where all are voted on, or nothing can be done.</param>
/// <param name="Voted">How many of the statements shown they voted on.</param>
/// <param name="Shown">How many statements are shown.</param>
public sealed record VoteModel(Here Here, Stage Stage, bool IsAdmitted, AskedStatement? Asked, int Voted, int Shown)
{
    /// <summary>Why it was paused or closed; may be empty.</summary>
    public string StageReason { get; init; } = "";

    /// <summary>The statements put off.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>The address that puts this statement off.</summary>
    public string SkipAddress { get; init; } = "";

    /// <summary>What was just done; null for nothing.</summary>
    public LastVote? Last { get; init; }

    /// <summary>Why a vote was not taken; null where none was refused.</summary>
    public Wording? Refusal { get; init; }

    /// <summary>True where participants may put statements forward.</summary>
    public bool TakesStatements { get; init; }

    /// <summary>True where results are shown.</summary>
    public bool ShowsResults { get; init; }
}
