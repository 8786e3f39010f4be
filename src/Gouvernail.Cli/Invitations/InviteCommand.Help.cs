namespace Gouvernail.Cli.Invitations;

/// <summary>What the command says.</summary>
internal sealed partial class InviteCommand
{
    private static readonly Wording _consultationMissing = new(
        "which consultation? Give its id, such as c1.", "quelle consultation\u00a0? Donnez son identifiant, comme c1.");

    private static readonly Wording _countMissing = new(
        "how many invitations? Say so with --count.", "combien d’invitations\u00a0? Dites-le avec --count.");

    private static readonly Wording _expectedDay = new("a day, such as 2030-12-31", "un jour, comme 2030-12-31");

    private static readonly Wording _secret = new(
        "Each code is secret, and good for one person: hand each to one person, and keep no copy.",
        "Chaque code est secret, et vaut pour une personne\u00a0: donnez-en un à chacun, et n’en gardez pas copie.");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private const string EnglishHelp = """
        Makes personal invitations to a consultation and prints their codes, one a line. A code is good
        for one person, on as many devices as they have: to vote, and to sign petitions whose roll is
        this consultation. The codes are in no file; whoever has one can act as that person.

        Usage: gouvernail invite DIR CONSULTATION --count N [options]

        DIR is a data folder made by gouvernail init; CONSULTATION is an id such as c1. It must not be
        closed.

          --count N        how many, 1 to 100000
          --expires DAY    the last day on which a code lets somebody in, such as 2030-12-31; a year
                           from now by default
          --label TEXT     what the facilitators call them. PUBLIC FOR EVER: no personal data
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json           print one JSON object, which has the codes
          --lang fr|en     language of the answer (by default that of the system)
          --help           show this help

        Example:
          gouvernail invite city c1 --count 500 > codes.txt

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused: no such
        consultation, or it is closed; 66 no data folder; 70 defect; 73 the data folder is in use or
        cannot be written; 130 interrupted.

        """;

    private const string FrenchHelp = """
        Fait des invitations personnelles à une consultation et affiche leurs codes, un par ligne. Un
        code vaut pour une personne, sur tous ses appareils : pour voter, et pour signer les pétitions
        dont cette consultation est la liste. Les codes ne sont dans aucun fichier ; qui en a un peut
        agir comme cette personne.

        Usage : gouvernail invite DOSSIER CONSULTATION --count N [options]

        DOSSIER est un dossier de données fait par gouvernail init ; CONSULTATION, un identifiant
        comme c1. Elle ne doit pas être close.

          --count N        combien, de 1 à 100000
          --expires JOUR   le dernier jour où un code ouvre, comme 2030-12-31 ; dans un an par défaut
          --label TEXTE    comment l’animation les appelle. PUBLIC POUR TOUJOURS : rien de personnel
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json           affiche un objet JSON, où sont les codes
          --lang fr|en     langue de la réponse (par défaut celle du système)
          --help           affiche cette aide

        Exemple :
          gouvernail invite ville c1 --count 500 > codes.txt

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé :
        pas de telle consultation, ou elle est close ; 66 pas de dossier de données ; 70 défaut ; 73 le
        dossier de données est pris ou ne peut être écrit ; 130 interrompu.

        """;
}
