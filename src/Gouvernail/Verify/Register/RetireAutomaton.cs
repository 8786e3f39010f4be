using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Verify.Register;

/// <summary>Asks to say that an automaton is used no more.</summary>
/// <param name="Automaton">The automaton's id.</param>
/// <param name="Reason">Why, in public and for ever.</param>
/// <param name="By">Who asks: a facilitator; null for whoever runs the machine.</param>
public sealed record RetireAutomaton(string Automaton, string Reason, string? By)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Decides.</summary>
    /// <param name="state">The register.</param>
    /// <param name="roles">Who holds which role.</param>
    /// <param name="act">What is asked for.</param>
    public static Decision Decide(RegisterBook state, Roles roles, RetireAutomaton act)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(act);
        if (!roles.Lets(act.By, Role.Facilitator))
        {
            return RoleRefusals.NotAllowed();
        }

        if (!state.TryGet(act.Automaton, out Automaton? automaton))
        {
            return RegisterRefusals.NoAutomaton(act.Automaton);
        }

        if (automaton.Retired is not null)
        {
            return RegisterRefusals.IsRetired(automaton.Id);
        }

        return string.IsNullOrWhiteSpace(act.Reason) || !CardText.Fits(act.Reason, LongestReason, isLine: false)
            ? Decision.Refuse("no-reason", new(
                $"a reason is needed, of at most {LongestReason} characters",
                $"il faut une raison, d’au plus {LongestReason} caractères"))
            : Decision.Log(new AutomatonRetired(act.Automaton, act.Reason, act.By).ToDraft());
    }
}
