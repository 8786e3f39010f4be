using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.Mandate.Mandates;

/// <summary>
/// The event of a version that is put to adoption: it does not change any more, and the rule is the one of that day.
/// Public.
/// </summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Digest">The hash of the document.</param>
/// <param name="Rule">The place in the log of the rule.</param>
public sealed record MandatePut(string Mandate, int Version, string Digest, long Rule)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "mandate-put";

    /// <summary>The consultation that ratifies it; null where the rule asks nobody.</summary>
    public string? Consultation { get; init; }

    /// <summary>The statement of that consultation for each clause, by the clause's id; in the order of clauses.
    /// </summary>
    public IReadOnlyList<(string Clause, string Statement)> Statements { get; init; } = [];

    /// <summary>Who: a holder of a role; null for whoever runs the machine.</summary>
    public string? By { get; init; }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            if (Consultation is not null)
            {
                body.Name("consultation");
                body.Text(Consultation);
            }

            body.Name("digest");
            body.Text(Digest);
            body.Name("mandate");
            body.Text(Mandate);
            body.Name("rule");
            body.Number(Rule);
            body.Name("statements");
            body.StartArray();
            foreach ((string clause, string statement) in Statements)
            {
                body.StartArray();
                body.Text(clause);
                body.Text(statement);
                body.EndArray();
            }

            body.EndArray();
            body.Name("version");
            body.Number(Version);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static MandatePut? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(entry.Body);
        JsonElement body = document.RootElement;
        return body.Text("mandate") is { Length: > 0 } mandate && body.Whole("version") is > 0 and { } version
            && body.Text("digest") is { } digest && body.Place("rule") is { } rule
            && body.TryGetProperty("statements", out JsonElement pairs) && pairs.ValueKind == JsonValueKind.Array
            && pairs.EnumerateArray().All(IsPair)
            ? new MandatePut(mandate, version, digest, rule)
            {
                Consultation = body.Text("consultation"),
                Statements = [.. pairs.EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))],
                By = body.Text("by"),
            }
            : null;
    }

    private static bool IsPair(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
        && pair.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
