namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class ResultCommand
{
    private static readonly Wording _consultationMissing = new(
        "which consultation? Give its id, such as c1.", "quelle consultation\u00a0? Donnez son identifiant, comme c1.");

    private static readonly Wording _none = new(
        "there is no consultation in this log yet; gouvernail import brings one.",
        "il n’y a pas encore de consultation dans ce registre\u00a0; gouvernail import en apporte une.");

    private static readonly Wording _computing = new("Computing", "Calcul");
    private static readonly Wording _over = new("Over", "Porte sur");
    private static readonly Wording _root = new("Root", "Racine");
    private static readonly Wording _hash = new("Hash", "Empreinte");
    private static readonly Wording _output = new("Output", "Contenu");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording Published(string method, string consultation, string index) => new(
        $"Published {method} of consultation {consultation}, as entry {index} of the log.",
        $"{method} de la consultation {consultation} publié, comme entrée {index} du registre.");

    private static Wording Over(string size) => new(
        $"the first {size} entries of the log", $"les {size} premières entrées du registre");

    private static Wording NoSuch(string id, string list) => new(
        $"there is no consultation {id} in this log. There are:{list}",
        $"il n’y a pas de consultation {id} dans ce registre. Il y a\u00a0:{list}");

    private const string EnglishHelp = """
        Computes a result over the log as it stands and logs it: which method and version, with which
        parameters, over which beginning of the log, and the hash of its output. Whoever has that
        beginning of the log, opened, can compute it again and must find the same hash.

        Usage: gouvernail result DIR CONSULTATION [options]

        DIR is a data folder made by gouvernail init; CONSULTATION is an id such as c1. The output is
        kept in DIR/blobs, in a file named by its hash: the JSON that gouvernail map --json writes,
        with participants numbered instead of named.

          --method NAME     opinion-map/1 (by default): does not depend on the order of votes
                            polis/1: what Polis would publish
          --bootstrap B     draw the people again B times to see what holds; 50 by default,
                            0 for none, at most 10000. Not with polis/1
          --threads N       threads to use, 1 by default; the result is the same for any number
          --accept-clock  go on though this machine's clock is far behind the last entry
          --json            print one JSON object instead of sentences
          --lang fr|en      language of the answer (by default that of the system)
          --help            show this help

        Public for ever: that this result was published at this time, with its hash. The output itself
        is a file, which is public once you give it out; it holds counts and places on the map and no
        pseudonym. Where few people voted, counts can still tell what one of them answered.
        What was erased before takes no part; a result published before an erasure keeps its output.

        Examples:
          gouvernail result city c1
          gouvernail result city c1 --bootstrap 200 --threads 2
          gouvernail result city c1 --method polis/1 --json | jq -r .output

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 no such consultation;
        66 no data folder; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string FrenchHelp = """
        Calcule un résultat sur le registre tel qu’il est et l’y inscrit : quelle méthode et version,
        quels paramètres, sur quel début du registre, et l’empreinte de ce qui en sort. Qui a ce début
        du registre, ouvert, peut le recalculer et doit trouver la même empreinte.

        Usage : gouvernail result DOSSIER CONSULTATION [options]

        DOSSIER est un dossier de données fait par gouvernail init ; CONSULTATION, un identifiant
        comme c1. Le contenu est gardé dans DOSSIER/blobs, dans un fichier nommé par son empreinte :
        le JSON qu’écrit gouvernail map --json, où les participants ont des numéros et non des noms.

          --method NOM      opinion-map/1 (par défaut) : ne dépend pas de l’ordre des votes
                            polis/1 : ce que Polis publierait
          --bootstrap B     tire de nouveau les personnes B fois pour voir ce qui tient ;
                            50 par défaut, 0 pour s’en passer, 10000 au plus. Pas avec polis/1
          --threads N       fils d’exécution, 1 par défaut ; le résultat ne change pas
          --accept-clock  continue même si l’horloge est loin derrière la dernière entrée
          --json            affiche un objet JSON au lieu de phrases
          --lang fr|en      langue de la réponse (par défaut celle du système)
          --help            affiche cette aide

        Public pour toujours : que ce résultat a été publié à ce moment, avec son empreinte. Le
        contenu est un fichier, public dès que vous le donnez ; il tient des comptes et des places sur
        la carte, et aucun pseudonyme. Si peu de gens ont voté, des comptes peuvent encore dire ce
        qu’a répondu l’un d’eux.
        Ce qui a été effacé avant ne compte pas ; un résultat publié avant un effacement garde son
        contenu.

        Exemples :
          gouvernail result ville c1
          gouvernail result ville c1 --bootstrap 200 --threads 2
          gouvernail result ville c1 --method polis/1 --json | jq -r .output

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 pas de
        telle consultation ; 66 pas de dossier de données ; 70 défaut ; 73 le dossier de données est
        pris ou ne peut être écrit ; 130 interrompu.

        """;
}
