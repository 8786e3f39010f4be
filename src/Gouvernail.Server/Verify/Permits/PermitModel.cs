using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Server.Verify.Permits;

/// <summary>Whether an automaton may run now, and why.</summary>
/// <param name="Id">The automaton's id.</param>
/// <param name="Name">What its card calls it.</param>
/// <param name="Permit">Its permit.</param>
/// <param name="Status">Where the permit is now.</param>
/// <param name="Decision">What the gate says now.</param>
/// <param name="Rules">Every rule, the gravest first.</param>
public sealed record PermitModel(
    string Id, string Name, Permit Permit, PermitStatus Status, GateDecision Decision, IReadOnlyList<RuleLine> Rules)
{
    /// <summary>The most transitions that are shown.</summary>
    public const int MostSteps = 30;

    /// <summary>Where people can contest what it does, as its card says; null where it says nothing.</summary>
    public string? Appeal { get; init; }

    /// <summary>The address of this site.</summary>
    public required string Address { get; init; }

    /// <summary>The rules that do not hold.</summary>
    public IEnumerable<RuleLine> Refusing => Rules.Where(line => line.Verdict.Outcome >= RuleOutcome.Missing);

    /// <summary>The rules that hold.</summary>
    public IEnumerable<RuleLine> Holding => Rules.Where(line => line.Verdict.Outcome == RuleOutcome.Pass);

    /// <summary>The rules that ask nothing.</summary>
    public IEnumerable<RuleLine> NotAsked => Rules.Where(line => line.Verdict.Outcome == RuleOutcome.NotAsked);
}

/// <summary>A rule of a decision, with what it asks.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Text">What its clause says; empty where no clause asks it.</param>
/// <param name="Evidence">The evidence about it that can be shown, by its places in the log.</param>
public sealed record RuleLine(string Automaton, RuleVerdict Verdict, string Text, IReadOnlyList<long> Evidence)
{
    /// <summary>The language of that text, as its mandate says; null where no clause asks it.</summary>
    public string? Language { get; init; }

    /// <summary>The mandate and the clause; null where no clause asks it.</summary>
    public (string Mandate, string Clause)? Clause =>
        Verdict.Clause.Split('#') is [var mandate, var clause] ? (mandate, clause) : null;
}
