using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>
/// The petitions of a log, and the thresholds that were set for them. It does not change: a later entry makes another,
/// which shares with it all that stayed the same.
/// </summary>
public sealed class PetitionBook
{
    private readonly ImmutableDictionary<string, Petition> _byId;
    private readonly ImmutableList<string> _ids;

    private PetitionBook(
        ImmutableDictionary<string, Petition> byId,
        ImmutableList<string> ids,
        ImmutableList<ThresholdsSince> history) => (_byId, _ids, Thresholds) = (byId, ids, history);

    /// <summary>That of an empty log.</summary>
    public static PetitionBook Empty { get; } =
        new(ImmutableDictionary.Create<string, Petition>(StringComparer.Ordinal), [], []);

    /// <summary>All thresholds that were ever set, in the log's order.</summary>
    public ImmutableList<ThresholdsSince> Thresholds { get; }

    /// <summary>The thresholds of a petition that starts now; null where none were set.</summary>
    public PetitionThresholdsSet? InForce => Thresholds.IsEmpty ? null : Thresholds[^1].Thresholds;

    /// <summary>How many petitions there are.</summary>
    public int Count => _ids.Count;

    /// <summary>All of them, in the order in which they started.</summary>
    public IEnumerable<Petition> All => _ids.Select(id => _byId[id]);

    /// <summary>The id of the next one.</summary>
    public string NextId => "p" + (_ids.Count + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds one.</summary>
    public bool TryGet(string? id, [NotNullWhen(true)] out Petition? petition)
    {
        petition = null;
        return id is not null && _byId.TryGetValue(id, out petition);
    }

    /// <summary>
    /// True where a petition that has passed was answered in public since: what it has stopped may go on from then.
    /// </summary>
    public bool IsAnswered(string id) => TryGet(id, out Petition? petition) && petition.Passed is { } passed
        && petition.Answers.Any(answer => answer.Position > passed.Position);

    /// <summary>The book after another entry.</summary>
    internal PetitionBook With(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (entry.Consultation is not { } id)
        {
            return PetitionThresholdsSet.Read(entry) is { } set
                ? new PetitionBook(_byId, _ids, Thresholds.Add(new ThresholdsSince(set, entry.Time, position)))
                : this;
        }

        return TryGet(id, out Petition? petition)
            ? Set(petition.With(position, entry, payload))
            : Petition.Begin(position, entry) is { } begun
                ? new PetitionBook(_byId.Add(id, begun), _ids.Add(id), Thresholds)
                : this;
    }

    /// <summary>The book without a signature; null where that takes more than forgetting who signed.</summary>
    internal PetitionBook? Without(long position, Entry entry) =>
        TryGet(entry.Consultation, out Petition? petition) && petition.Without(position, entry) is { } left
            ? Set(left)
            : null;

    private PetitionBook Set(Petition petition) => new(_byId.SetItem(petition.Id, petition), _ids, Thresholds);
}

/// <summary>Thresholds, and since when they are set.</summary>
/// <param name="Thresholds">Which.</param>
/// <param name="Time">Since when.</param>
/// <param name="Position">The place of the entry in the log.</param>
public sealed record ThresholdsSince(PetitionThresholdsSet Thresholds, DateTimeOffset Time, long Position);
