using Gouvernail.Choice;

namespace Gouvernail.Server.Consult.Voting;

/// <summary>Where somebody stands, and how they voted.</summary>
/// <param name="Here">Where the page is.</param>
/// <param name="Ballots">Their votes, the last first.</param>
public sealed record StandingModel(Here Here, IReadOnlyList<AskedStatement> Ballots)
{
    /// <summary>Where they stand; null where that is not known.</summary>
    public Place? Place { get; init; }

    /// <summary>How many votes more until they can be placed; 0 where they have enough.</summary>
    public int Missing { get; init; }

    /// <summary>The statements that they put forward.</summary>
    public IReadOnlyList<OwnStatement> Statements { get; init; } = [];

    /// <summary>True where votes can be changed.</summary>
    public bool CanVote { get; init; }

    /// <summary>True where votes can be taken back.</summary>
    public bool CanWithdraw { get; init; }

    /// <summary>True where statements are shown only once they are accepted.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What was just done; null for nothing.</summary>
    public LastVote? Last { get; init; }

    /// <summary>True where their personal invitation has been used on another device too.</summary>
    public bool IsElsewhere { get; init; }
}

/// <summary>A statement that the reader put forward.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Moderation">What the facilitators decided.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record OwnStatement(string Text, Moderation Moderation, string Reason);
