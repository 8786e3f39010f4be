namespace Gouvernail.Verify.Gate.Formats;

/// <summary>A decision for programs that show the findings of others.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Language">In which language to say it.</param>
public sealed record GateFindings(GateDecision Decision, Language Language)
{
    /// <summary>The card's file as it was given; null where the automaton was asked for by its id.</summary>
    public string? CardFile { get; init; }

    /// <summary>The next command for a rule; null for none.</summary>
    public Func<RuleVerdict, string?> Next { get; init; } = _ => null;

    /// <summary>True for what stops the automaton.</summary>
    public static bool Refuses(RuleVerdict rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Outcome >= RuleOutcome.Missing;
    }

    /// <summary>What a rule came to, with the clause that asks and the next command.</summary>
    public string Text(RuleVerdict rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        bool isFrench = Language == Language.French;
        string text = GateWording.Outcome(rule.Outcome).In(Language)
            + (isFrench ? "\u00a0: " : ": ") + GateWording.Of(rule).In(Language);
        text = GateWording.Clause(rule) is { } clause
            ? $"{text}{(isFrench ? "\u00a0;" : ";")} {clause.In(Language)}"
            : text;
        return Refuses(rule) && Next(rule) is { } next
            ? $"{text}\n{(isFrench ? "Ensuite\u00a0: " : "Next: ")}{next}"
            : text;
    }
}
