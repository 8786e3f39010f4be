using System.Diagnostics.CodeAnalysis;

namespace Gouvernail.Consult;

/// <summary>What came of reading files: a conversation, or the reason why there is none.</summary>
public sealed record Reading
{
    internal Reading(Conversation conversation) => Conversation = conversation;

    internal Reading(InputProblem problem) => Problem = problem;

    /// <summary>The conversation; null where there is a problem.</summary>
    public Conversation? Conversation { get; }

    /// <summary>Why nothing was read; null where there is a conversation.</summary>
    public InputProblem? Problem { get; }

    /// <summary>True where there is a conversation.</summary>
    [MemberNotNullWhen(true, nameof(Conversation))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Conversation is not null;
}
