using System.Text.Json;
using System.Text.Json.Nodes;
using Gouvernail.Aggregate.Results;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Clauses;

/// <summary>What a clause stands on: statements in a published result, with the votes that the result counts.</summary>
/// <param name="Result">The place in the log of the result.</param>
/// <param name="Statements">The statements, at least one.</param>
public sealed record Citation(long Result, IReadOnlyList<Support> Statements)
{
    /// <summary>The most statements of one citation.</summary>
    public const int MostStatements = 50;

    /// <summary>The hash of the result's output; empty until it was looked up.</summary>
    public string Output { get; init; } = "";

    /// <summary>The consultation; empty until it was looked up.</summary>
    public string Consultation { get; init; } = "";

    /// <summary>The citation with what the log and the result's output say; a refusal where they say nothing of it.
    /// </summary>
    /// <param name="result">The result at that place of the log; null where there is none.</param>
    /// <param name="output">The result's output; null where it is not there.</param>
    public (Citation? Filled, Refusal? Refusal) Fill(ResultPublished? result, byte[]? output)
    {
        if (result is null)
        {
            return (null, new Refusal("no-such-result", new(
                $"entry {Result} of the log is not a published result: name one, or publish it first",
                $"l’entrée {Result} du registre n’est pas un résultat publié\u00a0: nommez-en un, ou publiez-le")));
        }

        if (output is null || Blobs.NameOf(output) != result.Output)
        {
            return (null, new Refusal("no-output", new(
                $"the output of the result at {Result} is not here: nobody could check the votes",
                $"la sortie du résultat en {Result} n’est pas là\u00a0: personne ne pourrait vérifier les votes")));
        }

        using JsonDocument document = JsonDocument.Parse(output);
        var supports = new List<Support>();
        foreach (Support asked in Statements)
        {
            if (Support.Of(document.RootElement, asked.Statement) is not { } support)
            {
                return (null, new Refusal("no-such-statement", new(
                    $"the result at {Result} has no statement {asked.Statement}",
                    $"le résultat en {Result} n’a pas d’énoncé {asked.Statement}")));
            }

            supports.Add(support);
        }

        return (new Citation(Result, supports) { Output = result.Output, Consultation = result.Consultation }, null);
    }

    internal static Citation? Read(JsonForm form) => new(
        form.Whole("result", 0, long.MaxValue) ?? 0,
        form.Many("statements", MostStatements, Support.Read))
    {
        Output = form.Text("output", 64, required: false),
        Consultation = form.Text("consultation", Entry.LongestName, required: false),
    };

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["result"] = Result };
        ClauseJson.Add(json, "consultation", Consultation);
        ClauseJson.Add(json, "output", Output);
        ClauseJson.Add(json, "statements", Statements, statement => statement.ToJson());
        return json;
    }
}
