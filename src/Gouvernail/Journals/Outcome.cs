using Gouvernail.Log.Notes;

namespace Gouvernail.Journals;

/// <summary>What became of an act, once it is durable; or the refusal.</summary>
public sealed record Outcome
{
    /// <summary>Why nothing was logged; null where it was.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The place of the first event in the log, from 0.</summary>
    public long First { get; init; }

    /// <summary>How many events.</summary>
    public long Count { get; init; }

    /// <summary>The signed head of a log that holds them; null with a refusal.</summary>
    public SignedNote? Checkpoint { get; init; }
}
