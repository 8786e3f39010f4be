using Gouvernail.Cli.Receipts;
using Gouvernail.Verify.Register;

namespace Gouvernail.Cli.Register;

/// <summary>What commands on the register have to say in common.</summary>
internal static class RegisterWords
{
    public static Wording WhichAutomaton { get; } = new(
        "which automaton? Give its id, such as a1; gouvernail register list shows them.",
        "quel automate\u00a0? Donnez son identifiant, comme a1\u00a0; gouvernail register list les montre.");

    public static Wording WhichFile { get; } = new(
        "which file? Give the path of a card.", "quel fichier\u00a0? Donnez le chemin d’une fiche.");

    public static Wording Erased { get; } = new("its card is erased", "sa fiche est effacée");

    public static Wording Filed { get; } = new("filed", "déposée");

    public static Wording Retired { get; } = new("retired", "retiré");

    public static Wording Missing { get; } = new("missing", "manque");

    public static Wording WhichFormat(string expected) => new(
        $"in which format? Say with --format: {expected}.",
        $"dans quel format\u00a0? Dites-le avec --format\u00a0: {expected}.");

    public static Wording TooLarge(int megabytes) => new(
        $"it is larger than {megabytes} MB. Split it.", $"il dépasse {megabytes}\u00a0Mo. Coupez-le.");

    public static Wording NoAutomaton(string id) => new(
        $"there is no automaton {EntryText.Shown(id)} in this register. gouvernail register list shows them.",
        $"il n’y a pas d’automate {EntryText.Shown(id)} dans ce registre. gouvernail register list les montre.");

    /// <summary>Whether a disclosure is there.</summary>
    public static Wording StateOf(Card card, CardTerm term) => card.StateOf(term) switch
    {
        Disclosure.Disclosed => new("disclosed", "divulgué"),
        Disclosure.Refused => new($"REFUSED: {card.ReasonOf(term)}", $"REFUSÉ\u00a0: {card.ReasonOf(term)}"),
        _ => new("missing", "manque"),
    };
}
