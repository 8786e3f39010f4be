using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a consultation by statements that opens; public from then on.</summary>
/// <param name="Topic">The question put to people.</param>
/// <param name="Description">Why it is asked; may be empty.</param>
/// <param name="Url">Where it takes place, or took place before it was imported; may be empty.</param>
/// <param name="Publishes">What the public may open.</param>
public sealed record ConsultationOpened(string Topic, string Description, string Url, Publication Publishes)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "consultation-opened";

    /// <summary>The most bytes of its texts together: an entry holds 65,535.</summary>
    public const int LongestTexts = 10_000;

    private const string Type = "statements";

    /// <summary>On what terms people take part.</summary>
    public Terms Terms { get; init; } = new();

    /// <summary>Who opened it: a holder of a role; null where the log does not say.</summary>
    public string? By { get; init; }

    /// <summary>The event for the log.</summary>
    /// <param name="consultation">Its id.</param>
    /// <param name="key">The key of its pseudonyms; null where it has one since it was drafted.</param>
    public Draft ToDraft(string consultation, byte[]? key) => new(Kind)
    {
        Consultation = consultation,
        Secrets = key is null ? [] : [new Secret(Pseudonyms.SecretOf(consultation), key)],
        Body = CanonicalObject.Of(Write),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static ConsultationOpened? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind == Kind && !entry.IsSealed && entry.Consultation is not null ? Read(entry.Body) : null;
    }

    /// <summary>Writes the members of a body, which drafts and edits have too.</summary>
    internal void Write(CanonicalWriter body)
    {
        body.By(By);
        body.Name("description");
        body.Text(Description);
        body.Name("publishes");
        body.StartArray();
        if (Publishes.HasFlag(Publication.Statements))
        {
            body.Text("statements");
        }

        if (Publishes.HasFlag(Publication.Votes))
        {
            body.Text("votes");
        }

        body.EndArray();
        Terms.Write(body);
        body.Name("topic");
        body.Text(Topic);
        body.Name("type");
        body.Text(Type);
        body.Name("url");
        body.Text(Url);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is something else.</summary>
    internal static ConsultationOpened? Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument body = JsonDocument.Parse(json);
        JsonElement root = body.RootElement;
        if (root.Text("type") != Type || root.Text("topic") is not { } topic
            || root.Text("description") is not { } description || root.Text("url") is not { } url
            || Terms.Read(root) is not { } terms
            || !root.TryGetProperty("publishes", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        Publication publishes = Publication.Nothing;
        foreach (JsonElement item in list.EnumerateArray())
        {
            publishes |= item.ValueKind != JsonValueKind.String ? Publication.Nothing
                : item.ValueEquals("statements") ? Publication.Statements
                : item.ValueEquals("votes") ? Publication.Votes
                : Publication.Nothing;
        }

        return new ConsultationOpened(topic, description, url, publishes) { Terms = terms, By = root.Text("by") };
    }
}
