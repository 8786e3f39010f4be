using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Contest.Petitions;

/// <summary>Asks to publish an answer to a petition, of an operator or of the community.</summary>
/// <param name="Petition">The petition's id.</param>
/// <param name="Answer">The answer, as it was typed.</param>
public sealed record AnswerPetition(string Petition, PetitionAnswered Answer)
{
    /// <summary>Decides. A petition can be answered at any time, and more than once.</summary>
    public static Decision Decide(PetitionBook state, AnswerPetition act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        PetitionAnswered answer = act.Answer with
        {
            From = StatementText.Tidy(act.Answer.From),
            Text = PetitionTexts.Lines(act.Answer.Text),
        };
        return !state.TryGet(act.Petition, out _) ? PetitionRefusals.NoPetition(act.Petition)
            : !PetitionTexts.HasWords(answer.Text) || !PetitionTexts.HasWords(answer.From)
                ? Decision.Refuse("no-answer", new(
                    "an answer has a text, and says in whose name it is given",
                    "une réponse a un texte, et dit au nom de qui elle est donnée"))
            : PetitionTexts.CheckLength(answer.Text, PetitionDescribed.LongestText, new("the text", "le texte"))
                ?? PetitionTexts.CheckLength(
                    answer.From, PetitionDescribed.LongestName, new("who answers", "qui répond"))
                ?? Decision.Log(answer.ToDraft(act.Petition));
    }
}
