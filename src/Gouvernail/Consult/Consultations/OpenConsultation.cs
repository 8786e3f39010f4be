using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to open a consultation: one that was drafted, or one that comes from elsewhere.</summary>
/// <param name="Consultation">The draft's id; null for a new one.</param>
/// <param name="Opened">How it opens.</param>
/// <param name="Key">A fresh key for the pseudonyms of a new one; null for a draft, which has one.</param>
public sealed record OpenConsultation(string? Consultation, ConsultationOpened Opened, byte[]? Key)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, OpenConsultation act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (PlanRules.CheckLength(act.Opened) is { } refusal)
        {
            return refusal;
        }

        if (act.Consultation is not { } id)
        {
            return Decision.Log(act.Opened.ToDraft(state.NextId, act.Key));
        }

        return !state.TryGet(id, out Consultation? consultation) ? Refusals.NoConsultation(id)
            : consultation.Stage != Stage.Draft ? Decision.Refuse("open-already", new(
                "this consultation is open already", "cette consultation est déjà ouverte"))
            : PlanRules.Check(act.Opened) is { } incomplete ? incomplete
            : Decision.Log(act.Opened.ToDraft(id, null));
    }
}
