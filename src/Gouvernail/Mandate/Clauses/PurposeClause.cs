using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>
/// What automata may be used for, and what not: the first question. A mandate may say that no automaton is to be used
/// at all.
/// </summary>
public sealed partial record PurposeClause : Clause
{
    /// <summary>In <see cref="Forbidden"/>: every purpose.</summary>
    public const string Every = "*";

    private const int MostPurposes = 50;
    private const int LongestPurpose = 64;

    /// <inheritdoc/>
    public override string Kind => "purpose";

    /// <summary>Purposes that are allowed.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Purposes for which no automaton is to run, whatever other clauses allow; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>True where a purpose is forbidden here.</summary>
    public bool Forbids(string purpose) => Forbidden.Contains(Every) || Forbidden.Contains(purpose);

    /// <inheritdoc/>
    protected override void Write(JsonObject json)
    {
        ClauseJson.Add(json, "allowed", Allowed);
        ClauseJson.Add(json, "forbidden", Forbidden);
    }

    internal static PurposeClause Read(JsonForm form, string id, string text, IReadOnlyList<Citation> cites)
    {
        var clause = new PurposeClause
        {
            Id = id,
            Text = text,
            Cites = cites,
            Allowed = form.Texts("allowed", MostPurposes, LongestPurpose),
            Forbidden = form.Texts("forbidden", MostPurposes, LongestPurpose),
        };
        foreach (string wrong in clause.Allowed.Concat(clause.Forbidden.Where(purpose => purpose != Every))
            .Where(purpose => !Purpose().IsMatch(purpose)))
        {
            form.Wrong(clause.Allowed.Contains(wrong) ? "allowed" : "forbidden", new(
                $"purposes are written as on cards, in lower case with dashes: benefit-decisions, not {wrong}",
                $"les finalités s’écrivent comme sur les fiches, en minuscules avec des traits\u00a0: "
                    + $"decider-des-aides, et non {wrong}"));
        }

        if (clause.Allowed.Count + clause.Forbidden.Count == 0 || clause.Allowed.Any(clause.Forbids))
        {
            form.Wrong("", new(
                "a purpose clause names what is allowed or what is forbidden (\"*\" for everything), and nothing twice",
                "une clause de finalité nomme ce qui est permis (allowed) ou interdit (forbidden, «\u00a0*\u00a0» pour "
                    + "tout), et rien deux fois"));
        }

        return clause;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();
}
