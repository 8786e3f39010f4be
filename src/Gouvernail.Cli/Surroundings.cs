namespace Gouvernail.Cli;

/// <summary>What surrounds a run of the command: a process, or a test.</summary>
internal sealed record Surroundings
{
    /// <summary>Where the result goes, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>What is piped in; read only where a command is asked to.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Where progress and problems go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where <see cref="Error"/> is a screen on which a line can be drawn again.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Environment variables by name; null where one is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Tells how long the work has lasted.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
