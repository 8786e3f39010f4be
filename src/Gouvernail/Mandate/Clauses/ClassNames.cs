using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>The classes of automata, as cards and mandates write them.</summary>
public static class ClassNames
{
    /// <summary>
    /// Instruments optimise flows for specialists; <c>outil</c> are public tools for one thing; all others are
    /// <c>produit</c>, of which most is asked.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ["instrument", "outil", "produit"];

    /// <summary>The word that cards write; the English words are understood too. Null for any other.</summary>
    public static string? Of(string? word) => word switch
    {
        "instrument" => "instrument",
        "outil" or "tool" => "outil",
        "produit" or "product" => "produit",
        _ => null,
    };

    internal static IReadOnlyList<string> Read(JsonForm form)
    {
        IReadOnlyList<string> given = form.Texts("classes", All.Count, 16);
        if (given.Any(word => Of(word) is null))
        {
            form.Wrong("classes", new(
                "instrument, outil (tool) or produit (product) was expected",
                "instrument, outil ou produit était attendu"));
            return [];
        }

        return [.. given.Select(word => Of(word)!)];
    }
}
