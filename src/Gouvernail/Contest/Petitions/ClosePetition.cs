using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to close a petition that has not passed: taken back by who started it, or stopped.</summary>
/// <param name="Petition">The petition's id.</param>
/// <param name="Closed">Why: withdrawn, or stopped for a reason.</param>
/// <param name="Pseudonym">Who, under its pseudonyms, where they take it back; else null.</param>
public sealed record ClosePetition(string Petition, PetitionClosed Closed, string? Pseudonym)
{
    /// <summary>Decides. What stops a petition is said in public; nobody stops what has passed.</summary>
    public static Decision Decide(PetitionBook state, ClosePetition act, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        if (!state.TryGet(act.Petition, out Petition? petition))
        {
            return PetitionRefusals.NoPetition(act.Petition);
        }

        bool isStop = act.Closed.Cause == PetitionEnd.Stopped;
        return petition.Passed is not null ? PetitionRefusals.PassedAlready()
            : PetitionRefusals.CheckOpen(petition, now)
                ?? (isStop
                    ? string.IsNullOrWhiteSpace(act.Closed.Reason)
                        || act.Closed.Reason.Length > ChangeStage.LongestReason
                        ? Refusals.NoReason(ChangeStage.LongestReason)
                        : Decision.Log(act.Closed.ToDraft(act.Petition, null))
                    : act.Pseudonym != petition.Starter || act.Closed.Cause != PetitionEnd.Withdrawn
                        ? PetitionRefusals.NotYours()
                        : Decision.Log(new PetitionClosed(PetitionEnd.Withdrawn, "", null)
                            .ToDraft(act.Petition, act.Pseudonym)));
    }
}
