using System.Text.Json;
using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a decision of the facilitators on a statement; public.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Moderation">What they decided.</param>
/// <param name="IsMeta">True for a statement about the participants or the process.</param>
public sealed record StatementModerated(string Statement, Moderation Moderation, bool IsMeta)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "statement-moderated";

    private static readonly string[] _words = ["rejected", "unmoderated", "accepted"];

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Body = CanonicalObject.Of(body =>
        {
            body.Name("meta");
            body.Flag(IsMeta);
            body.Name("moderation");
            body.Text(_words[(int)Moderation + 1]);
            body.Name("statement");
            body.Text(Statement);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static StatementModerated? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        return root.TryGetProperty("statement", out JsonElement statement)
            && statement.ValueKind == JsonValueKind.String
            && root.TryGetProperty("moderation", out JsonElement word) && word.ValueKind == JsonValueKind.String
            && Array.IndexOf(_words, word.GetString()) is >= 0 and int index
            && root.TryGetProperty("meta", out JsonElement meta)
            && meta.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new StatementModerated(statement.GetString()!, (Moderation)(index - 1), meta.GetBoolean())
            : null;
    }
}
