namespace Gouvernail.People;

/// <summary>Who holds which role, and what the community is called: a copy, which does not change.</summary>
/// <param name="Community">What the community calls itself; may be empty.</param>
/// <param name="Holders">All who hold or held a role.</param>
public sealed record RoleBook(string Community, IReadOnlyList<RoleHolder> Holders)
{
    /// <summary>Finds a holder; null where there is none.</summary>
    public RoleHolder? Find(string? holder) => Holders.FirstOrDefault(h => h.Id == holder);

    /// <summary>True where somebody has taken this role, or a higher one, and holds it still.</summary>
    public bool Allows(string? holder, Role role) => Find(holder) is { } found && found.Allows(role);
}
