using Gouvernail.Choice;
using Gouvernail.Consult.Consultations;

namespace Gouvernail.Consult;

/// <summary>A consultation by statements, as read from files: the question, the statements, who voted what.</summary>
public sealed record Conversation
{
    /// <summary>The question put to people; empty where the files do not say.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The longer text shown to participants; empty where the files do not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the conversation took place; empty where the files do not say.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whom to credit for the data, and under which licence; empty where nothing was asked.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The statements, in the order of the columns of <see cref="Votes"/>.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>
    /// One vote per participant and statement, the last one. Rows in order of first appearance among the vote events;
    /// columns likewise, then the statements that nobody voted on, in the order of their file.
    /// </summary>
    public required VoteTable Votes { get; init; }

    /// <summary>Every vote event in file order, repeats included; null unless it was asked for.</summary>
    public VoteHistory? History { get; init; }

    /// <summary>
    /// How sure it is that each participant is one person; one entry a row of <see cref="Votes"/>. Null where nobody
    /// said.
    /// </summary>
    public IReadOnlyList<Rung>? Rungs { get; init; }

    /// <summary>
    /// The group that the exporting tool had put each participant in; one entry a row of <see cref="Votes"/>, null for
    /// nobody's group. Null where the files do not say.
    /// </summary>
    public IReadOnlyList<string?>? ExportedGroups { get; init; }
}

/// <summary>A sentence that people can agree with.</summary>
/// <param name="Id">Its id in the conversation.</param>
/// <param name="Text">The sentence; empty where the files do not give it.</param>
public sealed record Statement(string Id, string Text)
{
    /// <summary>Who wrote it: a participant's id; empty where unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was written, in milliseconds since 1970; null where unknown.</summary>
    public long? Time { get; init; }

    /// <summary>What the facilitators decided.</summary>
    public Moderation Moderation { get; init; }

    /// <summary>True for a statement about the participants or the process.</summary>
    public bool IsMeta { get; init; }

    /// <summary>True for a statement that the facilitators wrote to begin with.</summary>
    public bool IsSeed { get; init; }
}

/// <summary>Vote events in columns, all of the same length.</summary>
/// <param name="Participants">Row of each event in <see cref="Conversation.Votes"/>.</param>
/// <param name="Cells">Cell of each event (<see cref="VoteTable.CellOf"/>).</param>
/// <param name="Times">Milliseconds since 1970 of each event; null where the files do not say.</param>
public sealed record VoteHistory(int[] Participants, int[] Cells, long[]? Times);
