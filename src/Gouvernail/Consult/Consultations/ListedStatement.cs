using Gouvernail.Choice;

namespace Gouvernail.Consult.Consultations;

/// <summary>A statement of a consultation as the log has it.</summary>
/// <param name="Id">Its id: a number from 1, in the order of proposal, or what another tool called it.</param>
/// <param name="Position">The place in the log where it was proposed.</param>
/// <param name="Text">The sentence.</param>
public sealed record ListedStatement(string Id, long Position, string Text)
{
    /// <summary>Who proposed it, a pseudonym; null for the facilitators.</summary>
    public string? Author { get; init; }

    /// <summary>True where the facilitators wrote it.</summary>
    public bool IsSeed { get; init; }

    /// <summary>When it was proposed, in milliseconds since 1970.</summary>
    public long Time { get; init; }

    /// <summary>What the facilitators decided last.</summary>
    public StatementModerated Decision { get; init; } = new(Id, Moderation.Unmoderated, IsMeta: false);

    /// <summary>When they did, in milliseconds since 1970; null where they have not.</summary>
    public long? Decided { get; init; }

    /// <summary>True where it was accepted, be it that this was taken back since.</summary>
    public bool WasAccepted { get; init; }

    /// <summary>
    /// True where its text belongs to the public, once the consultation publishes statements: all of them do, but those
    /// of participants that a consultation of strict moderation never accepted.
    /// </summary>
    public bool IsPublic(bool strict) => !strict || IsSeed || WasAccepted;

    /// <summary>True where participants see it.</summary>
    /// <param name="strict">True where only accepted statements are shown.</param>
    public bool IsShown(bool strict) => Decision.Moderation == Moderation.Accepted
        || (Decision.Moderation == Moderation.Unmoderated && (!strict || IsSeed));
}
