using System.Text.Json.Nodes;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>How long the mandate lasts, and when people look at it again.</summary>
public sealed record TermClause : Clause
{
    private const int MostLeaseDays = 3650;

    /// <inheritdoc/>
    public override string Kind => "term";

    /// <summary>When it ends: nothing runs under it from then on.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it is to be reviewed; null where nothing is said.</summary>
    public DateTimeOffset? Review { get; init; }

    /// <summary>How many days a permit lasts at most; null for as long as the mandate.</summary>
    public int? LeaseDays { get; init; }

    /// <inheritdoc/>
    protected override void Write(JsonObject json)
    {
        ClauseJson.Add(json, "expires", Expires);
        ClauseJson.Add(json, "review", Review);
        ClauseJson.Add(json, "leaseDays", (double?)LeaseDays);
    }

    internal static TermClause Read(JsonForm form, string id, string text, IReadOnlyList<Citation> cites)
    {
        var clause = new TermClause
        {
            Id = id,
            Text = text,
            Cites = cites,
            Expires = form.Second("expires") ?? default,
            Review = form.Second("review", required: false),
            LeaseDays = (int?)form.Whole("leaseDays", 1, MostLeaseDays, required: false),
        };
        if (clause.Review > clause.Expires)
        {
            form.Wrong("review", new(
                "a review comes before the end", "un réexamen vient avant la fin"));
        }

        return clause;
    }
}
