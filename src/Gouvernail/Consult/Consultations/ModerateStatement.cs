using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to moderate a statement.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Moderated">What the facilitators decided.</param>
public sealed record ModerateStatement(string Consultation, StatementModerated Moderated)
{
    /// <summary>
    /// Decides. What is set aside needs a reason; a duplicate needs a statement that stays. Once it is closed the
    /// results are those of the close: who has to moderate then reopens it, or erases.
    /// </summary>
    public static Decision Decide(ConsultationList state, ModerateStatement act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        StatementModerated moderated = act.Moderated;
        return !state.TryGet(act.Consultation, out Consultation? consultation)
                ? Refusals.NoConsultation(act.Consultation)
            : consultation.Stage.IsOver() ? Refusals.NotOpen(consultation.Stage)
            : !consultation.Statements.ContainsKey(moderated.Statement) ? Refusals.NoStatement(moderated.Statement)
            : moderated.Reason.Length > StatementModerated.LongestReason
                || (moderated is { Moderation: Moderation.Rejected, SameAs: null }
                    && string.IsNullOrWhiteSpace(moderated.Reason))
                ? Refusals.NoReason(StatementModerated.LongestReason)
            : moderated.SameAs is { } same && !Stays(consultation, same, moderated)
                ? Decision.Refuse("not-a-duplicate", new(
                    $"statement {moderated.Statement} can only be merged into another one that stays",
                    $"l’énoncé {moderated.Statement} ne peut être fondu que dans un autre qui reste"))
            : Decision.Log(moderated.ToDraft(act.Consultation));
    }

    private static bool Stays(Consultation consultation, string same, StatementModerated moderated) =>
        same != moderated.Statement && moderated.Moderation == Moderation.Rejected
        && consultation.Statements.TryGetValue(same, out ListedStatement? kept)
        && kept.Decision.Moderation != Moderation.Rejected;
}
