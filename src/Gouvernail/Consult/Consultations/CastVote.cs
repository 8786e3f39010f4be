using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to cast a vote, or to change one.</summary>
/// <param name="Who">Who.</param>
/// <param name="Statement">The statement's id.</param>
/// <param name="Vote">1 agree, −1 disagree, 0 pass.</param>
/// <param name="Matters">True where they say that it matters to them.</param>
public sealed record CastVote(Participation Who, string Statement, int Vote, bool Matters = false)
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ConsultationList state, CastVote act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Who.Decide(state, consultation =>
            !consultation.Statements.TryGetValue(act.Statement, out ListedStatement? statement)
                ? Refusals.NoStatement(act.Statement)
            : act.Vote is < -1 or > 1 ? Decision.Refuse("not-a-vote", new(
                "a vote is 1 (agree), -1 (disagree) or 0 (pass)",
                "un vote est 1 (d’accord), -1 (pas d’accord) ou 0 (passe)"))
            : statement.IsShown(consultation.Opened.Terms.IsStrict)
                ? Decision.Log(new VoteCast(act.Statement, act.Vote, null) { Matters = act.Matters }
                    .ToDraft(act.Who.Consultation, act.Who.Pseudonym))
            : Decision.Refuse("statement-set-aside", new(
                statement.Decision.Moderation == Moderation.Rejected
                    ? "this statement has been set aside meanwhile; your vote was not recorded"
                    : "this statement has not been accepted yet; your vote was not recorded",
                statement.Decision.Moderation == Moderation.Rejected
                    ? "cet énoncé a été écarté entre-temps\u00a0; votre vote n’a pas été enregistré"
                    : "cet énoncé n’a pas encore été accepté\u00a0; votre vote n’a pas été enregistré")));
    }
}
