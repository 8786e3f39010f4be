using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail;

/// <summary>
/// What a log says of mandates, automata, evidence, permits and petitions. Whoever reads the same entries knows the
/// same, and gets the same answer from the gate: the journal that decides, the pages that show, an auditor.
/// </summary>
public sealed class LoopState
{
    /// <summary>The mandates.</summary>
    public MandateList Mandates { get; } = new();

    /// <summary>The automata.</summary>
    public AutomatonRegister Automata { get; } = new();

    /// <summary>The evidence.</summary>
    public EvidenceList Evidence { get; } = new();

    /// <summary>The permits.</summary>
    public PermitList Permits { get; } = new();

    /// <summary>The petitions.</summary>
    public PetitionList Petitions { get; } = new();

    /// <summary>All of them, for a journal.</summary>
    public IReadOnlyList<IProjection> Projections => [Mandates, Automata, Evidence, Permits, Petitions];

    /// <summary>Takes note of an entry.</summary>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        foreach (IProjection projection in Projections)
        {
            projection.Apply(position, entry, payload);
        }
    }

    /// <summary>All of them as they stand: a copy, which does not change.</summary>
    /// <param name="last">When the last entry was made.</param>
    public LoopBooks Books(DateTimeOffset last) =>
        new(Mandates.Book, Automata.Book, Evidence.Book, Permits.Book, Petitions.Book, Permits.Seen, last);

    /// <summary>What the gate is to be asked about an automaton.</summary>
    /// <param name="automaton">The automaton's id.</param>
    /// <param name="now">The time.</param>
    public GateQuestion Ask(string automaton, DateTimeOffset now) => Books(now).Ask(automaton, now);
}

/// <summary>What a log says of all of them at one of its sizes: a copy, which does not change.</summary>
/// <param name="Mandates">The mandates.</param>
/// <param name="Automata">The automata.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Permits">The permits.</param>
/// <param name="Petitions">The petitions.</param>
/// <param name="Size">The log's size, in entries.</param>
/// <param name="Last">When its last entry was made.</param>
public sealed record LoopBooks(
    MandateBook Mandates,
    RegisterBook Automata,
    EvidenceBook Evidence,
    PermitBook Permits,
    PetitionBook Petitions,
    long Size,
    DateTimeOffset Last)
{
    /// <summary>What the gate is to be asked about an automaton.</summary>
    /// <param name="automaton">The automaton's id.</param>
    /// <param name="now">The time.</param>
    public GateQuestion Ask(string automaton, DateTimeOffset now) => new(
        automaton, GateSubjects.Of(Automata, automaton), Mandates, Evidence, Permits.Of(automaton), now, Size)
    {
        StoppedKin = GateSubjects.StoppedKin(Automata, Permits, automaton),
    };
}
