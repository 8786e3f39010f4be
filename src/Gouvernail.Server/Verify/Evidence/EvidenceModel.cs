using Gouvernail.Journals;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Server.Verify.Evidence;

/// <summary>What was filed for and against an automaton.</summary>
/// <param name="Id">The automaton's id.</param>
/// <param name="Name">What its card calls it.</param>
/// <param name="Artefact">SHA-256 of its artefact; empty where its card names none.</param>
/// <param name="Items">The evidence of this page, the last first.</param>
/// <param name="Contestations">What auditors said, the last first.</param>
public sealed record EvidenceModel(
    string Id,
    string Name,
    string Artefact,
    IReadOnlyList<EvidenceItem> Items,
    IReadOnlyList<Contestation> Contestations)
{
    /// <summary>How much evidence a page shows.</summary>
    public const int PageSize = 20;

    /// <summary>How much there is in all.</summary>
    public int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True for who may file counter-evidence.</summary>
    public bool Audits { get; init; }

    /// <summary>The clauses that may be contested: each with what it says.</summary>
    public IReadOnlyList<(string Clause, string Text)> Clauses { get; init; } = [];

    /// <summary>Why nothing was filed; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What was pasted.</summary>
    public string Envelope { get; init; } = "";

    /// <summary>The clause that was chosen.</summary>
    public string Clause { get; init; } = "";

    /// <summary>What was said against it.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Evidence, with what it counts for.</summary>
/// <param name="Filed">The evidence.</param>
/// <param name="Signers">Who signed it: those of its keys that had been recognised.</param>
/// <param name="Rules">The rules of the gate that look at it now.</param>
/// <param name="IsOnArtefact">True where it is about the artefact of the card that stands.</param>
public sealed record EvidenceItem(
    FiledEvidence Filed, IReadOnlyList<Signer> Signers, IReadOnlyList<RuleVerdict> Rules, bool IsOnArtefact)
{
    /// <summary>Its figures: where each stands, and what it is.</summary>
    public IReadOnlyList<(string Name, string Value)> Figures { get; init; } = [];
}
