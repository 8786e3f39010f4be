using Gouvernail.Journals;

namespace Gouvernail.Verify.Gate;

/// <summary>
/// Tells whether a decision whose signature holds answers what was asked, and now: an old yes, or a yes to something
/// else, is none.
/// </summary>
public static class ReceivedDecision
{
    /// <summary>How far the time of a decision may be from the clock of whoever asked.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with it; null where it answers.</summary>
    /// <param name="decision">The decision, its signature verified.</param>
    /// <param name="automaton">The automaton that was asked about.</param>
    /// <param name="card">The hash of the card in hand; null where none is, and the automaton was asked for by its id.
    /// </param>
    /// <param name="now">The time.</param>
    public static Wording? Fault(GateDecision decision, string automaton, string? card, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        string of = Entry.Format(decision.Time), at = Entry.Format(now);
        return (decision.Time - now).Duration() > Tolerance ? new(
                $"the decision is of {of}, and it is {at}: it was replayed, or a clock is wrong",
                $"la décision est du {of}, et nous sommes le {at}\u00a0: elle a été rejouée, ou une horloge se trompe")
            : card is null ? decision.Automaton != automaton ? About(decision.Automaton) : Over(decision, now)
            : decision.IsAdmitted && decision.CardDigest != card ? About(decision.Automaton)
            : Over(decision, now);
    }

    private static Wording About(string other) => new(
        $"the decision is about something else: {other}", $"la décision porte sur autre chose\u00a0: {other}");

    private static Wording? Over(GateDecision decision, DateTimeOffset now) =>
        decision.IsAdmitted && decision.Until <= now
            ? new("the decision admits until a time that is past", "la décision admet jusqu’à un moment qui est passé")
            : null;
}
