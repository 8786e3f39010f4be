using Gouvernail.Verify.Gate;

namespace Gouvernail.Cli.Gate;

/// <summary>What came of asking the gate: a decision that counts, or why there is none.</summary>
internal sealed record GateAnswer
{
    /// <summary>The decision; null where there is none.</summary>
    public GateDecision? Decision { get; init; }

    /// <summary>Why there is none, and refused all the same; null where there is one.</summary>
    public Failure? Trouble { get; init; }

    /// <summary>What an audit found that does not hold.</summary>
    public IReadOnlyList<Wording> Findings { get; init; } = [];

    /// <summary>What whoever asks has to know, whatever the decision.</summary>
    public IReadOnlyList<Wording> Warnings { get; init; } = [];

    /// <summary>Of when, and how much, is known.</summary>
    public Wording? Of { get; init; }

    /// <summary>The data folder, for the commands to run next; null where none was given.</summary>
    public string? Folder { get; init; }

    /// <summary>The next command for a rule; null for none.</summary>
    public string? Next(RuleVerdict rule)
    {
        string automaton = Decision?.Automaton is { } id && !id.Contains(':', StringComparison.Ordinal) ? id : "ID";
        string? next = GateWording.Next(automaton, rule);
        return Folder is null ? next : next?.Replace(" DATA ", $" {Texts.Quoted(Folder)} ", StringComparison.Ordinal);
    }

    /// <summary>No decision.</summary>
    public static GateAnswer None(ExitCode code, string message) => new() { Trouble = new Failure(code, message) };
}
