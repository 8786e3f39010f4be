namespace Gouvernail.Cli.Permits;

/// <summary>What the commands on permits say of themselves.</summary>
internal static class PermitHelp
{
    private const string English = """

        DIR is the community's data folder, which no server may be writing to at the same time.

          --json            print one JSON object instead of sentences
          --accept-clock    write on though the clock is behind the last entry
          --lang fr|en      language of messages (by default the system's)
          --help            show this help

        """;

    private const string French = """

        DOSSIER est le dossier de données, où aucun serveur ne doit écrire en même temps.

          --json              imprimer un objet JSON au lieu de phrases
          --accept-clock      écrire quand même si l’horloge retarde sur la dernière entrée
          --lang fr|en        langue des messages (par défaut celle du système)
          --help              afficher cette aide

        """;

    private const string EnglishReason = """

          --reason TEXT     why, in public and for ever; needed
        """;

    private const string FrenchReason = """

          --reason TEXTE      pourquoi, en public et pour toujours ; nécessaire
        """;

    private const string EnglishCodes = """

        Exit codes: 0 done; 3 the log is damaged; 64 usage; 65 the log's rules do not allow it;
        66 nothing there; 70 defect; 73 cannot write; 130 interrupted.

        """;

    private const string FrenchCodes = """

        Codes : 0 fait ; 3 le registre est abîmé ; 64 usage ; 65 les règles ne le permettent pas ;
        66 rien là ; 70 défaut ; 73 écriture impossible ; 130 interrompu.

        """;

    /// <summary>The group.</summary>
    public static Wording Group { get; } = new(
        """
        Permits: whether an automaton of the register may run.

        Usage: gouvernail permit COMMAND DIR ID

          submit     puts an automaton to the gate, which decides at once
          suspend    it may not run until the suspension is lifted
          resume     lifts a suspension; the gate decides anew
          revoke     takes the permit back
          show       where the permit is, and how it came there

        See: gouvernail permit submit --help

        """,
        Texts.Spaced("""
        Les permis : si un automate du registre peut fonctionner.

        Usage : gouvernail permit COMMANDE DOSSIER ID

          submit     soumet un automate au portail, qui décide aussitôt
          suspend    il ne peut fonctionner tant que la suspension n’est pas levée
          resume     lève une suspension ; le portail décide de nouveau
          revoke     retire le permis
          show       où en est le permis, et comment il y est venu

        Voir : gouvernail permit submit --help

        """));

    /// <summary>Of <c>permit submit</c>.</summary>
    public static Wording Submit { get; } = Of(
        """
        Puts an automaton, with the card that stands, to the gate, which decides at once. A card that
        changes has to be submitted again; so has a permit that is over.

        Usage: gouvernail permit submit DIR ID [options]

        """,
        """
        Soumet un automate, avec sa fiche en cours, au portail, qui décide aussitôt. Une fiche qui
        change est à soumettre de nouveau ; un permis qui a pris fin aussi.

        Usage : gouvernail permit submit DOSSIER ID [options]

        """,
        hasReason: false, "gouvernail permit submit town a1", "gouvernail permit submit ville a1");

    /// <summary>Of <c>permit suspend</c>.</summary>
    public static Wording Suspend { get; } = Of(
        """
        Suspends a permit: the automaton may not run until the suspension is lifted.

        Usage: gouvernail permit suspend DIR ID --reason TEXT

        """,
        """
        Suspend un permis : l’automate ne peut fonctionner tant que la suspension n’est pas levée.

        Usage : gouvernail permit suspend DOSSIER ID --reason TEXTE

        """,
        hasReason: true, "gouvernail permit suspend town a1 --reason \"Complaints of 3 May\"",
        "gouvernail permit suspend ville a1 --reason \"Plaintes du 3 mai\"");

    /// <summary>Of <c>permit resume</c>.</summary>
    public static Wording Resume { get; } = Of(
        """
        Lifts a suspension. The gate decides anew, and may refuse.

        Usage: gouvernail permit resume DIR ID --reason TEXT

        """,
        """
        Lève une suspension. Le portail décide de nouveau, et peut refuser.

        Usage : gouvernail permit resume DOSSIER ID --reason TEXTE

        """,
        hasReason: true, "gouvernail permit resume town a1 --reason \"Mended, see the audit\"",
        "gouvernail permit resume ville a1 --reason \"Corrigé, voir l’audit\"");

    /// <summary>Of <c>permit revoke</c>.</summary>
    public static Wording Revoke { get; } = Of(
        """
        Takes a permit back. It can be asked for again with a new submission.

        Usage: gouvernail permit revoke DIR ID --reason TEXT

        """,
        """
        Retire un permis. Il peut être demandé de nouveau par une soumission.

        Usage : gouvernail permit revoke DOSSIER ID --reason TEXTE

        """,
        hasReason: true, "gouvernail permit revoke town a1 --reason \"Contract ended\"",
        "gouvernail permit revoke ville a1 --reason \"Fin du contrat\"");

    /// <summary>Of <c>permit show</c>.</summary>
    public static Wording Show { get; } = new(
        """
        Shows where a permit is in its life, and every transition. The whole log is checked first.

        Usage: gouvernail permit show DIR ID [--json]

        DIR is a data folder, also while a server writes it, or a bundle that gouvernail export wrote.
        Either is checked first, and only read.

          --json            print one JSON object instead of sentences
          --lang fr|en      language of messages (by default the system's)
          --help            show this help

        Example:
          gouvernail permit show town a1

        """ + EnglishCodes,
        Texts.Spaced("""
        Montre où en est un permis, et chaque transition. Tout le registre est d’abord vérifié.

        Usage : gouvernail permit show DOSSIER ID [--json]

        DOSSIER est un dossier de données, même pendant qu’un serveur y écrit, ou une liasse écrite par
        gouvernail export. L’un et l’autre sont contrôlés d’abord, et seulement lus.

          --json              imprimer un objet JSON au lieu de phrases
          --lang fr|en        langue des messages (par défaut celle du système)
          --help              afficher cette aide

        Exemple :
          gouvernail permit show ville a1

        """ + FrenchCodes));

    /// <summary>The help of a command that writes.</summary>
    internal static Wording Of(string english, string french, bool hasReason, string example, string exemple) => new(
        english.TrimEnd('\n') + "\n" + (hasReason ? EnglishReason.TrimEnd('\n') + "\n" : "") + English
            + $"\nExample:\n  {example}\n" + EnglishCodes,
        Texts.Spaced(french.TrimEnd('\n') + "\n" + (hasReason ? FrenchReason.TrimEnd('\n') + "\n" : "") + French
            + $"\nExemple :\n  {exemple}\n" + FrenchCodes));
}
