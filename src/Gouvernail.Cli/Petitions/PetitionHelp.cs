namespace Gouvernail.Cli.Petitions;

/// <summary>What all commands on petitions explain: they are few, and make sense together.</summary>
internal static class PetitionHelp
{
    private const string English = """
        Petitions: signatures that open a debate, make the community review an automaton, or suspend
        it at once. How many it takes is said in advance; a petition keeps the thresholds under which
        it started, and passes with the signature that makes the number.

        Usage: gouvernail petition thresholds DIR [--debate N] [--review N] [--suspension N] [options]
               gouvernail petition start DIR --effect E --title T --text T --code CODE [options]
               gouvernail petition sign DIR PETITION --code CODE | --codes FILE
               gouvernail petition show DIR PETITION
               gouvernail petition list DIR
               gouvernail petition answer DIR PETITION --from WHO --text T
               gouvernail petition close DIR PETITION --reason T

        DIR is a data folder made by gouvernail init; PETITION is an id such as p1. Everything but
        show and list writes, and needs a server on DIR to be stopped first; those two read a bundle
        too, which is checked first.

        thresholds: for the petitions to come, whole; an effect without a number has no petitions
          --debate         signatures that open a debate
          --review         signatures that open a review
          --suspension     signatures that suspend
          --rung R         whose signatures count: open (any device), code (a personal invitation; by
                           default), member (the list of members)
          --roll ID        the consultation whose invitations or members may sign
          --days N         how long a petition runs; 90 by default

        start: a petition, which its starter signs; what it says is public
          --effect E       debate, review or suspension
          --automaton ID   the automaton, such as a1; a debate can do without
          --title T        what is asked, in a line
          --text T         what is asked, and why (for answer: the answer)
          --asked-by WHO   who asks, as they want to be called in public
          --start TIME     a gathering, on the clocks of the place: 2030-05-01T18:30
          --end TIME       when it ends
          --place WHERE    where it is
          --code CODE      the starter's own invitation code

        sign: a kiosk, where people type their own codes; a code that many have does not count
          --code CODE      the invitation code of one person
          --codes FILE     codes, one a line; - for what is piped in. The answer tells how many were
                           refused, in which lines and why, and never repeats a code

        answer, close:
          --from WHO       in whose name the answer is given
          --reason T       why a petition is stopped. PUBLIC FOR EVER. None that has passed can be

        All of them:
          --accept-clock   go on though this machine's clock is far behind the last entry
          --json           print one JSON object instead of sentences
          --lang fr|en     language of the answer, and of a petition that is started
          --help           show this help

        Examples:
          gouvernail petition thresholds city --debate 200 --suspension 1000 --roll c1
          gouvernail petition sign city p1 --codes - < codes.txt

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 refused; 66 no data
        folder, or no file of codes; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string French = """
        Pétitions : des signatures qui ouvrent un débat, obligent la communauté à examiner un automate,
        ou le suspendent aussitôt. Le nombre est dit d’avance ; une pétition garde les seuils sous
        lesquels elle a été lancée, et aboutit avec la signature qui fait le nombre.

        Usage : gouvernail petition thresholds DOSSIER [--debate N] [--review N] [--suspension N] …
                gouvernail petition start DOSSIER --effect E --title T --text T --code CODE [options]
                gouvernail petition sign DOSSIER PÉTITION --code CODE | --codes FICHIER
                gouvernail petition show DOSSIER PÉTITION
                gouvernail petition list DOSSIER
                gouvernail petition answer DOSSIER PÉTITION --from QUI --text T
                gouvernail petition close DOSSIER PÉTITION --reason T

        DOSSIER est un dossier de données fait par gouvernail init ; PÉTITION, un identifiant comme p1.
        Tout sauf show et list écrit, et demande d’arrêter d’abord un serveur sur DOSSIER ; ces deux-là
        lisent aussi une liasse, contrôlée d’abord.

        thresholds : pour les pétitions à venir, en entier ; un effet sans nombre n’a pas de pétition
          --debate         signatures qui ouvrent un débat
          --review         signatures qui ouvrent un examen
          --suspension     signatures qui suspendent
          --rung R         quelles signatures comptent : open (tout appareil), code (une invitation
                           personnelle ; par défaut), member (la liste des membres)
          --roll ID        la consultation dont les invités ou les membres peuvent signer
          --days N         combien de jours court une pétition ; 90 par défaut

        start : une pétition, que signe qui la lance ; ce qu’elle dit est public
          --effect E       debate, review ou suspension
          --automaton ID   l’automate, comme a1 ; un débat peut s’en passer
          --title T        ce qui est demandé, en une ligne
          --text T         ce qui est demandé, et pourquoi (pour answer : la réponse)
          --asked-by QUI   qui demande, comme il veut être appelé en public
          --start HEURE    un rassemblement, aux horloges du lieu : 2030-05-01T18:30
          --end HEURE      quand il finit
          --place LIEU     où il est
          --code CODE      le code d’invitation de qui la lance

        sign : un guichet, où chacun tape son propre code ; un code que beaucoup ont ne compte pas
          --code CODE      le code d’invitation d’une personne
          --codes FICHIER  des codes, un par ligne ; - pour ce qui arrive par un tube. La réponse dit
                           combien sont refusés, à quelles lignes et pourquoi, sans répéter un code

        answer, close :
          --from QUI       au nom de qui la réponse est donnée
          --reason T       pourquoi une pétition est arrêtée. PUBLIC POUR TOUJOURS. Aucune qui a
                           abouti ne peut l’être

        Toutes :
          --accept-clock   continue même si l’horloge est loin derrière la dernière entrée
          --json           affiche un objet JSON au lieu de phrases
          --lang fr|en     langue de la réponse, et d’une pétition qu’on lance
          --help           affiche cette aide

        Exemples :
          gouvernail petition thresholds ville --debate 200 --suspension 1000 --roll c1
          gouvernail petition sign ville p1 --codes - < codes.txt

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 refusé ;
        66 pas de dossier de données, ou de fichier de codes ; 70 défaut ; 73 le dossier de données est
        pris ou ne peut être écrit ; 130 interrompu.

        """;

    /// <summary>The group.</summary>
    public static Wording Group { get; } = new(English, Texts.Spaced(French));

    /// <summary>The help, in the language of a run.</summary>
    public static string Of(Texts texts) => Group.In(texts.Language);
}
