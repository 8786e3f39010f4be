namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class ImportCommand
{
    private static readonly Wording _logging = new("Writing to the log", "Inscription au registre");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording Imported(string id, string statements, string votes, string participants) => new(
        $"Imported as consultation {id}: {statements} statements, {votes} votes by {participants} participants.",
        $"Importée comme consultation {id}\u00a0: {statements} énoncés, {votes} votes de {participants} participants.");

    private static Wording Logged(string entries, string first, string last) => new(
        $"That is {entries} entries of the log, from {first} to {last}.",
        $"Cela fait {entries} entrées du registre, de {first} à {last}.");

    private const string EnglishHelp = """
        Takes over a conversation that was held elsewhere: its statements, their moderation and every
        vote become entries of the log, as a new consultation. Whole or not at all: after an error or
        an interruption, the log is as it was.

        Usage: gouvernail import DIR PATH [options]

        DIR is a data folder made by gouvernail init. PATH is what gouvernail map reads: a folder in
        Polis' openData format, a polis-export/1 folder or zip archive, or a CSV file with the columns
        participant,statement,vote (1 agree, -1 disagree, 0 pass).

          --publish WHAT    what the public may open of it, in copies of the log made for them. Said
                            when the consultation opens, and not changed afterwards:
                            statements,votes (by default): anyone can count again
                            statements: what was asked, and not what was answered
                            nothing: only that there were statements and votes
          --agree-is 1|-1   the number that means "agree", where the files do not say
          --accept-clock  go on though this machine's clock is far behind the last entry
          --json            print one JSON object instead of sentences
          --lang fr|en      language of the answer (by default that of the system)
          --help            show this help

        Public for ever: the question with its description and address; which statements were kept or
        set aside; that a pseudonym voted, and when it was logged. The texts of statements and what
        was voted are sealed: the log holds only a commitment to them, and each can be erased with
        gouvernail erase. People bear pseudonyms drawn for this consultation alone: what the other
        tool called them is not kept, and two consultations cannot be joined. Where the other tool's
        export is public too, its votes can be matched with those published here.

        Examples:
          gouvernail import city conversation/
          gouvernail import city votes.csv --publish statements
          gouvernail import city conversation.zip --json | jq -r .consultation

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 bad input; 66 no
        input or no data folder; 70 defect; 73 the data folder is in use or cannot be written;
        130 interrupted.

        """;

    private const string FrenchHelp = """
        Reprend une conversation tenue ailleurs : ses énoncés, leur modération et chaque vote
        deviennent des entrées du registre, en une nouvelle consultation. En entier ou pas du tout :
        après une erreur ou une interruption, le registre est tel qu’il était.

        Usage : gouvernail import DOSSIER CHEMIN [options]

        DOSSIER est un dossier de données fait par gouvernail init. CHEMIN est ce que lit gouvernail
        map : un dossier au format openData de Polis, un dossier ou une archive zip polis-export/1, ou
        un fichier CSV de colonnes participant,statement,vote (1 d’accord, -1 pas d’accord, 0 passe).

          --publish QUOI    ce que le public pourra en ouvrir, dans les copies du registre faites pour
                            lui. Dit à l’ouverture de la consultation, et plus changé ensuite :
                            statements,votes (par défaut) : chacun peut recompter
                            statements : ce qui a été demandé, et non ce qui a été répondu
                            nothing : seulement qu’il y a eu des énoncés et des votes
          --agree-is 1|-1   le nombre qui veut dire « d’accord », si les fichiers se taisent
          --accept-clock  continue même si l’horloge est loin derrière la dernière entrée
          --json            affiche un objet JSON au lieu de phrases
          --lang fr|en      langue de la réponse (par défaut celle du système)
          --help            affiche cette aide

        Public pour toujours : la question, sa description et son adresse ; quels énoncés ont été
        retenus ou écartés ; qu’un pseudonyme a voté, et quand cela a été inscrit. Le texte des
        énoncés et le sens des votes sont sous sceau : le registre ne tient qu’un engagement, et
        chacun s’efface avec gouvernail erase. Les gens portent des pseudonymes tirés pour cette seule
        consultation : le nom que leur donnait l’autre outil n’est pas gardé, et deux consultations ne
        peuvent être rapprochées. Si l’export de l’autre outil est public aussi, ses votes peuvent
        être reconnus parmi ceux publiés ici.

        Exemples :
          gouvernail import ville conversation/
          gouvernail import ville votes.csv --publish statements
          gouvernail import ville conversation.zip --json | jq -r .consultation

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 entrée
        fautive ; 66 pas d’entrée ou pas de dossier de données ; 70 défaut ; 73 le dossier de données
        est pris ou ne peut être écrit ; 130 interrompu.

        """;
}
