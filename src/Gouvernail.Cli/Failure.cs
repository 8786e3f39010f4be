namespace Gouvernail.Cli;

/// <summary>Why the command stops, in the words shown to its user.</summary>
internal sealed record Failure(ExitCode Code, string Message);
