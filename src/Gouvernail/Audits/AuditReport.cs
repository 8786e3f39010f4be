using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Audits;

/// <summary>What an audit found.</summary>
public sealed record AuditReport
{
    /// <summary>The head of the log; null where it could not be read.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The key whose signature holds; null where none does.</summary>
    public VerifierKey? Key { get; init; }

    /// <summary>The time of the last entry; null where none was read.</summary>
    public DateTimeOffset? LastEntry { get; init; }

    /// <summary>True for a data folder, false for a public bundle.</summary>
    public bool IsDataFolder { get; init; }

    /// <summary>True where the key is the bundle's own word, not the auditor's.</summary>
    public bool KeyIsFromBundle { get; init; }

    /// <summary>Witnesses of the policy that cosigned, and when.</summary>
    public IReadOnlyList<VerifiedSignature> Cosignatures { get; init; } = [];

    /// <summary>True where every entry was hashed and all tiles and the root agree.</summary>
    public bool TreeHolds { get; init; }

    /// <summary>True where only the tree was asked for.</summary>
    public bool TreeOnly { get; init; }

    /// <summary>What was read in the entries.</summary>
    public EntryCounts Counts { get; init; } = new();

    /// <summary>Erasures, in the order of the log.</summary>
    public IReadOnlyList<(long Position, Tombstone Tombstone)> Erasures { get; init; } = [];

    /// <summary>Results, in the order of the log.</summary>
    public IReadOnlyList<ResultVerdict> Results { get; init; } = [];

    /// <summary>What the entries say of mandates, automata, evidence, permits and petitions; null where no entry was
    /// read.</summary>
    public LoopState? Loop { get; init; }

    /// <summary>Decisions of the gate that were made again, to the same bytes.</summary>
    public long Decisions { get; init; }

    /// <summary>Adoptions of mandates that hold by their rules.</summary>
    public long Adoptions { get; init; }

    /// <summary>Mandates whose votes or adoption could not be checked, since what they cite is not here.</summary>
    public IReadOnlyCollection<string> UncheckedMandates { get; init; } = [];

    /// <summary>What does not hold, and what could not be checked.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>True where a signature, the tree or a file of the log does not hold.</summary>
    public bool IsTampered => Findings.Any(f => f.Kind == FindingKind.Tampered);

    /// <summary>True where a result or a commitment does not match.</summary>
    public bool IsMismatched => Findings.Any(f => f.Kind == FindingKind.Mismatch);

    /// <summary>True where something could not be checked.</summary>
    public bool IsIncomplete => Findings.Any(f => f.Kind == FindingKind.Unchecked);
}

/// <summary>What the entries are.</summary>
public sealed record EntryCounts
{
    /// <summary>Public entries.</summary>
    public long Public { get; init; }

    /// <summary>Entries that commit to a payload.</summary>
    public long Sealed { get; init; }

    /// <summary>Sealed entries whose payload was there, and is what was committed to.</summary>
    public long Opened { get; init; }

    /// <summary>Sealed entries whose payload was erased.</summary>
    public long Erased { get; init; }

    /// <summary>Sealed entries whose payload is not published.</summary>
    public long Closed { get; init; }

    /// <summary>Sealed entries whose payload ought to be there, and is missing or not what was committed to.</summary>
    public long Damaged { get; init; }

    /// <summary>Entries in another format than Gouvernail's: hashed, not read.</summary>
    public long Foreign { get; init; }
}

/// <summary>How much a finding weighs.</summary>
public enum FindingKind
{
    /// <summary>Holds, and is good to know.</summary>
    Remark,

    /// <summary>Could not be checked: neither true nor false.</summary>
    Unchecked,

    /// <summary>A result, a commitment or a rule of the log does not hold.</summary>
    Mismatch,

    /// <summary>A signature, the tree or a file of the log does not hold.</summary>
    Tampered,
}

/// <summary>Something that an auditor has to know.</summary>
/// <param name="Kind">How much it weighs.</param>
/// <param name="What">What it is.</param>
public sealed record AuditFinding(FindingKind Kind, Wording What);

/// <summary>How a published result fared.</summary>
public enum ResultStatus
{
    /// <summary>Computed again, to the same bytes.</summary>
    Reproduced,

    /// <summary>Its inputs were erased in part since; computed from what is left, it differs in the way that is said.
    /// </summary>
    AfterErasure,

    /// <summary>Its votes are not published: nobody outside can compute it.</summary>
    NotPublished,

    /// <summary>By a method that this version does not have.</summary>
    UnknownMethod,

    /// <summary>It is not what its method makes of its votes.</summary>
    Differs,
}

/// <summary>A published result, checked.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Result">What was published.</param>
/// <param name="Status">How it fared.</param>
public sealed record ResultVerdict(long Position, ResultPublished Result, ResultStatus Status)
{
    /// <summary>True where its output is there and has its hash.</summary>
    public bool HasOutput { get; init; }

    /// <summary>How many of its votes and statements were erased after it was published.</summary>
    public long ErasedSince { get; init; }

    /// <summary>How it differs when computed again; null where it does not, or cannot be.</summary>
    public Wording? Difference { get; init; }
}
