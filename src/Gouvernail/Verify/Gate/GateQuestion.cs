using System.Collections.Immutable;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Verify.Gate;

/// <summary>What the gate is asked, with everything that it may know.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Subject">What its card says; null where it is not registered.</param>
/// <param name="Mandates">The mandates.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Permit">Its permit.</param>
/// <param name="Now">The time.</param>
/// <param name="Size">How many entries of the log all this is known from.</param>
public sealed record GateQuestion(
    string Automaton,
    GateSubject? Subject,
    MandateBook Mandates,
    EvidenceBook Evidence,
    Permit Permit,
    DateTimeOffset Now,
    long Size)
{
    /// <summary>
    /// Permits that were stopped of automata that are this one under another id: who was told to stop could register
    /// it again otherwise.
    /// </summary>
    public ImmutableList<Permit> StoppedKin { get; init; } = [];

    /// <summary>
    /// True where a permit is asked for; false where it is asked whether the automaton may run now, which needs a
    /// permit that stands.
    /// </summary>
    public bool IsAdmission { get; init; }

    /// <summary>The hash of the card that somebody holds in hand; null where they hold none.</summary>
    public string? CardInHand { get; init; }
}
