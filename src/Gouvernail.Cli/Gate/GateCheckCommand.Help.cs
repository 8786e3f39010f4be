namespace Gouvernail.Cli.Gate;

/// <summary>What the command says.</summary>
internal sealed partial class GateCheckCommand
{
    private static readonly Wording _subjectMissing = new(
        "about what? Give the card's file, or the automaton's id such as a1.",
        "sur quoi\u00a0? Donnez le fichier de la fiche, ou l’identifiant de l’automate, comme a1.");

    private static readonly Wording _sourceMissing = new(
        $"who is to be asked? Give --data DIR, --offline BUNDLE or --server URL, or set {ServerVariable}.",
        $"à qui demander\u00a0? Donnez --data DOSSIER, --offline LIASSE ou --server URL, ou posez {ServerVariable}.");

    private static readonly Wording _oneSource = new(
        "--data, --offline and --server do not go together. Give one of them.",
        "--data, --offline et --server ne vont pas ensemble. Donnez l’un d’eux.");

    private static readonly Wording _expectedKey = new(
        "a log's public key, name+id+key", "la clé publique d’un registre, nom+id+clé");

    private static readonly Wording _note = new("note: ", "note\u00a0: ");

    private static readonly Wording _contradicted = new(
        "refused: something speaks against it.", "refusé\u00a0: quelque chose parle contre.");

    private static readonly Wording _refused = new(
        "refused: something is missing, too old, or leaves the question open.",
        "refusé\u00a0: quelque chose manque, est trop ancien ou laisse la question ouverte.");

    private static readonly Wording _tampered = new(
        "refused: something is not what was signed or logged.",
        "refusé\u00a0: quelque chose n’est pas ce qui fut signé ou inscrit.");

    private static Wording Observed(int code) => new(
        $"OBSERVED ONLY: nothing is blocked. Without --observe the exit code would be {code}.",
        $"OBSERVATION SEULE\u00a0: rien n’est bloqué. Sans --observe, le code de sortie serait {code}.");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private const string EnglishHelp = """
        Asks the gate whether an automaton may run. Refused by default: it is admitted only where
        every rule holds, of the community's mandates and of its class, and where a permit stands.

        Usage: gouvernail gate check CARD|ID [options]

        CARD is the file of its card (gouvernail/system-card/v1); a card that is not the registered
        one is refused. ID is its number in the register, such as a1.

        Whom to ask, one of:
          --data DIR        the community's data folder, also while a server writes it; only read
          --offline BUNDLE  a folder that "gouvernail export" wrote; all of it is checked first, and
                            no network is used
          --server URL      a server, which signs its answer; by default GOUVERNAIL_SERVER

        Whom you trust:
          --vkey VKEY       the log's public key, name+id+key, got elsewhere
          --policy FILE     logs, witnesses, and how many must have cosigned (C2SP tlog-policy);
                            from a server's answer only the keys of logs count

          --observe           block nothing: say what would be said, and exit 0
          --quiet, -q         only the rules that do not hold
          --json              print the decision (gouvernail/decision/v1), its canonical bytes
          --sarif FILE        write the findings as SARIF 2.1.0
          --junit FILE        write the findings as a JUnit report
          --lang fr|en        language of the report (by default the system's)
          --help              show this help

        Examples:
          gouvernail gate check card.json --offline public --vkey "$(cat town.vkey)"
          gouvernail gate check a1 --data town
          gouvernail gate check card.json --server https://town.example --sarif gate.sarif --observe

        Exit codes: 0 admitted; 1 something speaks against it; 2 something is missing, too old or
        insufficient; 3 signature, log or tampering, or a clock that is wrong; 64 usage; 65 not a
        card or policy; 66 nothing there, or a server that does not answer; 70 defect; 73 cannot
        write; 130 interrupted. Whatever is not 0 is a refusal.

        """;

    private const string FrenchHelp = """
        Demande au portail si un automate peut fonctionner. Refusé par défaut : il n’est admis que si
        chaque règle tient, des mandats et de sa classe, et si un permis est en cours.

        Usage : gouvernail gate check FICHE|ID [options]

        FICHE est le fichier de sa fiche (gouvernail/system-card/v1) ; une fiche qui n’est pas celle
        du registre est refusée. ID est son numéro au registre des automates, comme a1.

        À qui demander, l’un de :
          --data DOSSIER      le dossier de données, même pendant qu’un serveur y écrit ; lu seulement
          --offline LIASSE    un dossier écrit par « gouvernail export » ; tout en est d’abord vérifié,
                              et aucun réseau ne sert
          --server URL        un serveur, qui signe sa réponse ; par défaut GOUVERNAIL_SERVER

        À qui vous vous fiez :
          --vkey CLÉ          la clé publique du registre, nom+id+clé, obtenue ailleurs
          --policy FICHIER    registres, témoins, et combien doivent contresigner (C2SP tlog-policy) ;
                              pour un serveur, seules les clés des registres comptent

          --observe             ne rien bloquer : dire ce qui serait dit, et finir par 0
          --quiet, -q           seulement les règles qui ne tiennent pas
          --json                imprimer la décision (gouvernail/decision/v1), ses octets canoniques
          --sarif FICHIER       écrire les constats en SARIF 2.1.0
          --junit FICHIER       écrire les constats en rapport JUnit
          --lang fr|en          langue du rapport (par défaut celle du système)
          --help                afficher cette aide

        Exemples :
          gouvernail gate check fiche.json --offline public --vkey "$(cat ville.vkey)"
          gouvernail gate check a1 --data ville
          gouvernail gate check fiche.json --server https://ville.example --sarif gate.sarif --observe

        Codes : 0 admis ; 1 quelque chose parle contre ; 2 quelque chose manque, est trop ancien ou
        insuffisant ; 3 signature, registre ou altération, ou une horloge fausse ; 64 usage ; 65 ni
        fiche ni politique ; 66 rien là, ou un serveur muet ; 70 défaut ; 73 écriture impossible ;
        130 interrompu. Tout ce qui n’est pas 0 est un refus.

        """;
}
