using Gouvernail.Choice;
using Gouvernail.Consult.Statements;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>Asks to put a statement forward.</summary>
/// <param name="Who">Who.</param>
/// <param name="Text">The sentence, as it was typed.</param>
public sealed record ProposeStatement(Participation Who, string Text)
{
    /// <summary>The most statements that one participant may put forward in a consultation.</summary>
    public const int MostEach = 50;

    /// <summary>Decides. The statement gets the next number; nobody votes on it by writing it.</summary>
    public static Decision Decide(ConsultationList state, ProposeStatement act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Who.Decide(state, consultation =>
        {
            Terms terms = consultation.Opened.Terms;
            if (!terms.TakesStatements)
            {
                return Decision.Refuse("takes-no-statements", new(
                    "this consultation takes no statements from participants",
                    "cette consultation ne prend pas d’énoncés des participants"));
            }

            if (StatementText.Clean(act.Text, terms.StatementLength, out string text) is { } problem)
            {
                return Decision.Refuse("statement-text", problem);
            }

            if (consultation.Statements.Values.FirstOrDefault(s => StatementText.Same(s.Text, text)) is { } same)
            {
                return Exists(same, terms.IsStrict);
            }

            if (consultation.Statements.Values.Count(s => s.Author == act.Who.Pseudonym) >= MostEach)
            {
                return Decision.Refuse("enough-statements", new(
                    $"you have put {MostEach} statements forward, which is the most that one person may",
                    $"vous avez proposé {MostEach} énoncés, le plus que puisse une personne"));
            }

            return Decision.Log(new StatementProposed(consultation.NextStatement, text, IsSeed: false, null)
                .ToDraft(act.Who.Consultation, act.Who.Pseudonym));
        });
    }

    /// <summary>What to do about a statement that is there already depends on whether anybody sees it.</summary>
    private static Decision Exists(ListedStatement same, bool isStrict) => Decision.Refuse(
        "statement-exists",
        same.IsShown(isStrict) ? new(
            $"statement {same.Id} says this already: vote on that one",
            $"l’énoncé {same.Id} le dit déjà\u00a0: votez sur celui-là")
        : same.Decision.Moderation == Moderation.Rejected ? new(
            $"statement {same.Id} said this and was set aside; the public record of moderation says why",
            $"l’énoncé {same.Id} le disait et a été écarté\u00a0; le relevé public de la modération dit pourquoi")
        : new(
            $"statement {same.Id} says this already and waits for the facilitators to accept it",
            $"l’énoncé {same.Id} le dit déjà et attend que les animateurs l’acceptent"));
}
