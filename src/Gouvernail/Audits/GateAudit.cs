using Gouvernail.Journals;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Register;

namespace Gouvernail.Audits;

/// <summary>
/// Asks the gate over a bundle or a data folder of which nothing is believed: all of it is checked first, and where
/// anything does not hold there is no decision.
/// </summary>
public static class GateAudit
{
    /// <summary>How far the clock of whoever asks may be behind the last entry.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Checks what there is to know; results are not computed again, since no rule of the gate counts votes.
    /// </summary>
    /// <param name="bundle">What to check.</param>
    /// <param name="options">What to believe.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends it without an answer.</param>
    /// <exception cref="IOException">The disk or the network fails.</exception>
    public static GateReading Read(
        IBundle bundle, AuditOptions options, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(options);
        AuditReport report = Audit.Run(
            bundle, options with { WithoutResults = true, TreeOnly = false }, cancellation);
        DateTimeOffset last = report.LastEntry ?? DateTimeOffset.MinValue;
        Wording? trouble =
            report.IsTampered || report.IsMismatched || report.Loop is null ? new(
                "what it was given does not hold, and nothing is decided on it",
                "ce qui lui est donné ne tient pas, et rien n’est décidé là-dessus")
            : report.UncheckedMandates.FirstOrDefault(id =>
                report.Loop.Mandates.Book.Find(id)?.InForce(now) is not null) is { } mandate ? new(
                $"the votes behind mandate {mandate} are not here (blobs), and nothing is decided on it",
                $"les votes derrière le mandat {mandate} ne sont pas là (blobs), et rien n’est décidé là-dessus")
            : last - now > ClockTolerance ? Behind(now, last)
            : null;
        return new GateReading(report, last > now ? last : now) { Trouble = trouble };
    }

    private static Wording Behind(DateTimeOffset now, DateTimeOffset last) => new(
        $"this machine says that it is {Entry.Format(now)}, and the last entry is of {Entry.Format(last)}: what has "
            + "expired cannot be told. Set the clock",
        $"cette machine dit qu’il est {Entry.Format(now)}, et la dernière entrée est du {Entry.Format(last)}\u00a0: on "
            + "ne peut dire ce qui a expiré. Mettez l’horloge à l’heure");
}

/// <summary>What was read for the gate.</summary>
/// <param name="Report">What the audit found.</param>
/// <param name="Now">The time that is decided at: never before the last entry.</param>
public sealed record GateReading(AuditReport Report, DateTimeOffset Now)
{
    /// <summary>Why nothing can be decided on it; null where something can.</summary>
    public Wording? Trouble { get; init; }

    /// <summary>What the gate answers about an automaton.</summary>
    /// <param name="automaton">The automaton's id.</param>
    public GateDecision Decide(string automaton) => GateRules.Decide(Loop.Ask(automaton, Now));

    /// <summary>What the gate answers about a card that somebody holds in hand.</summary>
    public GateDecision Decide(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        string digest = card.Digest();
        string id = CardOwners.Of(Loop.Automata.Book, card) ?? CardOwners.NameOf(digest);
        return GateRules.Decide(Loop.Ask(id, Now) with { CardInHand = digest });
    }

    private LoopState Loop => Trouble is null
        ? Report.Loop!
        : throw new InvalidOperationException("Nothing is decided on what does not hold.");
}
