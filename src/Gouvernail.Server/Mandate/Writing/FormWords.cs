using System.Globalization;
using Gouvernail.Journals;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>
/// What is wrong with a mandate, for who fills in a form: in the words of its fields, one problem a line, where
/// programs are given JSON pointers.
/// </summary>
internal static class FormWords
{
    private static readonly Dictionary<string, Wording> _parts = new(StringComparer.Ordinal)
    {
        ["title"] = new("title", "titre"),
        ["preamble"] = new("what it is for", "à quoi il sert"),
        ["language"] = new("language", "langue"),
        ["clauses"] = new("clause", "clause"),
        ["text"] = new("what it says", "ce qu’elle dit"),
        ["allowed"] = new("allowed purposes", "finalités permises"),
        ["forbidden"] = new("forbidden purposes", "finalités interdites"),
        ["cites"] = new("statements cited", "énoncés cités"),
        ["metrics"] = new("measure", "mesure"),
        ["name"] = new("name", "nom"),
        ["definition"] = new("definition", "définition"),
        ["weight"] = new("weight", "poids"),
        ["requires"] = new("evidence", "preuve"),
        ["predicateType"] = new("type", "type"),
        ["signers"] = new("roles that sign it", "rôles qui la signent"),
        ["count"] = new("how many sign it", "combien la signent"),
        ["maxAgeDays"] = new("valid for how many days", "valable combien de jours"),
        ["tests"] = new("test", "test"),
        ["figure"] = new("figure", "chiffre"),
        ["atLeast"] = new("at least", "au moins"),
        ["atMost"] = new("at most", "au plus"),
        ["equals"] = new("or the text that it has to be", "ou le texte qu’il doit être"),
        ["expires"] = new("ends on", "prend fin le"),
        ["review"] = new("reviewed before", "réexaminé avant le"),
        ["leaseDays"] = new("days that a permit lasts", "jours que dure un permis"),
        ["leftOut"] = new("left out", "non retenu"),
        ["why"] = new("why", "pourquoi"),
    };

    /// <summary>All of them, one a line.</summary>
    public static Wording Of(IReadOnlyList<FormProblem> problems) => new(
        string.Join('\n', problems.Select(p => $"{Place(p.Path, word => word.English)}: {p.What.English}")),
        string.Join('\n', problems.Select(p => $"{Place(p.Path, word => word.French)}\u00a0: {p.What.French}")));

    private static string Place(string path, Func<Wording, string> language)
    {
        var words = new List<string>();
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && words.Count > 0)
            {
                // Pointers count from 0, and people from 1.
                words[^1] += " " + (index + 1).ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                words.Add(_parts.TryGetValue(part, out Wording? word) ? language(word) : part);
            }
        }

        string place = words.Count == 0 ? "JSON" : string.Join(", ", words);
        return char.ToUpperInvariant(place[0]) + place[1..];
    }
}
