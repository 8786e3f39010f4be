using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Statements;

namespace Gouvernail.Server.Consult.Facilitation.Seeds;

/// <summary>The statements of a consultation, and more to be added.</summary>
/// <param name="Bench">The consultation.</param>
/// <param name="Statements">Those it has.</param>
public sealed record SeedModel(Bench Bench, IReadOnlyList<ListedStatement> Statements)
{
    /// <summary>The sentences in the field, one a line.</summary>
    public string Texts { get; init; } = "";

    /// <summary>What would come of them; null where nobody asked.</summary>
    public IReadOnlyList<SeedLine>? Preview { get; init; }

    /// <summary>What is wrong with the file that was sent; null where nothing is.</summary>
    public InputProblem? Problem { get; init; }

    /// <summary>True where participants see a statement.</summary>
    public required Func<ListedStatement, bool> IsShown { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Statements on a page of the list.</summary>
    public const int PageSize = 100;
}

/// <summary>What would come of a line.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The sentence as people would read it, or the line as it is where it cannot be one.</param>
/// <param name="Problem">Why it cannot be added; null where it can.</param>
/// <param name="IsThere">True where the consultation, or a line before, says it already.</param>
public sealed record SeedLine(int Line, string Text, Wording? Problem, bool IsThere)
{
    /// <summary>What would come of lines, blank ones passed over.</summary>
    internal static IReadOnlyList<SeedLine> Of(IReadOnlyList<string> lines, IEnumerable<ListedStatement> statements)
    {
        var known = statements.Select(s => StatementText.Key(s.Text)).ToHashSet();
        var preview = new List<SeedLine>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            Wording? problem = StatementText.Clean(lines[i], Terms.LongestStatement, out string text);
            preview.Add(problem is null
                ? new SeedLine(i + 1, text, null, !known.Add(StatementText.Key(text)))
                : new SeedLine(i + 1, lines[i], problem, false));
        }

        return preview;
    }
}
