using System.Globalization;

namespace Gouvernail.Verify.Register;

/// <summary>What the parts of a card are called, for people.</summary>
public static class CardWords
{
    private static readonly Dictionary<string, Wording> _members = new(StringComparer.Ordinal)
    {
        ["name"] = new("Name", "Nom"),
        ["id"] = new("Maker’s identifier", "Identifiant du fabricant"),
        ["version"] = new("Version", "Version"),
        ["class"] = new("Class", "Classe"),
        ["language"] = new("Language of the card", "Langue de la fiche"),
        ["description"] = new("Description", "Description"),
        ["short"] = new("In short", "En bref"),
        ["long"] = new("In full", "En détail"),
        ["purposes"] = new("Purposes", "Finalités"),
        ["artefact"] = new("Artefact", "Artefact"),
        ["sha256"] = new("SHA-256", "SHA-256"),
        ["uri"] = new("Where it can be had", "Où l’obtenir"),
        ["provider"] = new("Provider", "Fournisseur"),
        ["deployer"] = new("Deployer", "Déployeur"),
        ["url"] = new("Site", "Site"),
        ["email"] = new("E-mail", "Courriel"),
        ["country"] = new("Country", "Pays"),
        ["accountable"] = new("Who answers for it", "Qui en répond"),
        ["kind"] = new("Kind", "Genre"),
        ["contact"] = new("Contact", "Contact"),
        ["legalBasis"] = new("Legal basis", "Base légale"),
        ["statusInUse"] = new("In use", "En service"),
        ["riskCategory"] = new("Risk category", "Catégorie de risque"),
        ["task"] = new("Inputs and output", "Entrées et sortie"),
        ["inputs"] = new("Inputs", "Entrées"),
        ["modality"] = new("Modality", "Modalité"),
        ["personal"] = new("Personal data", "Données personnelles"),
        ["sensitive"] = new("Sensitive data", "Données sensibles"),
        ["proxyOf"] = new("May stand for", "Peut tenir lieu de"),
        ["output"] = new("Output", "Sortie"),
        ["range"] = new("Range", "Étendue"),
        ["threshold"] = new("Threshold", "Seuil"),
        ["use"] = new("Use", "Usage"),
        ["parameters"] = new("Parameters", "Paramètres"),
        ["family"] = new("Family", "Famille"),
        ["count"] = new("Number", "Nombre"),
        ["disclosure"] = new("How much is given away", "Ce qui en est donné"),
        ["artifact"] = new("Where they are", "Où ils sont"),
        ["hyper"] = new("Hyperparameters", "Hyperparamètres"),
        ["training"] = new("Training", "Entraînement"),
        ["method"] = new("Method", "Méthode"),
        ["period"] = new("Period", "Période"),
        ["code"] = new("Code", "Code"),
        ["compute"] = new("Machines and time", "Machines et durée"),
        ["data"] = new("Data", "Données"),
        ["role"] = new("Role", "Rôle"),
        ["ref"] = new("Which", "Lesquelles"),
        ["rows"] = new("Rows", "Lignes"),
        ["licence"] = new("Licence", "Licence"),
        ["collection"] = new("How they were collected", "Comment elles ont été recueillies"),
        ["gaps"] = new("Who and what is missing", "Qui et quoi y manque"),
        ["cost"] = new("Cost function", "Fonction de coût"),
        ["formula"] = new("Formula", "Formule"),
        ["optimisedMetric"] = new("What it is judged by", "Ce sur quoi on la juge"),
        ["constraints"] = new("What it has to keep to", "Ce qu’elle doit respecter"),
        ["tradeoffs"] = new("What was given up for what", "Ce qui a été sacrifié, et à quoi"),
        ["objectives"] = new("Objectives", "Objectifs"),
        ["text"] = new("What", "Quoi"),
        ["mandateClause"] = new("Clause of the mandate", "Clause du mandat"),
        ["lineage"] = new("Made from", "Issu de"),
        ["relation"] = new("How", "Comment"),
        ["parent"] = new("What", "Quoi"),
        ["parentDigest"] = new("SHA-256 of that", "SHA-256 de cela"),
        ["evidence"] = new("Evidence", "Preuves"),
        ["restrictions"] = new("Restrictions", "Restrictions"),
        ["energy"] = new("Energy of training", "Énergie de l’entraînement"),
        ["kWh"] = new("kWh", "kWh"),
        ["co2Grams"] = new("Grams of CO₂e", "Grammes de CO₂e"),
        ["oversight"] = new("Oversight", "Contrôle"),
        ["human"] = new("Who can correct it", "Qui peut le corriger"),
        ["appealUrl"] = new("Where to appeal", "Où faire un recours"),
        ["impactAssessments"] = new("Impact assessments", "Études d’impact"),
        ["affectedGroups"] = new("Whom it affects", "Qui cela touche"),
        ["risks"] = new("Risks", "Risques"),
        ["mitigation"] = new("What is done about it", "Ce qu’on y fait"),
        ["refused"] = new("Refused", "Refusé"),
    };

    private static readonly Dictionary<string, Wording> _values = new(StringComparer.Ordinal)
    {
        ["instrument"] = new("instrument", "instrument"),
        ["outil"] = new("tool", "outil"),
        ["produit"] = new("product", "produit"),
        ["in-development"] = new("in development", "en développement"),
        ["in-use"] = new("in use", "en service"),
        ["out-of-use"] = new("out of use", "hors service"),
        ["high-risk"] = new(
            "high risk (Regulation (EU) 2024/1689, article 6)", "haut risque (règlement (UE) 2024/1689, article 6)"),
        ["impactful"] = new("impactful", "à fort impact"),
        ["other"] = new("other", "autre"),
        ["automatic"] = new("decides by itself", "décide seul"),
        ["assist"] = new("assists a person", "assiste une personne"),
        ["rank"] = new("ranks", "classe"),
        ["none"] = new("nothing", "rien"),
        ["list"] = new("a list", "une liste"),
        ["coefficients"] = new("coefficients", "coefficients"),
        ["weights"] = new("weights", "poids"),
        ["train"] = new("training", "entraînement"),
        ["validation"] = new("validation", "validation"),
        ["test"] = new("test", "test"),
        ["inference"] = new("in operation", "en fonctionnement"),
        ["legal-person"] = new("legal person", "personne morale"),
    };

    /// <summary>What goes in and comes out, where cards use the usual words for it.</summary>
    private static readonly Dictionary<string, Wording> _modalities = new(StringComparer.Ordinal)
    {
        ["text"] = new("text", "texte"),
        ["image"] = new("image", "image"),
        ["audio"] = new("sound", "son"),
        ["video"] = new("video", "vidéo"),
        ["table"] = new("table", "tableau"),
        ["number"] = new("number", "nombre"),
        ["points"] = new("points", "points"),
    };

    private static readonly List<string> _order = [.. _members.Keys];

    /// <summary>The place of a member among others, as people ask for them; those that cards choose come last.
    /// </summary>
    public static int OrderOf(string name) => (uint)_order.IndexOf(name) is var index && index < _order.Count
        ? (int)index
        : _order.Count;

    /// <summary>What a disclosure is called.</summary>
    public static Wording Of(CardTerm term) => _members[term.Word()];

    /// <summary>What a class is called.</summary>
    public static Wording Of(AutomatonClass of) => _values[of.Word()];

    /// <summary>What a member of a card is called; its own name where cards choose it.</summary>
    public static Wording OfMember(string name) => _members.GetValueOrDefault(name) ?? new Wording(name, name);

    /// <summary>What one of a member's fixed words means; null where it has none such.</summary>
    public static Wording? OfWord(string member, string word) =>
        member is "class" or "statusInUse" or "riskCategory" or "use" or "disclosure" or "role" or "kind"
            ? _values.GetValueOrDefault(word) ?? (member == "kind" ? _modalities.GetValueOrDefault(word) : null)
            : member == "modality" ? _modalities.GetValueOrDefault(word)
            : null;

    /// <summary>What a place in a card is called, from outside in: a JSON pointer in words.</summary>
    public static Wording OfPlace(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        Wording[] parts = [.. place.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(PartOf)];
        return new(
            string.Join(", ", parts.Select(part => part.English)),
            string.Join(", ", parts.Select(part => part.French)));
    }

    /// <summary>Items are counted from 0 in a pointer, and from 1 by people.</summary>
    private static Wording PartOf(string part) =>
        part.Length < 6 && int.TryParse(
            part, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? OfMember((index + 1).ToString(CultureInfo.InvariantCulture))
            : OfMember(part);
}
