using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>The link by which the first facilitator comes in, or one more: whoever runs the machine reads it there.
/// </summary>
internal static class FirstLink
{
    /// <summary>Makes a link where nobody has ever facilitated, or where it was asked for.</summary>
    /// <returns>Its address; null where none is needed.</returns>
    public static async Task<string?> MakeAsync(
        Community community, ServerOptions options, IEnumerable<string> addresses, CancellationToken cancellation)
    {
        RoleHolder[] facilitators = [.. community.RoleBook.Holders.Where(h => h.Role == Role.Facilitator)];
        if (Array.Exists(facilitators, h => h.IsTaken) && !options.FacilitatorLink && !options.Demo)
        {
            return null;
        }

        // A link that nobody used is made anew, not the person for whom it was.
        string? holder = options.FacilitatorLink
            ? null
            : facilitators.FirstOrDefault(h => !h.IsTaken && !h.IsRevoked && h.Name.Length == 0)?.Id;
        (Outcome outcome, string? secret) = await community.GrantRoleAsync(
            holder, Role.Facilitator, "", null, cancellation);
        if (outcome.Refusal is not null)
        {
            return null;
        }

        string site = options.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? addresses.First();
        return $"{site}/role/{secret}";
    }
}
