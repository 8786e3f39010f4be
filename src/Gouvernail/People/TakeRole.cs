using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>Asks to use a role's link.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Link">The number of the link.</param>
public sealed record TakeRole(string Holder, int Link)
{
    /// <summary>Decides: a link works once, until it expires or another one is made.</summary>
    public static Decision Decide(Roles state, TakeRole act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return state.TryGet(act.Holder, out RoleHolder? holder) && !holder.IsRevoked && !holder.IsLinkUsed
            && holder.Link == act.Link && holder.Expires > now
            ? Decision.Log(new RoleTaken(act.Holder, act.Link).ToDraft())
            : Decision.Refuse("link-void", new(
                "this link was used already, has expired, or was replaced by another: ask for a new one",
                "ce lien a déjà servi, a expiré ou a été remplacé par un autre\u00a0: demandez-en un nouveau"));
    }
}
