namespace Gouvernail.Choice;

/// <summary>What the facilitators decided about a statement. The numbers are those of Polis exports.</summary>
public enum Moderation
{
    /// <summary>Refused: nobody should be shown it any more.</summary>
    Rejected = -1,

    /// <summary>Not looked at yet; it takes part.</summary>
    Unmoderated = 0,

    /// <summary>Accepted; it takes part.</summary>
    Accepted = 1,
}

/// <summary>One column of a <see cref="VoteTable"/>: a statement's id and its standing.</summary>
/// <param name="Id">The statement's id, unique in its table.</param>
/// <param name="Moderation">What the facilitators decided.</param>
/// <param name="IsMeta">True for a statement about the participants or the process: shown, not used to group.</param>
public sealed record StatementColumn(
    string Id,
    Moderation Moderation = Moderation.Unmoderated,
    bool IsMeta = false);
