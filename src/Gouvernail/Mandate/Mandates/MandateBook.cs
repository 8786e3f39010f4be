using System.Collections.Immutable;
using Gouvernail.Aggregate.Results;
using Gouvernail.Mandate.Adoption;

namespace Gouvernail.Mandate.Mandates;

/// <summary>The mandates of a log, and what they stand on: a copy, which does not change.</summary>
public sealed record MandateBook
{
    /// <summary>A log's beginning.</summary>
    public static MandateBook Empty { get; } = new();

    /// <summary>The rules of adoption by their places in the log; the last is in force.</summary>
    public ImmutableSortedDictionary<long, AdoptionRuleSet> Rules { get; init; } =
        ImmutableSortedDictionary<long, AdoptionRuleSet>.Empty;

    /// <summary>The published results by their places in the log.</summary>
    public ImmutableSortedDictionary<long, ResultPublished> Results { get; init; } =
        ImmutableSortedDictionary<long, ResultPublished>.Empty;

    /// <summary>Where each consultation that is over was last closed.</summary>
    public ImmutableDictionary<string, long> Closed { get; init; } =
        ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The mandates in the order of their first drafts.</summary>
    public ImmutableList<MandateHistory> Mandates { get; init; } = [];

    /// <summary>The place of the rule in force; null where there is none.</summary>
    public long? Rule => Rules.IsEmpty ? null : Rules.Keys.Max();

    /// <summary>The id of the next mandate.</summary>
    public string NextId => $"m{Mandates.Count + 1}";

    /// <summary>Finds one; null where there is none.</summary>
    public MandateHistory? Find(string? id) => Mandates.Find(mandate => mandate.Id == id);

    /// <summary>The versions in force at a time, in the order of the mandates.</summary>
    public IEnumerable<MandateVersion> InForce(DateTimeOffset now) =>
        Mandates.Select(mandate => mandate.InForce(now)).OfType<MandateVersion>();

    internal MandateBook With(MandateHistory mandate)
    {
        int index = Mandates.FindIndex(before => before.Id == mandate.Id);
        return this with { Mandates = index < 0 ? Mandates.Add(mandate) : Mandates.SetItem(index, mandate) };
    }
}

/// <summary>A mandate through its versions.</summary>
/// <param name="Id">"m" and a number, from 1.</param>
/// <param name="Versions">Its versions, in order; the last may be a draft.</param>
public sealed record MandateHistory(string Id, ImmutableList<MandateVersion> Versions)
{
    /// <summary>Why and when it was taken back; null where it was not.</summary>
    public Revocation? Revoked { get; init; }

    /// <summary>The last version, adopted or not.</summary>
    public MandateVersion Last => Versions[^1];

    /// <summary>The last version that was adopted, whether it is in force or not; null where none was.</summary>
    public MandateVersion? Adopted => Versions.FindLast(version => version.Adopted is not null);

    /// <summary>The version in force at a time; null where none is.</summary>
    public MandateVersion? InForce(DateTimeOffset now) =>
        Revoked is null && Adopted is { } version && version.Document.Term.Expires > now ? version : null;

    /// <summary>Finds a version; null where there is none.</summary>
    public MandateVersion? Find(int version) => Versions.Find(v => v.Document.Version == version);

    internal MandateHistory With(MandateVersion version)
    {
        int index = Versions.FindIndex(before => before.Document.Version == version.Document.Version);
        return this with { Versions = index < 0 ? Versions.Add(version) : Versions.SetItem(index, version) };
    }
}

/// <summary>A version of a mandate.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Digest">The hash of the document.</param>
/// <param name="Position">Where in the log it was last drafted.</param>
/// <param name="Drafted">When.</param>
public sealed record MandateVersion(MandateDocument Document, string Digest, long Position, DateTimeOffset Drafted)
{
    /// <summary>How it was put to adoption; null for a draft.</summary>
    public MandatePut? Put { get; init; }

    /// <summary>Where in the log it was put.</summary>
    public long PutAt { get; init; }

    /// <summary>The trustees' signatures, one a key.</summary>
    public ImmutableList<MandateSigned> Signatures { get; init; } = [];

    /// <summary>How it was adopted; null where it was not.</summary>
    public MandateAdopted? Adopted { get; init; }

    /// <summary>Where in the log it was adopted.</summary>
    public long AdoptedAt { get; init; }

    /// <summary>When it was adopted.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>A mandate taken back.</summary>
/// <param name="Position">Where in the log.</param>
/// <param name="Time">When.</param>
/// <param name="Reason">Why.</param>
public sealed record Revocation(long Position, DateTimeOffset Time, string Reason);
