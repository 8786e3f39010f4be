using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>Asks to take a role away.</summary>
/// <param name="Holder">From whom.</param>
/// <param name="By">Who asks: a facilitator.</param>
public sealed record RevokeRole(string Holder, string By)
{
    /// <summary>Decides: one facilitator is always left.</summary>
    public static Decision Decide(Roles state, RevokeRole act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.Allows(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : !state.TryGet(act.Holder, out RoleHolder? holder) || holder.IsRevoked ? RoleRefusals.NoHolder()
            : !state.Holders.Any(h => h.Id != act.Holder && state.Allows(h.Id, Role.Facilitator))
                ? Decision.Refuse("last-facilitator", new(
                    "this is the last facilitator: let another one come in first",
                    "c’est la dernière personne qui anime\u00a0: faites d’abord entrer quelqu’un d’autre"))
            : Decision.Log(new RoleRevoked(act.Holder, act.By).ToDraft());
    }
}
