using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to prepare a consultation.</summary>
/// <param name="Plan">How it would open.</param>
/// <param name="Key">A fresh key for its pseudonyms (<see cref="Pseudonyms.NewKey"/>).</param>
public sealed record DraftConsultation(ConsultationOpened Plan, byte[] Key)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, DraftConsultation act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return PlanRules.Check(act.Plan) is { } refusal ? refusal
            : Decision.Log(new ConsultationDrafted(act.Plan).ToDraft(state.NextId, act.Key));
    }
}
