using System.Collections.Immutable;
using Gouvernail.Verify.Gate;

namespace Gouvernail.Verify.Permits;

/// <summary>Where the permit of an automaton is in its life.</summary>
public enum PermitStatus
{
    /// <summary>Never submitted.</summary>
    Draft,

    /// <summary>Submitted; the gate has not decided.</summary>
    Submitted,

    /// <summary>The gate said no.</summary>
    Refused,

    /// <summary>It may run, for a time.</summary>
    Admitted,

    /// <summary>It may not run until the suspension is lifted.</summary>
    Suspended,

    /// <summary>The time of its permit is over.</summary>
    Expired,

    /// <summary>Its permit was taken back.</summary>
    Revoked,
}

/// <summary>The statuses in words.</summary>
public static class PermitStatuses
{
    private static readonly string[] _words =
        ["draft", "submitted", "refused", "admitted", "suspended", "expired", "revoked"];

    /// <summary>The word in the API and in JSON.</summary>
    public static string Word(this PermitStatus status) => _words[(int)status];
}

/// <summary>The permits of a log: a copy, which does not change.</summary>
public sealed record PermitBook
{
    /// <summary>A log's beginning.</summary>
    public static PermitBook Empty { get; } = new();

    /// <summary>The permits by automaton, in order of their ids.</summary>
    public ImmutableSortedDictionary<string, Permit> Permits { get; init; } =
        ImmutableSortedDictionary.Create<string, Permit>(StringComparer.Ordinal);

    /// <summary>The permit of an automaton; one that was never submitted where the log knows none.</summary>
    public Permit Of(string automaton) => Permits.GetValueOrDefault(automaton) ?? new Permit(automaton);
}

/// <summary>The permit of an automaton.</summary>
/// <param name="Automaton">The automaton's id.</param>
public sealed record Permit(string Automaton)
{
    /// <summary>Where it is in its life, as logged.</summary>
    public PermitStatus Status { get; init; }

    /// <summary>Where in the log the card was filed that was last submitted; −1 for none.</summary>
    public long Card { get; init; } = -1;

    /// <summary>Until when it may run; null where it was not admitted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The last decision; null where there was none.</summary>
    public GateDecision? Decision { get; init; }

    /// <summary>
    /// The petition that suspended it, until it was submitted anew or the suspension was lifted; null where none did.
    /// </summary>
    public string? Petition { get; init; }

    /// <summary>Every transition, in order.</summary>
    public ImmutableList<PermitStep> Steps { get; init; } = [];

    /// <summary>Where it is at a time: a permit ends on the second, whether that was logged yet or not.</summary>
    public PermitStatus At(DateTimeOffset now) =>
        Status == PermitStatus.Admitted && Until <= now ? PermitStatus.Expired : Status;
}

/// <summary>A transition of a permit.</summary>
/// <param name="Position">Where in the log.</param>
/// <param name="Time">When.</param>
/// <param name="Status">What it was from then on.</param>
/// <param name="Reason">Why; empty where the decision says it.</param>
public sealed record PermitStep(long Position, DateTimeOffset Time, PermitStatus Status, string Reason)
{
    /// <summary>The petition that did it; null where none did.</summary>
    public string? Petition { get; init; }

    /// <summary>The decision of the gate that did it; null where none did.</summary>
    public GateDecision? Decision { get; init; }
}
