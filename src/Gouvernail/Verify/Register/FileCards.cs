using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Verify.Register;

/// <summary>Asks to file cards that came together, each of a new automaton; all are filed, or none.</summary>
/// <param name="Cards">The cards, at least one.</param>
/// <param name="By">Who asks: a facilitator; null for whoever runs the machine.</param>
public sealed record FileCards(IReadOnlyList<Card> Cards, string? By)
{
    /// <summary>Decides.</summary>
    /// <param name="state">The register.</param>
    /// <param name="roles">Who holds which role.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(RegisterBook state, Roles roles, FileCards act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(act);
        int next = AutomatonRegistered.NumberOf(state.NextAutomaton)!.Value;
        var drafts = new List<Draft>();
        foreach (Card card in act.Cards)
        {
            Decision one = FileCard.Decide(state, roles, new FileCard(null, card, act.By));
            if (one.Refusal is not null)
            {
                return one;
            }

            string id = AutomatonRegistered.IdOf(next++);
            drafts.Add(new AutomatonRegistered(id, 1, act.By).ToDraft());
            drafts.Add(new CardFiled(id, card, act.By).ToDraft());
        }

        return Decision.Log(drafts);
    }
}
