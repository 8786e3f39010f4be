using System.Text.Json;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>The event of a consultation by statements that opens.</summary>
/// <param name="Topic">The question put to people.</param>
/// <param name="Description">The longer text shown to participants; may be empty.</param>
/// <param name="Url">Where it takes place, or took place before it was imported; may be empty.</param>
/// <param name="Publishes">What the public may open.</param>
public sealed record ConsultationOpened(string Topic, string Description, string Url, Publication Publishes)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "consultation-opened";

    /// <summary>The most bytes of topic, description and address together: an entry holds 65,535.</summary>
    public const int LongestTexts = 10_000;

    private const string Type = "statements";

    /// <summary>The event for the log.</summary>
    /// <param name="consultation">Its id.</param>
    /// <param name="key">The key of its pseudonyms.</param>
    public Draft ToDraft(string consultation, byte[] key) => new(Kind)
    {
        Consultation = consultation,
        Secret = new Secret(Pseudonyms.SecretOf(consultation), key),
        Body = CanonicalObject.Of(body =>
        {
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
            body.Name("topic");
            body.Text(Topic);
            body.Name("type");
            body.Text(Type);
            body.Name("url");
            body.Text(Url);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static ConsultationOpened? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed || entry.Consultation is null)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        JsonElement root = body.RootElement;
        if (root.Text("type") != Type || root.Text("topic") is not { } topic
            || root.Text("description") is not { } description || root.Text("url") is not { } url
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

        return new ConsultationOpened(topic, description, url, publishes);
    }
}
