using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>A role that a link offers; void where the link is not one, was used, has expired or was replaced.</summary>
/// <param name="Secret">The secret text of the link; empty where it is void.</param>
/// <param name="Holder">Whose role it is.</param>
/// <param name="Name">What the others call them; may be empty.</param>
/// <param name="Role">Which role.</param>
public sealed record RoleModel(string Secret, string Holder, string Name, Role Role)
{
    /// <summary>A void link: the same answer whatever the reason.</summary>
    public static RoleModel Void { get; } = new("", "", "", Role.Auditor);
}
