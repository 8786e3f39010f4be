using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>What all invitations have to keep to.</summary>
internal static class InvitationRules
{
    /// <summary>The refusal; null where they can be made.</summary>
    public static Decision? Check(
        Consultation consultation, int count, string label, DateTimeOffset expires, DateTimeOffset now) =>
        consultation.Stage.IsOver() ? Refusals.NotOpen(consultation.Stage)
        : count is < 1 or > InvitationsIssued.MostAtOnce
            || count > InvitationsIssued.Most - consultation.NextInvitation + 1
            ? Decision.Refuse("invitation-count", new(
                $"1 to {InvitationsIssued.MostAtOnce} invitations are made at once, {InvitationsIssued.Most} in all",
                $"on fait de 1 à {InvitationsIssued.MostAtOnce} invitations à la fois, et {InvitationsIssued.Most} "
                    + "en tout"))
        : label.Length > InvitationsIssued.LongestLabel ? Decision.Refuse("label-too-long", new(
            $"a label has at most {InvitationsIssued.LongestLabel} characters",
            $"un intitulé a au plus {InvitationsIssued.LongestLabel} caractères"))
        : expires <= now ? Decision.Refuse("expired-already", new(
            "the day on which they expire is past", "le jour où elles expirent est passé"))
        : null;
}
