using Gouvernail.Audits;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class ExportCommand
{
    private static readonly Wording _placesMissing = new(
        "from where to where? Give the data folder and a new folder.",
        "d’où, et vers où\u00a0? Donnez le dossier de données et un nouveau dossier.");

    private static readonly Wording _writing = new("Writing", "Écriture");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording NoCosignature(WitnessOutcome outcome) => new(
        $"the witness {outcome.Witness.Name} did not cosign: {outcome.Problem!.Message}",
        $"le témoin {outcome.Witness.Name} n’a pas contresigné (en anglais\u00a0: "
            + $"«\u00a0{outcome.Problem!.Message}\u00a0»)");

    private static Wording Written(string target, ExportedBundle written)
    {
        (string entries, string opened) = (Number(written.Entries, ','), Number(written.Opened, ','));
        (string entrees, string ouverts) = (Number(written.Entries, '\u202f'), Number(written.Opened, '\u202f'));
        return new(
            $"Wrote {target}: {entries} entries, {opened} of them with what they sealed, outputs of results: "
                + $"{written.Outputs}.\nNext: gouvernail verify {target}",
            $"{target} est écrit\u00a0: {entrees} entrées, dont {ouverts} avec leur contenu scellé, sorties de "
                + $"résultats\u00a0: {written.Outputs}.\nEnsuite\u00a0: gouvernail verify {target}");
    }

    private const string EnglishHelp = """
        Writes a public bundle of a log: a folder of files from which anybody can check everything,
        without a server, a database or an account. Put it on a web site, a key, a newspaper's disk.

        Usage: gouvernail export DIR OUT [options]

        DIR is a data folder; a server may be writing to it. OUT is a new or empty folder.

        In the bundle: the signed head, every entry, the hashes of the tree, the outputs of results,
        and what entries sealed (votes under pseudonyms, statements) where their consultation
        publishes it: see "import --publish". Never in it: keys that sign, keys of pseudonyms,
        payloads that are not published, anything erased.

          --policy FILE    ask the witnesses of this policy (C2SP tlog-policy) that have an address
                           to cosign the head; one that does not answer is told and left out
          --json           print one JSON object instead of a sentence
          --lang fr|en     language of messages (by default the system's)
          --help           show this help

        Examples:
          gouvernail export our-city public
          gouvernail export our-city public --policy witnesses.txt

        Exit codes: 0 done; 3 the journal is damaged; 64 usage; 65 not a policy; 66 no journal;
        70 defect; 73 cannot write; 130 interrupted.

        """;

    private const string FrenchHelp = """
        Écrit une liasse publique d’un registre : un dossier de fichiers avec lequel chacun peut tout
        vérifier, sans serveur, base de données ni compte. À poser sur un site, une clé, un disque.

        Usage : gouvernail export DOSSIER SORTIE [options]

        DOSSIER est un dossier de données ; un serveur peut y écrire. SORTIE est un dossier nouveau ou vide.

        Dans la liasse : la tête signée, toutes les entrées, les empreintes de l’arbre, les sorties
        des résultats, et ce que des entrées scellaient (votes sous pseudonyme, énoncés) là où leur
        consultation le publie : voir « import --publish ». Jamais dedans : les clés qui signent, les
        clés des pseudonymes, les contenus non publiés, ce qui est effacé.

          --policy FICHIER    demander aux témoins de cette politique (C2SP tlog-policy) qui ont une
                              adresse de contresigner la tête ; celui qui se tait est signalé
          --json              imprimer un objet JSON au lieu d’une phrase
          --lang fr|en        langue des messages (par défaut celle du système)
          --help              afficher cette aide

        Exemples :
          gouvernail export notre-ville public
          gouvernail export notre-ville public --policy temoins.txt

        Codes : 0 fait ; 3 journal abîmé ; 64 usage ; 65 pas une politique ; 66 pas de journal ;
        70 défaut ; 73 écriture impossible ; 130 interrompu.

        """;
}
