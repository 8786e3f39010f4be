using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Invitations;

/// <summary>Asks to put people on a consultation's list: each gets a personal invitation.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Identifiers">E-mail addresses, or what else the community knows them by; each once.</param>
/// <param name="Label">What the facilitators call this list, in public; may be empty.</param>
/// <param name="Expires">When the links stop to admit anybody new.</param>
/// <param name="By">Who asks: a holder of a role.</param>
/// <param name="Key">A fresh key for codes, where the consultation has none yet; else null.</param>
public sealed record ListMembers(
    string Consultation,
    IReadOnlyList<string> Identifiers,
    string Label,
    DateTimeOffset Expires,
    string? By,
    byte[]? Key)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, ListMembers act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(act.Consultation);
        }

        if (InvitationRules.Check(consultation, act.Identifiers.Count, act.Label, act.Expires, now) is { } refusal)
        {
            return refusal;
        }

        if (act.Identifiers.Any(i => i.Length is 0 or > MemberListed.LongestIdentifier))
        {
            return Decision.Refuse("identifier-length", new(
                $"an identifier has 1 to {MemberListed.LongestIdentifier} characters",
                $"un identifiant a de 1 à {MemberListed.LongestIdentifier} caractères"));
        }

        int first = consultation.NextInvitation;
        return Decision.Log(
        [
            new InvitationsIssued(
                first, act.Identifiers.Count, InvitationUse.Member, act.Label, act.Expires, act.By)
                .ToDraft(act.Consultation, act.Key),
            .. act.Identifiers.Select((identifier, i) =>
                new MemberListed(first + i, identifier).ToDraft(act.Consultation)),
        ]);
    }
}
