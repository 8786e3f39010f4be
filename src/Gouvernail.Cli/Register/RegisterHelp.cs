namespace Gouvernail.Cli.Register;

/// <summary>What the commands on the register explain of themselves.</summary>
internal static class RegisterHelp
{
    /// <summary>The help of <c>register add</c>.</summary>
    public static Wording Add { get; } = new(AddInEnglish, Texts.Spaced(AddInFrench));

    /// <summary>The help of <c>register import</c>.</summary>
    public static Wording Import { get; } = new(ImportInEnglish, Texts.Spaced(ImportInFrench));

    /// <summary>The help of <c>register export</c>.</summary>
    public static Wording Export { get; } = new(ExportInEnglish, Texts.Spaced(ExportInFrench));

    /// <summary>The help of <c>register list</c>.</summary>
    public static Wording List { get; } = new(ListInEnglish, Texts.Spaced(ListInFrench));

    /// <summary>The help of <c>register show</c>.</summary>
    public static Wording Show { get; } = new(ShowInEnglish, Texts.Spaced(ShowInFrench));

    /// <summary>The help of <c>register retire</c>.</summary>
    public static Wording Retire { get; } = new(RetireInEnglish, Texts.Spaced(RetireInFrench));

    /// <summary>The help of the group itself.</summary>
    public static Wording Group { get; } = new(GroupInEnglish, Texts.Spaced(GroupInFrench));

    private const string AddInEnglish = """
        Files a card in the register of automata: of a new automaton, or a new version of one.

        Usage: gouvernail register add DIR CARD [options]

        DIR is a data folder made by gouvernail init. CARD is a file in gouvernail/system-card/v1
        (docs/formats/card.md). All that is wrong with it is told at once. What it leaves out is listed, and
        a permit may ask for it. The card is public: name organisations and functions, and no persons.

          --automaton ID     the automaton whose new version it is; without it, a new one
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Example:
          gouvernail register add city card.json

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused, or no card;
        66 no data folder or no file; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string AddInFrench = """
        Dépose une fiche au registre des automates : d’un nouvel automate, ou une nouvelle version.

        Usage : gouvernail register add DOSSIER FICHE [options]

        DOSSIER est un dossier de données fait par gouvernail init. FICHE est un fichier
        gouvernail/system-card/v1 (docs/formats/card.md). Tout ce qui ne va pas est dit d’un coup. Ce
        qu’elle tait est énuméré, et un permis peut le demander. La fiche est publique : nommez des
        organisations et des fonctions, et personne.

          --automaton ID     l’automate dont c’est une nouvelle version ; sans cela, un nouveau
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register add ville fiche.json

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé, ou
        pas de fiche ; 66 pas de dossier de données ou de fichier ; 70 défaut ; 73 le dossier de données est
        pris ou ne peut être écrit ; 130 interrompu.

        """;

    private const string ImportInEnglish = """
        Files the cards of a file that others made, all or none. Nothing is made up: what the file does not
        say is listed as missing, and what no card can say is left out and told.

        Usage: gouvernail register import DIR FILE --format FORMAT [options]

          --format FORMAT    card; cyclonedx (1.6, JSON); huggingface (README.md with YAML in front);
                             dutch (algorithm register 1.0.0, JSON); atrs (United Kingdom, CSV, a card
                             a row)
          --automaton ID     the automaton whose new version it is; without it, each card is a new one
          --dry-run          say what would be filed, and log nothing
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Example:
          gouvernail register import city README.md --format huggingface --dry-run

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused, or no card;
        66 no data folder or no file; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string ImportInFrench = """
        Dépose les fiches d’un fichier fait par d’autres, toutes ou aucune. Rien n’est inventé : ce que le
        fichier ne dit pas est compté manquant, ce qu’aucune fiche ne peut dire est omis et signalé.

        Usage : gouvernail register import DOSSIER FICHIER --format FORMAT [options]

          --format FORMAT    card ; cyclonedx (1.6, JSON) ; huggingface (README.md, YAML en tête) ;
                             dutch (registre néerlandais 1.0.0, JSON) ; atrs (Royaume-Uni, CSV, une fiche
                             par ligne)
          --automaton ID     l’automate dont c’est une nouvelle version ; sans cela, chaque fiche en crée un
          --dry-run          dit ce qui serait déposé, et n’inscrit rien
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register import ville README.md --format huggingface --dry-run

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé, ou
        pas de fiche ; 66 pas de dossier de données ou de fichier ; 70 défaut ; 73 le dossier de données est
        pris ou ne peut être écrit ; 130 interrompu.

        """;

    private const string ExportInEnglish = """
        Writes an automaton's card in a format that others read. What the format would refuse is told, and
        left out.

        Usage: gouvernail register export DIR ID --format FORMAT [options]

        DIR is a data folder, or a bundle that gouvernail export wrote, which is checked first.

          --format FORMAT    card; cyclonedx (1.6, JSON); huggingface (README.md with YAML in front);
                             dutch (algorithm register 1.0.0, JSON)
          --version N        an older card of it, by its number; the latest without it
          --out FILE         write to a file; without it, to the output
          --json             has no meaning here: three of the formats are JSON already
          --lang fr|en       language of messages (by default that of the system)
          --help             show this help

        Example:
          gouvernail register export city a1 --format cyclonedx --out a1.cdx.json

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 no such automaton;
        66 no data folder; 70 defect; 73 the output cannot be written; 130 interrupted.

        """;

    private const string ExportInFrench = """
        Écrit la fiche d’un automate dans un format que d’autres lisent. Ce que le format refuserait est
        signalé, et omis.

        Usage : gouvernail register export DOSSIER ID --format FORMAT [options]

        DOSSIER est un dossier de données, ou une liasse écrite par gouvernail export, contrôlée d’abord.

          --format FORMAT    card ; cyclonedx (1.6, JSON) ; huggingface (README.md, YAML en tête) ;
                             dutch (registre néerlandais 1.0.0, JSON)
          --version N        une fiche plus ancienne, par son numéro ; sans cela, la dernière
          --out FICHIER      écrit dans un fichier ; sans cela, sur la sortie
          --json             n’a pas de sens ici : trois des formats sont déjà du JSON
          --lang fr|en       langue des messages (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register export ville a1 --format cyclonedx --out a1.cdx.json

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 pas de tel
        automate ; 66 pas de dossier de données ; 70 défaut ; 73 la sortie ne peut être écrite ;
        130 interrompu.

        """;

    private const string ListInEnglish = """
        Lists the automata of a register.

        Usage: gouvernail register list DIR [options]

        DIR is a data folder, or a bundle that gouvernail export wrote, which is checked first.

          --search TEXT      those whose card holds all these words, in any case, accents or not
          --class CLASS      those held to a class: instrument, outil (or tool), produit (or product)
          --purpose WORD     those used for a purpose
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Example:
          gouvernail register list city --search "nursery places"

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 no such automaton;
        66 no data folder; 70 defect; 73 the output cannot be written; 130 interrupted.

        """;

    private const string ListInFrench = """
        Énumère les automates d’un registre.

        Usage : gouvernail register list DOSSIER [options]

        DOSSIER est un dossier de données, ou une liasse écrite par gouvernail export, contrôlée d’abord.

          --search TEXTE     ceux dont la fiche contient tous ces mots, casse et accents ignorés
          --class CLASSE     ceux tenus à une classe : instrument, outil, produit
          --purpose MOT      ceux qui servent à une finalité
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register list ville --search "places en crèche"

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 pas de tel
        automate ; 66 pas de dossier de données ; 70 défaut ; 73 la sortie ne peut être écrite ;
        130 interrompu.

        """;

    private const string ShowInEnglish = """
        Shows what an automaton's card says of the six disclosures, what it refuses and what it leaves out,
        and all its versions.

        Usage: gouvernail register show DIR ID [options]

        DIR is a data folder, or a bundle that gouvernail export wrote, which is checked first.

          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Example:
          gouvernail register show city a1

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 no such automaton;
        66 no data folder; 70 defect; 73 the output cannot be written; 130 interrupted.

        """;

    private const string ShowInFrench = """
        Montre ce que la fiche d’un automate dit des six divulgations, ce qu’elle refuse et ce qu’elle tait,
        et toutes ses versions.

        Usage : gouvernail register show DOSSIER ID [options]

        DOSSIER est un dossier de données, ou une liasse écrite par gouvernail export, contrôlée d’abord.

          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register show ville a1

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 pas de tel
        automate ; 66 pas de dossier de données ; 70 défaut ; 73 la sortie ne peut être écrite ;
        130 interrompu.

        """;

    private const string RetireInEnglish = """
        Says in the log that an automaton is used no more. It stays in the register with all its cards, and
        takes no new one.

        Usage: gouvernail register retire DIR ID --reason TEXT [options]

          --reason TEXT      why. PUBLIC FOR EVER, and it cannot be erased: name nobody
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Example:
          gouvernail register retire city a1 --reason "replaced by a2"

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused, or no card;
        66 no data folder or no file; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string RetireInFrench = """
        Dit au registre qu’un automate ne sert plus. Il y reste avec toutes ses fiches, et n’en reçoit plus.

        Usage : gouvernail register retire DOSSIER ID --reason TEXTE [options]

          --reason TEXTE     pourquoi. PUBLIC POUR TOUJOURS, et ineffaçable : ne nommez personne
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Exemple :
          gouvernail register retire ville a1 --reason "remplacé par a2"

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé, ou
        pas de fiche ; 66 pas de dossier de données ou de fichier ; 70 défaut ; 73 le dossier de données est
        pris ou ne peut être écrit ; 130 interrompu.

        """;

    private const string GroupInEnglish = """
        The register of automata: what each discloses, in every version.

        Usage: gouvernail register COMMAND …

          register add DIR CARD          files a card
          register import DIR FILE       files cards in the formats of others
          register export DIR ID         writes a card in the formats of others
          register list DIR              lists the automata
          register show DIR ID           shows what an automaton discloses
          register retire DIR ID         says that an automaton is used no more

        Each explains itself: gouvernail register add --help.

        """;

    private const string GroupInFrench = """
        Le registre des automates : ce que chacun divulgue, dans chaque version.

        Usage : gouvernail register COMMANDE …

          register add DOSSIER FICHE     dépose une fiche
          register import DOSSIER …      dépose des fiches dans les formats des autres
          register export DOSSIER ID     écrit une fiche dans les formats des autres
          register list DOSSIER          énumère les automates
          register show DOSSIER ID       montre ce qu’un automate divulgue
          register retire DOSSIER ID     dit qu’un automate ne sert plus

        Chacune s’explique : gouvernail register add --help.

        """;
}
