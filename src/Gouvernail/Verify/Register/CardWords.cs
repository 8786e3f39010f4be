namespace Gouvernail.Verify.Register;

/// <summary>What the parts of a card are called, for people.</summary>
public static class CardWords
{
    private static readonly Wording[] _terms =
    [
        new("Inputs and output", "Entrées et sortie"), new("Parameters", "Paramètres"),
        new("Training", "Entraînement"), new("Data", "Données"), new("Cost function", "Fonction de coût"),
        new("Objectives", "Objectifs"),
    ];

    private static readonly Wording[] _classes =
        [new("instrument", "instrument"), new("tool", "outil"), new("product", "produit")];

    /// <summary>What a disclosure is called.</summary>
    public static Wording Of(CardTerm term) => _terms[(int)term];

    /// <summary>What a class is called.</summary>
    public static Wording Of(AutomatonClass of) => _classes[(int)of];
}
