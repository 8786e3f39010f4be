using System.Collections.Immutable;
using Gouvernail.Log.Envelopes;

namespace Gouvernail.Verify.Evidence;

/// <summary>Evidence, and whose signatures count: a copy, which does not change.</summary>
public sealed record EvidenceBook
{
    /// <summary>A log's beginning.</summary>
    public static EvidenceBook Empty { get; } = new();

    /// <summary>The signers, in the order in which they were recognised.</summary>
    public ImmutableList<Signer> Signers { get; init; } = [];

    /// <summary>The evidence, in the order in which it was filed.</summary>
    public ImmutableList<FiledEvidence> Filed { get; init; } = [];

    /// <summary>What auditors said against it, in the order in which it was said.</summary>
    public ImmutableList<Contestation> Contestations { get; init; } = [];

    /// <summary>Finds a signer by the id of the key; null where there is none.</summary>
    public Signer? FindSigner(string key) => Signers.Find(signer => signer.Key.Id == key);

    /// <summary>The evidence about an automaton.</summary>
    public IEnumerable<FiledEvidence> Of(string automaton) => Filed.Where(filed => filed.Automaton == automaton);
}

/// <summary>Whose signatures count as evidence.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Roles">What it signs as.</param>
/// <param name="Since">When it was recognised.</param>
public sealed record Signer(EnvelopeKey Key, string Name, IReadOnlyList<string> Roles, DateTimeOffset Since)
{
    /// <summary>True where it counts no more.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Why it counts no more; empty where it does.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Evidence as it was filed.</summary>
/// <param name="Position">Where in the log.</param>
/// <param name="Time">When it was filed.</param>
/// <param name="Automaton">The automaton's id; empty where it was erased.</param>
public sealed record FiledEvidence(long Position, DateTimeOffset Time, string Automaton)
{
    /// <summary>The evidence; null where it was erased.</summary>
    public Envelope? Envelope { get; init; }

    /// <summary>What it attests; null where it was erased.</summary>
    public Attestation? Attestation { get; init; }

    /// <summary>SHA-256 of what was signed, in hexadecimal.</summary>
    public string Digest { get; init; } = "";

    /// <summary>When it was made, as its signer says.</summary>
    public DateTimeOffset Made { get; init; }

    /// <summary>The ids of the keys that had been recognised when it was filed and have signed it.</summary>
    public ImmutableList<string> SignedBy { get; init; } = [];
}

/// <summary>What an auditor says against a clause being kept.</summary>
/// <param name="Position">Where in the log.</param>
/// <param name="Time">When.</param>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Clause">The clause, such as <c>m1#3</c>.</param>
/// <param name="Text">What is said; empty where it was erased.</param>
/// <param name="By">Who: a holder of a role.</param>
public sealed record Contestation(
    long Position, DateTimeOffset Time, string Automaton, string Clause, string Text, string? By)
{
    /// <summary>How it was settled; null while it stands.</summary>
    public string? Settled { get; init; }
}
