using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The first event of a log: whose it is.</summary>
/// <param name="Name">What the community calls itself.</param>
public sealed record CommunityFounded(string Name)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "community-founded";

    /// <summary>The most characters in a name.</summary>
    public const int LongestName = 500;

    /// <summary>Decides to found a community on a log of a given size.</summary>
    public static Decision Decide(CommunityFounded founding, long size)
    {
        ArgumentNullException.ThrowIfNull(founding);
        if (size > 0)
        {
            return Decision.Refuse("founded-already", new(
                "this log has a community already", "ce registre a déjà une communauté"));
        }

        if (founding.Name.Length > LongestName)
        {
            return Decision.Refuse("name-too-long", new(
                $"a community's name has at most {LongestName} characters",
                $"le nom d’une communauté a au plus {LongestName} caractères"));
        }

        return Decision.Log(new Draft(Kind)
        {
            Body = CanonicalObject.Of(body =>
            {
                body.Name("name");
                body.Text(founding.Name);
            }),
        });
    }

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static CommunityFounded? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
            ? new CommunityFounded(name.GetString()!)
            : null;
    }
}
