using Gouvernail.Journals;

namespace Gouvernail.Verify.Register;

/// <summary>What acts on the register are refused for, in one wording each.</summary>
internal static class RegisterRefusals
{
    public static Decision NoAutomaton(string id)
    {
        string shown = CardText.Name(id);
        return Decision.Refuse("no-such-automaton", new(
            $"there is no automaton {shown} in this register",
            $"il n’y a pas d’automate {shown} dans ce registre"));
    }

    public static Decision IsRetired(string id) => Decision.Refuse("automaton-retired", new(
        $"{id} is retired and stays as it is; file a card without naming it to register another",
        $"{id} est retiré et reste tel quel\u00a0; déposez une fiche sans le nommer pour en inscrire un autre"));
}
