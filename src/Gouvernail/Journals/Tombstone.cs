using System.Text.Json;

namespace Gouvernail.Journals;

/// <summary>The event of an erasure: the payload of an entry is gone, the entry and its proofs stay.</summary>
/// <param name="Index">The place of the entry.</param>
/// <param name="Ground">Why, in public and for ever: a reason without personal data.</param>
/// <param name="Authority">Who decided.</param>
public sealed record Tombstone(long Index, string Ground, string Authority)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "tombstone";

    /// <summary>The most characters in a ground or an authority.</summary>
    public const int LongestText = 2000;

    /// <summary>Decides whether an entry can be erased.</summary>
    /// <param name="erasure">What is asked for.</param>
    /// <param name="target">The entry at that place; null where there is none yet.</param>
    /// <param name="isThere">True where its payload is still kept.</param>
    public static Decision Decide(Tombstone erasure, Entry? target, bool isThere)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        if (target is null)
        {
            return Decision.Refuse("no-such-entry", new(
                $"the log has no entry {erasure.Index}", $"le registre n’a pas d’entrée {erasure.Index}"));
        }

        if (!target.IsSealed)
        {
            return Decision.Refuse("public-entry", new(
                $"entry {erasure.Index} ({target.Kind}) is public and part of the tree; it holds nothing sealed",
                $"l’entrée {erasure.Index} ({target.Kind}) est publique et fait partie de l’arbre\u00a0; elle n’a rien "
                    + "sous sceau"));
        }

        if (!isThere)
        {
            return Decision.Refuse("erased-already", new(
                $"what entry {erasure.Index} sealed is erased already",
                $"ce que l’entrée {erasure.Index} scellait est déjà effacé"));
        }

        if (erasure.Ground is not { Length: > 0 and <= LongestText }
            || erasure.Authority is not { Length: > 0 and <= LongestText })
        {
            return Decision.Refuse("no-ground", new(
                $"an erasure needs a ground and an authority, of at most {LongestText} characters each",
                $"un effacement demande un motif et une autorité, de {LongestText} caractères au plus chacun"));
        }

        return Decision.Log(new Draft(Kind)
        {
            Consultation = target.Consultation,
            Erases = erasure.Index,
            Body = CanonicalObject.Of(body =>
            {
                body.Name("authority");
                body.Text(erasure.Authority);
                body.Name("ground");
                body.Text(erasure.Ground);
                body.Name("index");
                body.Number(erasure.Index);
            }),
        });
    }

    /// <summary>Reads the body of an entry of this kind; null where it is not one.</summary>
    public static Tombstone? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.TryGetProperty("index", out JsonElement index)
            && index.ValueKind == JsonValueKind.Number && index.TryGetInt64(out long place)
            && body.RootElement.TryGetProperty("ground", out JsonElement ground)
            && ground.ValueKind == JsonValueKind.String
            && body.RootElement.TryGetProperty("authority", out JsonElement authority)
            && authority.ValueKind == JsonValueKind.String
            ? new Tombstone(place, ground.GetString()!, authority.GetString()!)
            : null;
    }
}
