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

    /// <summary>The most characters in a reason.</summary>
    public const int LongestReason = 500;

    private static readonly string[] _words = ["rejected", "unmoderated", "accepted"];

    /// <summary>Why, in public and for ever; empty where nobody said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The statement that says the same and stays, where this one is set aside as its duplicate.</summary>
    public string? SameAs { get; init; }

    /// <summary>Who decided: a holder of a role; null where the log does not say.</summary>
    public string? By { get; init; }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft(string consultation) => new(Kind)
    {
        Consultation = consultation,
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("meta");
            body.Flag(IsMeta);
            body.Name("moderation");
            body.Text(_words[(int)Moderation + 1]);
            if (Reason.Length > 0)
            {
                body.Name("reason");
                body.Text(Reason);
            }

            if (SameAs is not null)
            {
                body.Name("same");
                body.Text(SameAs);
            }

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
        return root.Text("statement") is { } statement && root.Flag("meta") is { } meta
            && root.Text("moderation") is { } word && Array.IndexOf(_words, word) is >= 0 and int index
            ? new StatementModerated(statement, (Moderation)(index - 1), meta)
            {
                Reason = root.Text("reason") ?? "",
                SameAs = root.Text("same"),
                By = root.Text("by"),
            }
            : null;
    }
}
