using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Asks to take votes back: from then on the participant has not voted on these statements. Possible as long as the
/// consultation is not closed, and on statements that were set aside too.
/// </summary>
/// <param name="Consultation">The consultation's id.</param>
/// <param name="Pseudonym">Who.</param>
/// <param name="Statements">The statements' ids.</param>
public sealed record WithdrawVotes(string Consultation, string Pseudonym, IReadOnlyList<string> Statements)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, WithdrawVotes act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        return !state.TryGet(act.Consultation, out Consultation? consultation)
                ? Refusals.NoConsultation(act.Consultation)
            : consultation.Stage == Stage.Draft || consultation.Stage.IsOver() ? Refusals.NotOpen(consultation.Stage)
            : Decision.Log(act.Statements.Select(s => new VoteWithdrawn(s).ToDraft(act.Consultation, act.Pseudonym)));
    }
}
