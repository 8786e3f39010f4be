namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class VerifyCommand
{
    private static readonly Wording _placeMissing = new(
        "what is to be verified? Give a bundle, a data folder, or a web address.",
        "que faut-il vérifier\u00a0? Donnez une liasse, un dossier de données ou une adresse web.");

    private static readonly Wording _expectedKey = new(
        "a log's public key, name+id+key", "la clé publique d’un registre, nom+id+clé");

    private static readonly Wording _nothingThere = new(
        "there is neither a bundle (a folder with a file checkpoint) nor a data folder",
        "il n’y a là ni liasse (un dossier avec un fichier checkpoint) ni dossier de données");

    private static readonly Wording _hashing = new("Hashing", "Empreintes");
    private static readonly Wording _computing = new("Results", "Résultats");

    private static readonly Wording _tampered = new(
        "the log does not hold: it was tampered with, or damaged.",
        "le registre ne tient pas\u00a0: il a été altéré, ou il est abîmé.");

    private static readonly Wording _mismatched = new(
        "a result, a commitment or a rule of the log does not match.",
        "un résultat, un engagement ou une règle du registre ne correspond pas.");

    private static readonly Wording _incomplete = new(
        "not everything could be checked, and --strict asks for everything.",
        "tout n’a pas pu être vérifié, et --strict demande tout.");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private const string EnglishHelp = """
        Checks all of a log: hashes every entry again, compares every tile with the signed root,
        checks signatures, checks each sealed payload that is opened against its commitment, and
        computes every published result again. Says what was erased and what could not be checked.

        Usage: gouvernail verify PLACE [options]

        PLACE is a bundle (a folder that "gouvernail export" wrote), the same on the web
        (http://… or https://…), or one's own data folder. Nothing else is needed.

        Whom you trust:
          --vkey VKEY       the log's public key, name+id+key, got elsewhere than from the bundle;
                            without it, the bundle is shown to be consistent with itself only
          --policy FILE     logs, witnesses, and how many must have cosigned (C2SP tlog-policy):
                            witnesses vouch that everybody is shown the same log

          --tree-only       hashes and signatures only: no entry is read, no result computed
          --strict          fail too where something could not be checked
          --threads N       threads to use; by default all. The answer is the same for any number
          --json            print one JSON object instead of sentences
          --lang fr|en      language of the report (by default the system's)
          --help            show this help

        Examples:
          gouvernail verify public
          gouvernail verify https://example.org/log --vkey example.org/log+3ce6ad7b+AeX…
          gouvernail verify public --policy witnesses.txt --strict

        Exit codes: 0 holds; 1 a result or commitment does not match; 3 signature, tree or file
        tampered with; 64 usage; 65 not a policy; 66 nothing there; 70 defect; 130 interrupted.

        """;

    private const string FrenchHelp = """
        Vérifie tout un registre : recalcule l’empreinte de chaque entrée, compare chaque tuile à la
        racine signée, vérifie les signatures, chaque contenu ouvert contre son engagement, et
        recalcule chaque résultat publié. Dit ce qui fut effacé et ce qui n’a pu être vérifié.

        Usage : gouvernail verify LIEU [options]

        LIEU est une liasse (un dossier écrit par « gouvernail export »), la même sur le web
        (http://… ou https://…), ou son propre dossier de données. Rien d’autre n’est nécessaire.

        À qui vous vous fiez :
          --vkey CLÉ          la clé publique du registre, nom+id+clé, obtenue ailleurs que dans la
                              liasse ; sans elle, la liasse n’est montrée cohérente qu’avec elle-même
          --policy FICHIER    registres, témoins, et combien doivent contresigner (C2SP tlog-policy) :
                              les témoins garantissent que chacun voit le même registre

          --tree-only         empreintes et signatures seulement : aucune entrée lue, rien recalculé
          --strict            échouer aussi quand quelque chose n’a pu être vérifié
          --threads N         fils à utiliser ; tous par défaut. La réponse est la même
          --json              imprimer un objet JSON au lieu de phrases
          --lang fr|en        langue du rapport (par défaut celle du système)
          --help              afficher cette aide

        Exemples :
          gouvernail verify public
          gouvernail verify https://exemple.org/registre --vkey exemple.org/registre+3ce6ad7b+AeX…
          gouvernail verify public --policy temoins.txt --strict

        Codes : 0 tient ; 1 un résultat ou un engagement ne correspond pas ; 3 signature, arbre ou
        fichier altéré ; 64 usage ; 65 pas une politique ; 66 rien là ; 70 défaut ; 130 interrompu.

        """;
}
