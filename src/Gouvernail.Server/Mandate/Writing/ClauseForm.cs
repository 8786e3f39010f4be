using System.Globalization;
using System.Text.Json.Nodes;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>A clause as a form has it: texts as they were typed, of which the format's reader is the judge.</summary>
public sealed record ClauseForm
{
    /// <summary>Rows of measures, and of tests, that a form offers.</summary>
    public const int Rows = 4;

    /// <summary>Its number.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its kind.</summary>
    public string Kind { get; init; } = "limit";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Purposes allowed, one a line.</summary>
    public string Allowed { get; init; } = "";

    /// <summary>Purposes forbidden, one a line.</summary>
    public string Forbidden { get; init; } = "";

    /// <summary>Measures: name, definition, weight, at least, at most.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Metrics { get; init; } = Empty(5);

    /// <summary>What the evidence asked for is called; empty for none.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The type of its predicate.</summary>
    public string PredicateType { get; init; } = "";

    /// <summary>Roles that sign it, with commas.</summary>
    public string Signers { get; init; } = "";

    /// <summary>How many sign it.</summary>
    public string Count { get; init; } = "";

    /// <summary>For how many days it is valid.</summary>
    public string MaxAgeDays { get; init; } = "";

    /// <summary>Tests: figure, at least, at most, text that it has to be.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Tests { get; init; } = Empty(4);

    /// <summary>When the mandate ends.</summary>
    public string Expires { get; init; } = "";

    /// <summary>When it is reviewed.</summary>
    public string Review { get; init; } = "";

    /// <summary>How many days a permit lasts at most.</summary>
    public string LeaseDays { get; init; } = "";

    /// <summary>The form of a clause as it stands.</summary>
    public static ClauseForm Of(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        var form = new ClauseForm { Id = clause.Id, Kind = clause.Kind, Text = clause.Text };
        return clause switch
        {
            PurposeClause purpose => form with
            {
                Allowed = string.Join('\n', purpose.Allowed),
                Forbidden = string.Join('\n', purpose.Forbidden),
            },
            ObjectiveClause objective => form with
            {
                Metrics = Filled(5, objective.Metrics.Select(metric => (string[])
                [
                    metric.Name, metric.Definition, Typed(metric.Weight), Typed(metric.AtLeast), Typed(metric.AtMost),
                ])),
            },
            TermClause term => form with
            {
                Expires = Day(term.Expires),
                Review = term.Review is { } review ? Day(review) : "",
                LeaseDays = Typed(term.LeaseDays),
            },
            LimitClause { Requires: { } requires } => form.With(requires),
            EvidenceClause evidence => form.With(evidence.Requires),
            _ => form,
        };
    }

    /// <summary>What was sent.</summary>
    /// <param name="sent">The fields.</param>
    /// <param name="kind">The kind; null where a field says it.</param>
    /// <param name="prefix">What stands before the names of its fields.</param>
    internal static ClauseForm Read(IFormCollection sent, string? kind = null, string prefix = "")
    {
        string Field(string name) => sent[prefix + name].ToString().Trim();
        IReadOnlyList<string>[] Table(string name, params string[] columns) =>
        [
            .. Enumerable.Range(0, Rows).Select(row => (IReadOnlyList<string>)
                [.. columns.Select(column => Field(string.Create(
                    CultureInfo.InvariantCulture, $"{name}-{row}-{column}")))]),
        ];
        return new ClauseForm
        {
            Id = Field("id"),
            Kind = kind ?? Field("kind"),
            Text = Field("text"),
            Allowed = Field("allowed"),
            Forbidden = Field("forbidden"),
            Metrics = Table("metric", "name", "definition", "weight", "least", "most"),
            Evidence = Field("evidence"),
            PredicateType = Field("type"),
            Signers = Field("signers"),
            Count = Field("count"),
            MaxAgeDays = Field("age"),
            Tests = Table("test", "figure", "least", "most", "equals"),
            Expires = Field("expires"),
            Review = Field("review"),
            LeaseDays = Field("lease"),
        };
    }

    /// <summary>The clause in the format of mandates.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cites">What it cites.</param>
    internal JsonObject ToJson(string id, JsonArray cites)
    {
        var json = new JsonObject { ["id"] = id, ["kind"] = Kind, ["text"] = Text, ["cites"] = cites };
        switch (Kind)
        {
            case "purpose":
                json["allowed"] = List(Allowed, '\n');
                json["forbidden"] = List(Forbidden, '\n');
                break;
            case "objective":
                json["metrics"] = Objects(Metrics, ("name", false), ("definition", false), ("weight", true),
                    ("atLeast", true), ("atMost", true));
                break;
            case "term":
                Add(json, "expires", Expires, isNumber: false);
                Add(json, "review", Review, isNumber: false);
                Add(json, "leaseDays", LeaseDays, isNumber: true);
                break;
            case "limit" when Evidence.Length + PredicateType.Length == 0:
                break;
            default:
                json["requires"] = Requires();
                break;
        }

        return json;
    }

    private static IReadOnlyList<string>[] Empty(int columns) => Filled(columns, []);

    private static IReadOnlyList<string>[] Filled(int columns, IEnumerable<string[]> rows) =>
    [
        .. rows.Concat(Enumerable.Repeat(Enumerable.Repeat("", columns).ToArray(), Rows)).Take(Rows),
    ];

    private static JsonArray List(string text, char between) =>
        [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(item => (JsonNode)item)];

    private static JsonArray Objects(
        IReadOnlyList<IReadOnlyList<string>> rows, params (string Name, bool Number)[] columns)
    {
        var list = new JsonArray();
        foreach (IReadOnlyList<string> row in rows.Where(row => row.Any(cell => cell.Length > 0)))
        {
            var item = new JsonObject();
            for (int i = 0; i < columns.Length; i++)
            {
                Add(item, columns[i].Name, row[i], columns[i].Number);
            }

            list.Add(item);
        }

        return list;
    }

    /// <summary>Adds what was typed; what should be a number and is none is told by the reader, with its place.
    /// </summary>
    private static void Add(JsonObject json, string name, string typed, bool isNumber)
    {
        if (typed.Length == 0)
        {
            return;
        }

        json[name] = isNumber && double.TryParse(
            typed.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : typed;
    }

    private static string Typed(double? number) => number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private JsonObject Requires()
    {
        var json = new JsonObject();
        Add(json, "name", Evidence, isNumber: false);
        Add(json, "predicateType", PredicateType, isNumber: false);
        if (Signers.Length > 0)
        {
            json["signers"] = List(Signers, ',');
        }

        Add(json, "count", Count, isNumber: true);
        Add(json, "maxAgeDays", MaxAgeDays, isNumber: true);
        json["tests"] = Objects(Tests, ("figure", false), ("atLeast", true), ("atMost", true), ("equals", false));
        return json;
    }

    private ClauseForm With(Requirement requires) => this with
    {
        Evidence = requires.Name,
        PredicateType = requires.PredicateType,
        Signers = string.Join(", ", requires.Signers),
        Count = Typed(requires.Count),
        MaxAgeDays = Typed(requires.MaxAgeDays),
        Tests = Filled(4, requires.Tests.Select(test => (string[])
            [test.Figure, Typed(test.AtLeast), Typed(test.AtMost), test.Is ?? ""])),
    };
}
