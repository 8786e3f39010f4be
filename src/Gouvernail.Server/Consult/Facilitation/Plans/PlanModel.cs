using Gouvernail.Journals;

namespace Gouvernail.Server.Consult.Facilitation.Plans;

/// <summary>A consultation's question and terms, to be written or changed.</summary>
/// <param name="Form">As they stand, or as they were typed.</param>
/// <param name="Bench">The consultation; null for a new one.</param>
/// <param name="Guide">The way to the first open consultation; null where there has been one.</param>
public sealed record PlanModel(PlanForm Form, Bench? Bench, Guide? Guide)
{
    /// <summary>The one part shown: "question" or "admits"; null for all.</summary>
    public string? Part { get; init; }

    /// <summary>Why it was not kept; null where nothing was asked for.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True where somebody has voted, so that nothing can be changed.</summary>
    public bool IsFixed { get; init; }

    /// <summary>True where people see it already.</summary>
    public bool IsPublic { get; init; }
}
