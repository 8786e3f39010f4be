using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>The event of a community that takes another name; public.</summary>
/// <param name="Name">What it calls itself from now on.</param>
/// <param name="By">Who decided: a holder of a role.</param>
public sealed record CommunityNamed(string Name, string? By)
{
    /// <summary>The kind of its entry.</summary>
    public const string Kind = "community-named";

    /// <summary>Decides.</summary>
    public static Decision Decide(CommunityNamed act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Name.Length is > 0 and <= CommunityFounded.LongestName
            ? Decision.Log(act.ToDraft())
            : Decision.Refuse("community-name", new(
                $"a community's name has 1 to {CommunityFounded.LongestName} characters",
                $"le nom d’une communauté a de 1 à {CommunityFounded.LongestName} caractères"));
    }

    /// <summary>The event for the log.</summary>
    public Draft ToDraft() => new(Kind)
    {
        Body = CanonicalObject.Of(body =>
        {
            body.By(By);
            body.Name("name");
            body.Text(Name);
        }),
    };

    /// <summary>Reads an entry of this kind; null where it is not one.</summary>
    public static CommunityNamed? Read(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind != Kind || entry.IsSealed)
        {
            return null;
        }

        using JsonDocument body = JsonDocument.Parse(entry.Body);
        return body.RootElement.Text("name") is { } name
            ? new CommunityNamed(name, body.RootElement.Text("by"))
            : null;
    }
}
