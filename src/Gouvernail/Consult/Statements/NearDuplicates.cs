using Gouvernail.Consult.Consultations;

namespace Gouvernail.Consult.Statements;

/// <summary>
/// Statements that say nearly the same as a sentence: by the share of three-letter pieces that two texts have in common
/// (Jaccard similarity of character trigrams of their words).
/// </summary>
public static class NearDuplicates
{
    /// <summary>From which similarity on two sentences are shown side by side, 0 to 1.</summary>
    public const double Near = 0.35;

    /// <summary>The statements that come near a text, nearest first, ties in the order given.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="statements">The statements to look through.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<(ListedStatement Statement, double Similarity)> Of(
        string text, IEnumerable<ListedStatement> statements, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(statements);
        HashSet<string> pieces = Pieces(text);
        return [.. statements
            .Select(s => (Statement: s, Similarity: Similarity(pieces, Pieces(s.Text))))
            .Where(near => near.Similarity >= Near)
            .OrderByDescending(near => near.Similarity)
            .Take(most)];
    }

    /// <summary>The similarity of two texts, 0 to 1.</summary>
    public static double Similarity(string one, string other) => Similarity(Pieces(one), Pieces(other));

    private static double Similarity(HashSet<string> one, HashSet<string> other)
    {
        int both = one.Count(other.Contains);
        int any = one.Count + other.Count - both;
        return any == 0 ? 0 : (double)both / any;
    }

    private static HashSet<string> Pieces(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in StatementText.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string padded = $" {word} ";
            for (int i = 0; i + 3 <= padded.Length; i++)
            {
                pieces.Add(padded.Substring(i, 3));
            }
        }

        return pieces;
    }
}
