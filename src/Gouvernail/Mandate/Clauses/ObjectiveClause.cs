using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>What an automaton has to optimise: named metrics, each with a weight or a quota.</summary>
public sealed record ObjectiveClause : Clause
{
    /// <summary>The most metrics.</summary>
    public const int MostMetrics = 20;

    /// <inheritdoc/>
    public override string Kind => "objective";

    /// <summary>The metrics, at least one, each named once.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <inheritdoc/>
    protected override void Write(JsonObject json) =>
        ClauseJson.Add(json, "metrics", Metrics, metric => metric.ToJson());

    internal static ObjectiveClause Read(JsonForm form, string id, string text, IReadOnlyList<Citation> cites)
    {
        IReadOnlyList<Metric> metrics = form.Many("metrics", MostMetrics, Metric.Read);
        if (metrics.Select(metric => metric.Name).Distinct(StringComparer.Ordinal).Count() < metrics.Count)
        {
            form.Wrong("metrics", new("each metric is named once", "chaque mesure est nommée une fois"));
        }

        return new ObjectiveClause { Id = id, Text = text, Cites = cites, Metrics = metrics };
    }
}

/// <summary>A figure that an objective is made of.</summary>
/// <param name="Name">Its name, such as <c>quality</c>.</param>
/// <param name="Definition">How it is measured, so that two people would come to the same figure.</param>
public sealed record Metric(string Name, string Definition)
{
    private const int LongestName = 64;
    private const double LargestWeight = 1000;

    /// <summary>Its weight beside the others; null where it is a quota.</summary>
    public double? Weight { get; init; }

    /// <summary>The least share that it has to reach, 0 to 1; null for none.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The largest share that it may reach, 0 to 1; null for none.</summary>
    public double? AtMost { get; init; }

    internal static Metric? Read(JsonForm form)
    {
        var metric = new Metric(form.Text("name", LongestName), form.Text("definition", Clause.LongestText))
        {
            Weight = form.Number("weight", -LargestWeight, LargestWeight, required: false),
            AtLeast = form.Number("atLeast", 0, 1, required: false),
            AtMost = form.Number("atMost", 0, 1, required: false),
        };
        bool isQuota = metric.AtLeast is not null || metric.AtMost is not null;
        if (isQuota == metric.Weight is not null || metric.AtLeast > metric.AtMost)
        {
            form.Wrong("", new(
                "a metric has either a weight, or a quota: atLeast, atMost or both, in this order",
                "une mesure a soit un poids (weight), soit un quota\u00a0: atLeast, atMost ou les deux, dans cet "
                    + "ordre"));
        }

        return metric;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["name"] = Name, ["definition"] = Definition };
        ClauseJson.Add(json, "weight", Weight);
        ClauseJson.Add(json, "atLeast", AtLeast);
        ClauseJson.Add(json, "atMost", AtMost);
        return json;
    }
}
