using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Verify.Register;

/// <summary>Asks to file a card: of a new automaton, or a new version of one that is in the register.</summary>
/// <param name="Automaton">The automaton's id; null for a new one, which gets the next.</param>
/// <param name="Card">The card.</param>
/// <param name="By">Who asks: a facilitator; null for whoever runs the machine.</param>
public sealed record FileCard(string? Automaton, Card Card, string? By)
{
    /// <summary>Decides.</summary>
    /// <param name="state">The register.</param>
    /// <param name="roles">Who holds which role.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(RegisterBook state, Roles roles, FileCard act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(act);
        if (!roles.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        Automaton? automaton = null;
        if (act.Automaton is not null && !state.TryGet(act.Automaton, out automaton))
        {
            return RegisterRefusals.NoAutomaton(act.Automaton);
        }

        if (automaton is { Retired: not null })
        {
            return RegisterRefusals.IsRetired(automaton.Id);
        }

        CardReading reading = Register.Card.Read(act.Card.ToBytes());
        if (!reading.IsRead)
        {
            CardProblem first = reading.Problems[0];
            return Decision.Refuse("card-invalid", new(
                $"this card cannot be filed. {first.In(Language.English)}",
                $"cette fiche ne peut être déposée. {first.In(Language.French)}"));
        }

        if (state.FindCard(act.Card.Digest()) is { } same
            && (automaton is null || (same.Automaton.Id == automaton.Id && same.Version == automaton.Latest)))
        {
            return Decision.Refuse("card-unchanged", new(
                $"{same.Automaton.Id} has this very card, to the byte: change something, or leave it as it is",
                $"{same.Automaton.Id} a déjà cette fiche, à l’octet près\u00a0: changez quelque chose, ou laissez-la"));
        }

        string id = automaton?.Id ?? state.NextAutomaton;
        return Decision.Log(
        [
            new AutomatonRegistered(id, (automaton?.Versions.Count ?? 0) + 1, act.By).ToDraft(),
            new CardFiled(id, act.Card, act.By).ToDraft(),
        ]);
    }
}
