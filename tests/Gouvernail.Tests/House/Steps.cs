using System.Text.RegularExpressions;

namespace Gouvernail.Tests.House;

/// <summary>
/// The steps of the loop, and what a file of one may name: its own step and those on its left. The journals, which
/// every step writes and reads, stand before all of them; audits, which look at every step, stand after.
/// </summary>
internal static partial class Steps
{
    public static readonly string[] Order =
        ["Journals", "People", "Consult", "Aggregate", "Mandate", "Verify", "Steer", "Contest", "Audits"];

    /// <summary>The rank of a project's root: it may name the journals, as any step may, and no step.</summary>
    public const int RootRank = 0;

    /// <summary>Projects whose folders are steps; each step's namespace is the project's name and the step's.</summary>
    private static readonly string[] _projects = ["src/Gouvernail", "src/Gouvernail.Server"];

    /// <summary>The faults of source files, one sentence each: the file, the line, and what it may not name.</summary>
    public static IEnumerable<string> Faults(IEnumerable<RepositoryFile> sources)
    {
        foreach (RepositoryFile file in sources)
        {
            if (Array.Find(_projects, p => file.Path.StartsWith(p + "/", StringComparison.Ordinal)) is not { } project)
            {
                continue;
            }

            string rest = file.Path[(project.Length + 1)..];
            int slash = rest.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 && (rest is "Reactions.cs" or "LoopState.cs" or "Community.cs" or "Community.Acts.cs" || project != _projects[0]))
            {
                // The loop closes in Reactions.cs; LoopState.cs, Community.cs and a host's root put the steps together.
                continue;
            }

            string step = slash < 0 ? "" : rest[..slash];
            int rank = slash < 0 ? RootRank : Array.IndexOf(Order, step);
            if (rank < 0)
            {
                yield return $"{file.Path}: {step} is not a step of the loop.";
                continue;
            }

            string code = CSharpText.CodeOf(file.Text);
            foreach (Match match in StepName().Matches(code))
            {
                string named = match.Groups["step"].Value;
                if (Array.IndexOf(Order, named) > rank)
                {
                    string from = step.Length == 0 ? "the project's root" : step;
                    yield return $"{file.Path}, line {LineOf(code, match.Index)}: {from} may not name {named}.";
                }
            }
        }
    }

    /// <summary>Files whose namespace is not their folder's.</summary>
    public static IEnumerable<string> NamespaceFaults(IEnumerable<RepositoryFile> sources)
    {
        foreach (RepositoryFile file in sources)
        {
            string expected = string.Join('.', file.Folder.Split('/').Skip(1));
            string code = CSharpText.CodeOf(file.Text);
            foreach (Match match in Namespace().Matches(code))
            {
                if (match.Groups["name"].Value != expected)
                {
                    yield return $"{file.Path}, line {LineOf(code, match.Index)}: the namespace should be {expected}.";
                }
            }

            if (!Namespace().IsMatch(code) && DeclaredType().IsMatch(code))
            {
                yield return $"{file.Path}: declares a type outside any namespace.";
            }
        }
    }

    private static int LineOf(string code, int index) => code.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"(?<![\w.])(global\s*::\s*)?Gouvernail\s*\.\s*(Server\s*\.\s*)?"
        + @"(?<step>People|Consult|Aggregate|Mandate|Verify|Steer|Contest|Journals|Audits)\b")]
    private static partial Regex StepName();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*(\w+\s+)*(class|struct|record|interface|enum|delegate)\s+\w", RegexOptions.Multiline)]
    private static partial Regex DeclaredType();
}
