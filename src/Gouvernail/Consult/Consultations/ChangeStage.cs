using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to pause, resume, close or reopen a consultation.</summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Changed">What it is to be, and why.</param>
public sealed record ChangeStage(string Consultation, StageChanged Changed)
{
    /// <summary>The most characters in a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Decides. All but resuming needs a reason, which is public.</summary>
    public static Decision Decide(ConsultationList state, ChangeStage act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Consultation, out Consultation? consultation))
        {
            return Refusals.NoConsultation(act.Consultation);
        }

        (Stage from, Stage to) = (consultation.Stage, act.Changed.Stage);
        if (from == Stage.Archived)
        {
            return Refusals.NotOpen(from);
        }

        if ((from, to) is not ((Stage.Open, Stage.Paused) or (Stage.Open, Stage.Closed) or (Stage.Paused, Stage.Open)
            or (Stage.Paused, Stage.Closed) or (Stage.Closed, Stage.Open)))
        {
            return Decision.Refuse("wrong-stage", new(
                "the consultation is not in a stage from which this can be done; look at it again",
                "la consultation n’est pas à une étape où cela se peut\u00a0; regardez-la de nouveau"));
        }

        bool needsReason = (from, to) != (Stage.Paused, Stage.Open);
        return act.Changed.Reason.Length > LongestReason
            || (needsReason && string.IsNullOrWhiteSpace(act.Changed.Reason))
            ? Refusals.NoReason(LongestReason)
            : Decision.Log(act.Changed.ToDraft(act.Consultation));
    }
}
