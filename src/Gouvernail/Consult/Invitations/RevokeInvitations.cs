using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>Asks that invitations admit nobody any more.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Revoked">Which, and why.</param>
public sealed record RevokeInvitations(string Consultation, InvitationsRevoked Revoked)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, RevokeInvitations act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        InvitationsRevoked revoked = act.Revoked;
        return !state.TryGet(act.Consultation, out Consultation? consultation)
                ? Refusals.NoConsultation(act.Consultation)
            : string.IsNullOrWhiteSpace(revoked.Reason) || revoked.Reason.Length > StatementModerated.LongestReason
                ? Refusals.NoReason(StatementModerated.LongestReason)
            : revoked.First < 1 || revoked.Count < 1 || revoked.Count > consultation.NextInvitation - revoked.First
                ? Decision.Refuse("no-such-invitation", new(
                    "there are no such invitations", "il n’y a pas de telles invitations"))
            : Decision.Log(revoked.ToDraft(act.Consultation));
    }
}
