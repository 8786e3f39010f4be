namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class EraseCommand
{
    private static readonly Wording _groundMissing = new(
        "on which ground? Say with --ground why it is erased; it is public for ever, so name nobody.",
        "pour quel motif\u00a0? Dites avec --ground pourquoi l’on efface\u00a0; c’est public pour toujours, ne nommez "
            + "personne.");

    private static readonly Wording _stays = new(
        "Copies made before are beyond reach: backups, bundles given out, outputs of results.",
        Texts.Spaced("Les copies d’avant sont hors d’atteinte : sauvegardes, liasses données, contenus de résultats."));

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording Erased(string index, string tombstone) => new(
        $"Erased what entry {index} sealed. Entry {tombstone} of the log says so, with the ground.",
        $"Effacé, ce que l’entrée {index} mettait sous sceau. L’entrée {tombstone} du registre le dit, avec le motif.");

    private const string EnglishHelp = """
        Erases what an entry sealed (a vote, the text of a statement): its content and the key that
        opened it are deleted for good, and a tombstone in the log says so. There is no way back.

        Usage: gouvernail erase DIR INDEX --ground TEXT [options]

        DIR is a data folder made by gouvernail init. INDEX is the entry's place, counted from 0.

          --ground TEXT      why, such as "request of the person concerned". PUBLIC FOR EVER, and it
                             cannot be erased: name nobody, and do not repeat what is erased
          --authority TEXT   who decided; "facilitators" by default. Public for ever too
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        What stays: the entry without its content (its kind, time, pseudonym and seal, which nobody
        can open any more), so that every proof and receipt still holds. The pseudonym stays, and what
        else its bearer did in this consultation.

        What it cannot do:
          - take back backups of DIR, or bundles and receipts that were given out;
          - change results published before: each keeps its output. Computed again, such a result may
            differ, and the tombstone tells why;
          - hide what can be worked out: who compares a result from before with a count made after can
            find the one vote that was erased.

        Example:
          gouvernail erase city 4711 --ground "request of the person concerned"

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused: no such
        entry, a public one, or one erased already; 66 no data folder; 70 defect; 73 the data folder is
        in use or cannot be written; 130 interrupted.

        """;

    private const string FrenchHelp = """
        Efface ce qu’une entrée mettait sous sceau (un vote, le texte d’un énoncé) : le contenu et la
        clé qui l’ouvrait sont supprimés pour de bon, et une entrée du registre le dit. Sans retour.

        Usage : gouvernail erase DOSSIER INDEX --ground TEXTE [options]

        DOSSIER est un dossier de données fait par gouvernail init. INDEX est la place de l’entrée,
        comptée à partir de 0.

          --ground TEXTE     pourquoi, par exemple « demande de la personne concernée ». PUBLIC POUR
                             TOUJOURS, et ineffaçable : ne nommez personne, ne répétez pas l’effacé
          --authority TEXTE  qui a décidé ; « facilitators » par défaut. Public pour toujours aussi
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Ce qui reste : l’entrée sans son contenu (genre, heure, pseudonyme, et un sceau que plus
        personne ne peut ouvrir), pour que chaque preuve et chaque récépissé tiennent encore. Le
        pseudonyme reste, et ce que son porteur a fait d’autre dans cette consultation.

        Ce que cela ne peut pas :
          - reprendre les sauvegardes de DOSSIER, ni les liasses et récépissés déjà donnés ;
          - changer les résultats publiés avant : chacun garde son contenu. Recalculé, un tel résultat
            peut différer, et l’entrée d’effacement dit pourquoi ;
          - cacher ce qui se déduit : qui compare un résultat d’avant à un comptage fait après peut
            retrouver le seul vote effacé.

        Exemple :
          gouvernail erase ville 4711 --ground "demande de la personne concernée"

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé :
        pas de telle entrée, entrée publique, ou déjà effacée ; 66 pas de dossier de données ;
        70 défaut ; 73 le dossier de données est pris ou ne peut être écrit ; 130 interrompu.

        """;
}
