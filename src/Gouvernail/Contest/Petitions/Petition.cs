using System.Collections.Immutable;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>A petition as its entries tell it. It does not change, so that it can be read at any time.</summary>
public sealed record Petition
{
    private static readonly ImmutableDictionary<string, Signatory> _nobody =
        ImmutableDictionary.Create<string, Signatory>(StringComparer.Ordinal);

    private Petition(string id, PetitionStarted started, string starter, DateTimeOffset time, long position) =>
        (Id, Started, Starter, Since, Position) = (id, started, starter, time, position);

    /// <summary>Its id: "p" and a number, from 1.</summary>
    public string Id { get; }

    /// <summary>How it started: its effect, its threshold and who may sign.</summary>
    public PetitionStarted Started { get; }

    /// <summary>The pseudonym of who started it.</summary>
    public string Starter { get; }

    /// <summary>When it started.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The place in the log of its first entry.</summary>
    public long Position { get; }

    /// <summary>What it says of itself; null where that was erased.</summary>
    public PetitionDescribed? Description { get; private init; }

    /// <summary>The places of the entries that described it, in the log's order, those erased apart.</summary>
    public ImmutableList<long> Descriptions { get; private init; } = [];

    /// <summary>The place of the last entry that described it; −1 where there is none.</summary>
    public long DescribedIn { get; private init; } = -1;

    /// <summary>When it was last described.</summary>
    public DateTimeOffset Described { get; private init; }

    /// <summary>How often it was described: 1 at first.</summary>
    public int Revision { get; private init; }

    /// <summary>Everybody whose signature is kept, by pseudonym, those included who took theirs back.</summary>
    public ImmutableDictionary<string, Signatory> Signatories { get; private init; } = _nobody;

    /// <summary>How many people have signed and not taken it back.</summary>
    public int Count { get; private init; }

    /// <summary>How many of those signed on each day (UTC).</summary>
    public ImmutableSortedDictionary<DateOnly, int> Days { get; private init; } =
        ImmutableSortedDictionary<DateOnly, int>.Empty;

    /// <summary>How it passed; null where it has not.</summary>
    public PetitionPass? Passed { get; private init; }

    /// <summary>The consultation that it has opened by passing; null where it has opened none.</summary>
    public string? Debate { get; private init; }

    /// <summary>The answers to it, in the log's order.</summary>
    public ImmutableList<PetitionAnswer> Answers { get; private init; } = [];

    /// <summary>Why it takes no more signatures; null where the log does not say so.</summary>
    public PetitionClosed? Closed { get; private init; }

    /// <summary>When that was; null where it was not.</summary>
    public DateTimeOffset? ClosedAt { get; private init; }

    /// <summary>True while people can sign.</summary>
    public bool IsOpen(DateTimeOffset now) => Closed is null && now < Started.Until;

    /// <summary>True where somebody has signed, and not taken it back.</summary>
    public bool HasSigned(string pseudonym) => Signatories.TryGetValue(pseudonym, out Signatory? it) && it.Stands;

    /// <summary>How many people but the one who started it have signed.</summary>
    public int Others => Count - (HasSigned(Starter) ? 1 : 0);

    /// <summary>The places of the sealed entries that are somebody's, in the log's order.</summary>
    public IReadOnlyList<long> EntriesOf(string pseudonym)
    {
        IEnumerable<long> signed = Signatories.TryGetValue(pseudonym, out Signatory? it) ? it.Entries : [];
        return [.. (pseudonym == Starter ? signed.Concat(Descriptions) : signed).Order()];
    }

    /// <summary>The petition that an entry starts; null where it starts none.</summary>
    internal static Petition? Begin(long position, Entry entry) => PetitionStarted.Read(entry) is { } started
        ? new Petition(entry.Consultation!, started, entry.Pseudonym!, entry.Time, position)
        : null;

    /// <summary>The petition after another of its entries.</summary>
    internal Petition With(long position, Entry entry, ReadOnlyMemory<byte> payload) => entry.Kind switch
    {
        PetitionSigned.Kind when entry.Pseudonym is { } who && PetitionSigned.Read(payload) is { } signed =>
            Sign(who, position, entry.Time, signed.Rung),
        PetitionSignatureWithdrawn.Kind when entry.Pseudonym is { } who && HasSigned(who) => TakeBack(who),
        PetitionDescribed.Kind when entry.IsSealed && entry.Pseudonym == Starter => this with
        {
            Description = PetitionDescribed.Read(payload),
            Descriptions = payload.IsEmpty ? Descriptions : Descriptions.Add(position),
            DescribedIn = position,
            Described = entry.Time,
            Revision = Revision + 1,
        },
        PetitionPassed.Kind when Passed is null && PetitionPassed.Read(entry) is { } passed =>
            this with { Passed = new PetitionPass(passed.Signatures, entry.Time, position) },
        PetitionDebated.Kind when Debate is null && PetitionDebated.Read(entry) is { } debated =>
            this with { Debate = debated.Debate },
        PetitionAnswered.Kind when entry.IsSealed => this with
        {
            Answers = Answers.Add(new PetitionAnswer(PetitionAnswered.Read(payload), entry.Time, position)),
        },
        PetitionClosed.Kind when Closed is null && PetitionClosed.Read(entry) is { } closed =>
            this with { Closed = closed, ClosedAt = entry.Time },
        _ => this,
    };

    /// <summary>
    /// The petition without a signature that was erased; null where that takes more than forgetting who signed.
    /// </summary>
    internal Petition? Without(long position, Entry entry) =>
        entry.Kind == PetitionSigned.Kind && entry.Pseudonym is { } who
        && Signatories.TryGetValue(who, out Signatory? it) && it.Position == position && it.Earlier.IsEmpty
            ? (it.Stands ? TakeBack(who) : this) with { Signatories = Signatories.Remove(who) }
            : null;

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private Petition Sign(string who, long position, DateTimeOffset time, Rung rung)
    {
        Petition before = HasSigned(who) ? TakeBack(who) : this;
        return before with
        {
            Signatories = Signatories.SetItem(who, new Signatory(position, time, rung)
            {
                Earlier = Signatories.TryGetValue(who, out Signatory? it) ? it.Earlier.Add(it.Position) : [],
            }),
            Count = before.Count + 1,
            Days = before.Days.SetItem(DayOf(time), before.Days.GetValueOrDefault(DayOf(time)) + 1),
        };
    }

    private Petition TakeBack(string who)
    {
        Signatory it = Signatories[who];
        DateOnly day = DayOf(it.Time);
        return this with
        {
            Signatories = Signatories.SetItem(who, it with { Stands = false }),
            Count = Count - 1,
            Days = Days[day] > 1 ? Days.SetItem(day, Days[day] - 1) : Days.Remove(day),
        };
    }
}

/// <summary>Somebody who signed a petition, under its pseudonyms.</summary>
/// <param name="Position">The place in the log of their last signature.</param>
/// <param name="Time">When they signed.</param>
/// <param name="Rung">How sure it is that they are one person.</param>
public sealed record Signatory(long Position, DateTimeOffset Time, Rung Rung)
{
    /// <summary>False where they took it back.</summary>
    public bool Stands { get; init; } = true;

    /// <summary>The places of signatures that they took back before they signed again.</summary>
    public ImmutableList<long> Earlier { get; init; } = [];

    /// <summary>The places of all their signatures.</summary>
    public IEnumerable<long> Entries => Earlier.Add(Position);
}

/// <summary>How a petition passed.</summary>
/// <param name="Signatures">How many people had signed.</param>
/// <param name="Time">When.</param>
/// <param name="Position">The place of the entry in the log.</param>
public sealed record PetitionPass(int Signatures, DateTimeOffset Time, long Position);

/// <summary>An answer to a petition.</summary>
/// <param name="Answer">What it says; null where that was erased.</param>
/// <param name="Time">When it was given.</param>
/// <param name="Position">The place of its entry in the log.</param>
public sealed record PetitionAnswer(PetitionAnswered? Answer, DateTimeOffset Time, long Position);
