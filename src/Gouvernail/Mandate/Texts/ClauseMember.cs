using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Mandate.Texts;

/// <summary>
/// Something that a clause says to machines, in a reader's words: a weight, a bound, a purpose, a day. What people
/// wrote in it stays in their language.
/// </summary>
/// <param name="Key">What it is, so that two versions can be held against each other.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What it says.</param>
public sealed record ClauseMember(string Key, Wording Name, Wording Value)
{
    private static readonly Wording _allowed = new("Allowed", "Permis");
    private static readonly Wording _forbidden = new("Forbidden", "Interdit");

    /// <summary>Name and value in a sentence.</summary>
    public Wording Sentence => Shown.Said(Name, Value);

    /// <summary>What a clause says to machines, in its order.</summary>
    public static IReadOnlyList<ClauseMember> Of(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause switch
        {
            ObjectiveClause objective => [.. objective.Metrics.Select(Of)],
            PurposeClause purpose =>
            [
                .. purpose.Allowed.Select(name => new ClauseMember("allowed/" + name, _allowed, PurposeOf(name))),
                .. purpose.Forbidden.Select(name => new ClauseMember("forbidden/" + name, _forbidden, PurposeOf(name))),
            ],
            LimitClause { Requires: { } requires } => Of(requires),
            EvidenceClause evidence => Of(evidence.Requires),
            TermClause term => Of(term),
            _ => [],
        };
    }

    /// <summary>What a kind of clause is called.</summary>
    public static Wording KindOf(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Kind switch
        {
            "objective" => new("Objective", "Objectif"),
            "limit" => new("Limit", "Limite"),
            "purpose" => new("Purpose", "Finalité"),
            "evidence" => new("Evidence", "Preuve"),
            _ => new("Term", "Durée"),
        };
    }

    /// <summary>A purpose, of which <c>*</c> stands for every one.</summary>
    public static Wording PurposeOf(string purpose) => purpose == PurposeClause.Every
        ? new("every purpose", "toute finalité")
        : Shown.Same(purpose);

    private static ClauseMember Of(Metric metric)
    {
        Wording measure = metric.Weight is { } weight
            ? new($"weight {Shown.Number(weight).English}", $"poids {Shown.Number(weight).French}")
            : Quota(metric.AtLeast, metric.AtMost);
        return new ClauseMember(
            "metric/" + metric.Name,
            new($"Measure “{metric.Name}”", $"Mesure «\u00a0{metric.Name}\u00a0»"),
            new($"{measure.English}. {metric.Definition}", $"{measure.French}. {metric.Definition}"));
    }

    private static Wording Quota(double? least, double? most)
    {
        Wording from = Shown.Share(least ?? 0), to = Shown.Share(most ?? 1);
        return most is null ? new($"at least {from.English}", $"au moins {from.French}")
            : least is null ? new($"at most {to.English}", $"au plus {to.French}")
            : new($"from {from.English} to {to.English}", $"de {from.French} à {to.French}");
    }

    private static List<ClauseMember> Of(Requirement requires)
    {
        string english = string.Join(", ", requires.Signers.Select(role => SignerRole.Of(role).English));
        string french = string.Join(", ", requires.Signers.Select(role => SignerRole.Of(role).French));
        List<ClauseMember> members =
        [
            new("requires/name", new("Evidence asked for", "Preuve demandée"), Shown.Same(requires.Name)),
            new("requires/type", new("Its type", "Son type"), Shown.Same(requires.PredicateType)),
            new("requires/signers", new("Signed by", "Signée par"), requires.Signers.Count == 0
                ? new($"anyone recognised, {requires.Count} at least", $"au moins {requires.Count}, reconnu ici")
                : new($"{requires.Count} at least, of the role {english}",
                    $"au moins {requires.Count}, du rôle {french}")),
        ];
        if (requires.MaxAgeDays is { } days)
        {
            members.Add(new("requires/age", new("Not older than", "Pas plus ancienne que"), Days(days)));
        }

        foreach (FigureTest test in requires.Tests)
        {
            members.Add(new("requires/test" + test.Figure,
                new($"Figure {test.Figure}", $"Chiffre {test.Figure}"), Bound(test)));
        }

        if (requires.Classes.Count > 0)
        {
            members.Add(new("requires/classes", new("Asked of the classes", "Demandée aux classes"),
                Shown.Same(string.Join(", ", requires.Classes))));
        }

        return members;
    }

    private static Wording Bound(FigureTest test)
    {
        if (test.Is is { } text)
        {
            return new($"has to be “{text}”", $"doit être «\u00a0{text}\u00a0»");
        }

        Wording least = Shown.Number(test.AtLeast ?? 0), most = Shown.Number(test.AtMost ?? 0);
        return test.AtMost is null ? new($"at least {least.English}", $"au moins {least.French}")
            : test.AtLeast is null ? new($"at most {most.English}", $"au plus {most.French}")
            : new($"from {least.English} to {most.English}", $"de {least.French} à {most.French}");
    }

    private static List<ClauseMember> Of(TermClause term)
    {
        List<ClauseMember> members =
            [new("expires", new("Ends on", "Prend fin le"), Shown.Same(Shown.Time(term.Expires)))];
        if (term.Review is { } review)
        {
            members.Add(new("review", new("To be reviewed by", "À réexaminer avant le"),
                Shown.Same(Shown.Time(review))));
        }

        if (term.LeaseDays is { } days)
        {
            members.Add(new("leaseDays", new("A permit lasts at most", "Un permis dure au plus"), Days(days)));
        }

        return members;
    }

    private static Wording Days(int days) => days == 1 ? new("1 day", "1 jour") : new($"{days} days", $"{days} jours");
}
