using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>Asks to make invitations that are good for one person each, or for anybody who has them.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Count">How many.</param>
/// <param name="Use">What each is good for; not <see cref="InvitationUse.Member"/>.</param>
/// <param name="Label">What the facilitators call them, in public; may be empty.</param>
/// <param name="Expires">When they stop to admit anybody new.</param>
/// <param name="By">Who asks: a holder of a role.</param>
/// <param name="Key">A fresh key for codes, where the consultation has none yet; else null.</param>
public sealed record IssueInvitations(
    string Consultation,
    int Count,
    InvitationUse Use,
    string Label,
    DateTimeOffset Expires,
    string? By,
    byte[]? Key)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, IssueInvitations act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(act.Consultation);
        }

        return act.Use == InvitationUse.Member ? Decision.Refuse("members-by-list", new(
                "personal links are made from a list of members",
                "les liens personnels se font d’une liste de membres"))
            : InvitationRules.Check(consultation, act.Count, act.Label, act.Expires, now)
                ?? Decision.Log(new InvitationsIssued(
                    consultation.NextInvitation, act.Count, act.Use, act.Label, act.Expires, act.By)
                    .ToDraft(act.Consultation, act.Key));
    }
}
