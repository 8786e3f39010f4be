using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Consult.Live;
using Gouvernail.Mandate.Clauses;

namespace Gouvernail.Server.Mandate.Writing;

/// <summary>A published result that clauses may cite.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Topic">The question put to people.</param>
public sealed record ResultChoice(long Position, string Consultation, string Topic);

/// <summary>A statement that a clause may cite, with its votes.</summary>
/// <param name="Value">What a form sends for it: the result's place and the statement's id.</param>
/// <param name="Text">What it says; null where that is not shown.</param>
/// <param name="Support">Who was for it, and who against.</param>
/// <param name="Cited">True where it is cited already.</param>
public sealed record StatementChoice(string Value, string? Text, Support Support, bool Cited);

/// <summary>What clauses may cite: the published results, and their statements.</summary>
internal static class CitableResults
{
    /// <summary>The results, the last first.</summary>
    public static IReadOnlyList<ResultChoice> Of(Community community) =>
    [
        .. community.MandateBook.Results.Reverse().Select(pair => new ResultChoice(
            pair.Key, pair.Value.Consultation,
            community.Live.TryGet(pair.Value.Consultation, out LiveConsultation? live)
                ? live.View().Opened.Topic
                : "")),
    ];

    /// <summary>The statements of a result, those that most agree with first.</summary>
    public static IReadOnlyList<StatementChoice> StatementsOf(
        Community community, long position, IReadOnlySet<string> cited)
    {
        if (community.MandateBook.Results.GetValueOrDefault(position) is not { } result
            || community.OutputOf(result.Output) is not { } output)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(output);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("statementList", out JsonElement list)
            || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var choices = new List<StatementChoice>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("statement", out JsonElement id)
                && id.ValueKind == JsonValueKind.String
                && Support.Of(document.RootElement, id.GetString()!) is { Seen: > 0 } support)
            {
                string value = ValueOf(position, support.Statement);
                choices.Add(new StatementChoice(
                    value, MandateTexts.TextOf(community, result.Consultation, support.Statement), support,
                    cited.Contains(value)));
            }
        }

        return [.. choices.OrderByDescending(choice => choice.Cited)
            .ThenByDescending(choice => (double)choice.Support.Agree / choice.Support.Seen)];
    }

    /// <summary>What forms send for the statements that a clause cites.</summary>
    public static HashSet<string> CitedBy(Clause? clause) => clause is null ? [] :
    [
        .. from citation in clause.Cites
           from support in citation.Statements
           select ValueOf(citation.Result, support.Statement),
    ];

    /// <summary>The citations that ticked statements make, one a result.</summary>
    public static JsonArray ToJson(IEnumerable<string?> values)
    {
        var cites = new JsonArray();
        foreach (IGrouping<long, string> group in values
            .Select(value => (value ?? "").Split('/', 2))
            .Where(parts => parts.Length == 2
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(parts => long.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]))
        {
            cites.Add(new JsonObject
            {
                ["result"] = group.Key,
                ["statements"] = new JsonArray(
                    [.. group.Distinct().Select(statement => (JsonNode)new JsonObject { ["statement"] = statement })]),
            });
        }

        return cites;
    }

    private static string ValueOf(long position, string statement) =>
        string.Create(CultureInfo.InvariantCulture, $"{position}/{statement}");
}
