using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Mandate.Mandates;

/// <summary>Asks to take a mandate back.</summary>
/// <param name="Mandate">The mandate's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who: a holder of a role; null for whoever runs the machine.</param>
public sealed record RevokeMandate(string Mandate, string Reason, string? By)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Roles roles, MandateBook book, RevokeMandate act)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(act);
        return !roles.Lets(act.By, Role.Facilitator) ? RoleRefusals.NotAllowed()
            : book.Find(act.Mandate) is not { } mandate ? MandateRefusals.NoMandate(act.Mandate)
            : mandate.Revoked is not null ? MandateRefusals.IsRevoked(mandate)
            : PublicReason.Fault(act.Reason) is { } fault ? fault
            : Decision.Log(new MandateRevoked(act.Mandate, act.Reason.Trim(), act.By).ToDraft());
    }
}
