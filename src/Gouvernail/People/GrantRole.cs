using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>Asks to offer a role, or to make a new link for somebody who has one.</summary>
/// <param name="Holder">Who has one; null for somebody new.</param>
/// <param name="Role">The role of somebody new.</param>
/// <param name="Name">What the others call them; may be empty.</param>
/// <param name="By">Who asks: a facilitator; null for whoever runs the machine.</param>
/// <param name="Key">The community's key for roles, where none was kept yet; else null.</param>
public sealed record GrantRole(string? Holder, Role Role, string Name, string? By, byte[]? Key)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>Decides.</summary>
    public static Decision Decide(Roles state, GrantRole act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        if (act.Name.Length > HolderNamed.LongestName)
        {
            return Decision.Refuse("name-too-long", new(
                $"a name has at most {HolderNamed.LongestName} characters",
                $"un nom a au plus {HolderNamed.LongestName} caractères"));
        }

        RoleHolder? before = null;
        if (act.Holder is not null && (!state.TryGet(act.Holder, out before) || before.IsRevoked))
        {
            return RoleRefusals.NoHolder();
        }

        string holder = before?.Id ?? state.NextHolder;
        Draft granted = new RoleGranted(
            holder, before?.Role ?? act.Role, (before?.Link ?? 0) + 1, now + LinkLife, act.By).ToDraft(act.Key);
        return act.Name.Length == 0
            ? Decision.Log(granted)
            : Decision.Log([granted, new HolderNamed(holder, act.Name).ToDraft()]);
    }
}
