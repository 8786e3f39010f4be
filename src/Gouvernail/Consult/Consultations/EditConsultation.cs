using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to change a consultation: freely while it is a draft, openly until somebody has voted.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Plan">How it is to stand, whole.</param>
public sealed record EditConsultation(string Consultation, ConsultationOpened Plan)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, EditConsultation act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Consultation, out Consultation? consultation)
                ? Refusals.NoConsultation(act.Consultation)
            : consultation.Stage.IsOver() ? Refusals.NotOpen(consultation.Stage)
            : consultation.Votes > 0 ? Decision.Refuse("voted-on", new(
                "somebody has voted: the question and its terms stay as they were put. Close it and open another",
                "quelqu’un a voté\u00a0: la question et ses règles restent telles qu’elles ont été posées. Fermez-la "
                    + "et ouvrez-en une autre"))
            : PlanRules.Check(act.Plan) is { } refusal ? refusal
            : consultation.Stage == Stage.Draft
                ? Decision.Log(new ConsultationDrafted(act.Plan).ToDraft(act.Consultation, null))
            : Decision.Log(new ConsultationEdited(act.Plan).ToDraft(act.Consultation));
    }
}
