using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;

namespace Gouvernail.Server.Consult.Facilitation.Moderating;

/// <summary>Which statements the moderation page lists.</summary>
public enum ModerationList
{
    /// <summary>Those on which nobody has decided, the oldest first.</summary>
    Waiting,

    /// <summary>Those accepted, the last decided first.</summary>
    Accepted,

    /// <summary>Those set aside, the last decided first.</summary>
    Rejected,

    /// <summary>All, in the order of proposal.</summary>
    All,
}

/// <summary>Statements to moderate.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="List">Which are listed.</param>
/// <param name="Items">Those of this page.</param>
/// <param name="Count">How many there are in the list.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record ModerationModel(
    Bench Bench, ModerationList List, IReadOnlyList<ModerationItem> Items, int Count, int Page)
{
    /// <summary>Statements on a page.</summary>
    public const int PageSize = 20;

    /// <summary>True where statements wait to be shown.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The statement whose decision was refused; null where none was.</summary>
    public string? Asked { get; init; }

    /// <summary>The reason that was typed and refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The word of a list in addresses.</summary>
    public static string WordOf(ModerationList list) => list switch
    {
        ModerationList.Waiting => "waiting",
        ModerationList.Accepted => "accepted",
        ModerationList.Rejected => "rejected",
        _ => "all",
    };
}

/// <summary>A statement to moderate.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Counts">The votes on it.</param>
/// <param name="Near">Others that say nearly the same and stay.</param>
public sealed record ModerationItem(
    ListedStatement Statement, VoteCounts Counts, IReadOnlyList<ListedStatement> Near)
{
    /// <summary>True where results are shown: before, nobody knows the votes, not even who facilitates.</summary>
    public bool ShowsCounts { get; init; }
}
