namespace Gouvernail.Consult;

/// <summary>Unwinds the reading of a file to the one place that makes the problem a value.</summary>
internal sealed class UnreadableException(InputProblem problem) : Exception(problem.ToString())
{
    public InputProblem Problem { get; } = problem;

    public static UnreadableException Of(string file, Wording found, Wording expected) =>
        new(new InputProblem(file, 0, 0, found, expected));
}
