using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Server.People;

/// <summary>Who holds a role.</summary>
/// <param name="Holders">All who hold, held or were offered one.</param>
/// <param name="Self">Who looks.</param>
/// <param name="Now">When.</param>
public sealed record PeopleModel(IReadOnlyList<RoleHolder> Holders, RoleHolder Self, DateTimeOffset Now)
{
    /// <summary>True for who may give and take roles.</summary>
    public bool CanAct => Self.Allows(Role.Facilitator);

    /// <summary>A link just made, shown this once; null where none was.</summary>
    public string? Link { get; init; }

    /// <summary>Whose link it is.</summary>
    public RoleHolder? LinkOf { get; init; }

    /// <summary>Why nothing was done; null where it was.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The name that was typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The role that was chosen.</summary>
    public Role Role { get; init; } = Role.Moderator;
}
