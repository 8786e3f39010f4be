using Gouvernail.Journals;
using Gouvernail.Mandate.Clauses;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>Where facilitators begin with mandates.</summary>
/// <param name="Mandates">The mandates, and the rule in force.</param>
/// <param name="Rule">The rule, to be changed.</param>
public sealed record DeskModel(MandatesModel Mandates, RuleForm Rule)
{
    /// <summary>The JSON that was pasted and refused.</summary>
    public string Pasted { get; init; } = "";

    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }
}

/// <summary>A new mandate: its head, and the two clauses that none is without.</summary>
public sealed record NewMandateModel
{
    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Preamble { get; init; } = "";

    /// <summary>The language of its texts.</summary>
    public string MandateLanguage { get; init; } = "";

    /// <summary>What automata are for.</summary>
    public ClauseForm Purpose { get; init; } = new() { Kind = "purpose" };

    /// <summary>How long it lasts.</summary>
    public ClauseForm Term { get; init; } = new() { Kind = "term" };

    /// <summary>The result whose statements are shown.</summary>
    public required CiteModel Cites { get; init; }

    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }
}

/// <summary>What a clause may cite.</summary>
/// <param name="Results">The published results.</param>
/// <param name="Chosen">The one whose statements are shown; null where there is none.</param>
/// <param name="Statements">Its statements.</param>
public sealed record CiteModel(
    IReadOnlyList<ResultChoice> Results, long? Chosen, IReadOnlyList<StatementChoice> Statements)
{
    internal static CiteModel Of(Community community, string? asked, Clause? clause = null)
    {
        IReadOnlyList<ResultChoice> results = CitableResults.Of(community);
        long? usual = clause?.Cites[0].Result ?? (results.Count > 0 ? results[0].Position : null);
        long? chosen = long.TryParse(
            asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out long position) && results.Any(result => result.Position == position) ? position : usual;
        return new CiteModel(results, chosen, chosen is { } at
            ? CitableResults.StatementsOf(community, at, CitableResults.CitedBy(clause))
            : []);
    }
}

/// <summary>A mandate that is being written, or that lives.</summary>
/// <param name="Mandate">The mandate.</param>
/// <param name="Line">Where it is in its life.</param>
public sealed record WritingModel(MandateHistory Mandate, MandateLine Line)
{
    /// <summary>The clause that is added or changed.</summary>
    public required ClauseForm Form { get; init; }

    /// <summary>What it may cite.</summary>
    public required CiteModel Cites { get; init; }

    /// <summary>Consultations that are still drafts, without statements: their ids and questions.</summary>
    public IReadOnlyList<(string Id, string Topic)> Drafts { get; init; } = [];

    /// <summary>Results over the consultation that ratifies it.</summary>
    public IReadOnlyList<long> Ratifying { get; init; } = [];

    /// <summary>True where the rule asks people.</summary>
    public bool AsksPeople { get; init; }

    /// <summary>True where the rule asks trustees.</summary>
    public bool AsksTrustees { get; init; }

    /// <summary>True where a rule is in force.</summary>
    public bool HasRule { get; init; }

    /// <summary>The reason that was typed and refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why nothing was done; null where there is nothing to say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The last version.</summary>
    public MandateVersion Last => Mandate.Last;

    /// <summary>The path of its pages for facilitators.</summary>
    public string Path => "/facilitate/mandates/" + Mandate.Id;
}
