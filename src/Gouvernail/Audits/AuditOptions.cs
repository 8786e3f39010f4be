using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Audits;

/// <summary>What an auditor believes, and how much to check.</summary>
public sealed record AuditOptions
{
    /// <summary>The log's key, got from somewhere else than the bundle; null to take the bundle's word.</summary>
    public VerifierKey? Key { get; init; }

    /// <summary>Which logs and witnesses to believe; null for no witness.</summary>
    public TrustPolicy? Policy { get; init; }

    /// <summary>True to check hashes and signatures only, and to read no entry.</summary>
    public bool TreeOnly { get; init; }

    /// <summary>True to compute no result again: for who asks the gate, and not whether the counts are right.</summary>
    public bool WithoutResults { get; init; }

    /// <summary>Threads that hash and compute; they change no answer.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told how far the audit is.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }
}

/// <summary>How far an audit is.</summary>
/// <param name="IsResults">False while the tree is hashed, true while results are computed.</param>
/// <param name="Share">The share of that stage, 0 to 1.</param>
public readonly record struct AuditProgress(bool IsResults, double Share);
