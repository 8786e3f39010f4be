namespace Gouvernail.Cli;

internal sealed partial record Texts
{
    private static Texts MakeFrench() => new()
    {
        Language = Language.French,
        Help = Spaced(FrenchHelp),
        MapHelp = Spaced(FrenchMapHelp),
        SimulateHelp = Spaced(FrenchSimulateHelp),

        SeeHelp = command => $"Voir\u00a0: {command}",
        UnknownOption = option => $"option inconnue, {option}.",
        UnknownCommand = name => $"commande inconnue, «\u00a0{name}\u00a0».",
        UnexpectedArgument = text => $"argument inattendu, «\u00a0{text}\u00a0».",
        GivenTwice = option => $"{option} est donnée plus d’une fois.",
        ValueMissing = option => $"{option} demande une valeur.",
        WrongValue = (option, given, expected) =>
            $"{option} n’accepte pas «\u00a0{given}\u00a0». Attendu\u00a0: {expected}.",
        WholeWithin = (low, high) => $"un nombre entier de {low} à {high}",
        DensityRange = "un nombre supérieur à 0 et d’au plus 1, écrit avec un point, comme 0.05",
        CommandMissing = "quelle commande\u00a0?",
        PathMissing = "quelle conversation\u00a0? Donnez un dossier, une archive zip ou un fichier CSV.",
        OutMissing = "où écrire\u00a0? Donnez un nouveau dossier avec --out DOSSIER.",
        NoBootstrapWithPolis = "--bootstrap ne va pas avec polis/1\u00a0: ses groupes dépendent de l’ordre d’arrivée "
            + "des votes, que de nouveaux tirages ne mesurent pas. Pour la stabilité, prenez opinion-map/1.",
        OnlyWithPolis = option => $"{option} fixe une étape de polis/1\u00a0: ajoutez --method polis/1.",
        OnlyJsonToOutput =
            "seul --json peut aller à la sortie avec «\u00a0-\u00a0». Donnez à --html un nom de fichier.",
        PinsExclude = "--in-conversation et --base-clusters ne vont pas ensemble\u00a0: les grappes de départ disent "
            + "déjà qui est groupé. Donnez l’une des deux.",
        OverInput = (output, input) =>
            $"{output} écraserait ce qui est lu dans {input}. Donnez un autre nom de fichier.",
        SamePlace = (one, other) =>
            $"{one} et {other} écriraient au même endroit. Donnez un autre nom de fichier.",
        MoreGroupsThanPeople = "il ne peut pas y avoir plus de groupes que de participants.",
        TooManyVotes = most => $"participants × énoncés × densité doit rester sous {most} votes.",

        CannotRead = (file, reason) => $"impossible de lire {file}\u00a0: {reason}.",
        CannotWrite = (file, reason) => $"impossible d’écrire {file}\u00a0: {reason}.",
        Output = "la sortie",
        FolderMissing = "son dossier n’existe pas",
        IsFolder = "c’est un dossier",
        NotEmpty = "il existe et n’est pas un dossier vide",
        UnknownParticipants = (file, ids) =>
            $"{file} nomme des participants qui n’ont pas voté dans cette conversation\u00a0: {ids}.",
        OnLine = (id, line) => $"{id} (ligne {line})",
        ParticipantTwice = (file, id) =>
            $"{file} place plus d’une fois le participant {id}\u00a0; attendu\u00a0: une seule grappe.",

        Reading = "Lecture",
        Components = "Composantes principales",
        Groups = "Groupes",
        Resamples = "Nouveaux tirages",
        Percent = "\u00a0%",
        Interrupted = "interrompu\u00a0; rien ne reste à moitié écrit.",
        InternalError = kind => $"c’est un défaut de Gouvernail ({kind}), et non de vos données. Merci de le signaler, "
            + "avec ce qu’affiche la même commande précédée de GOUVERNAIL_DEBUG=1.",
        Simulated = (folder, people, statements, votes, groups) =>
            $"Écrit dans {folder}\u00a0: {people} participants, {statements} énoncés, {votes} votes, "
            + $"groupes plantés\u00a0: {groups}. Ensuite\u00a0: gouvernail map {Quoted(folder)}",
        Colon = "\u00a0: ",
        Thousands = "\u202f",
    };

    // Texts on several lines are typed with plain spaces before the high punctuation, which must not break.
    internal static string Spaced(string text) => text
        .Replace(" :", "\u00a0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00a0;", StringComparison.Ordinal)
        .Replace(" ?", "\u00a0?", StringComparison.Ordinal)
        .Replace("« ", "«\u00a0", StringComparison.Ordinal)
        .Replace(" »", "\u00a0»", StringComparison.Ordinal);

    private const string FrenchHelp = """
        gouvernail : décider ensemble de ce qu’une IA doit faire, et laisser chacun vérifier.

        Usage : gouvernail COMMANDE …

        Commandes :
          map CHEMIN               qui vote pareil dans une conversation, et ce qui rassemble
          simulate conversation    une conversation qui n’a pas eu lieu, pour apprendre et tester
          init DOSSIER             fonde une communauté, avec son registre et sa clé
          import DOSSIER CHEMIN    reprend une conversation tenue ailleurs dans le registre
          result DOSSIER ID        calcule un résultat sur le registre, et l’y inscrit
          export DOSSIER SORTIE    écrit ce que le public peut avoir d’un registre, à vérifier partout
          verify LIEU              vérifie tout un registre : signatures, empreintes, résultats
          prove DOSSIER INDEX      le récépissé d’une entrée du registre
          erase DOSSIER INDEX      efface ce qu’une entrée met sous sceau, et le dit au registre
          invite DOSSIER ID        fait des invitations à une consultation, et affiche leurs codes
          petition thresholds DOSSIER
                                   dit d’avance combien de signatures il faut à une pétition
          petition start DOSSIER   lance une pétition, et la signe
          petition sign DOSSIER ID
                                   signe avec les codes de qui se tient devant la machine
          petition show DOSSIER ID
                                   ce que demande une pétition, et où elle en est
          petition list DOSSIER    toutes les pétitions
          petition answer DOSSIER ID
                                   publie la réponse de l’exploitant ou de la communauté
          petition close DOSSIER ID
                                   arrête une pétition, pour une raison publique
          check-receipt FICHIER    vérifie, sans connexion, qu’une entrée est dans un registre
          witness DOSSIER          contresigne les registres des autres, pour fixer leur passé
          register add DOSSIER …   dépose la fiche d’un automate : ce qu’il est, ce qu’il divulgue
          register import DOSSIER …  dépose des fiches dans les formats des autres
          register export DOSSIER ID  écrit une fiche dans les formats des autres
          register list DOSSIER    énumère les automates d’un registre
          register show DOSSIER ID  montre ce qu’un automate divulgue, refuse et tait
          register retire DOSSIER ID  dit qu’un automate ne sert plus
          gate check FICHE|ID      si un automate peut fonctionner, et ce qui lui manque
          permit submit DOSSIER …  soumet un automate au portail
          permit suspend DOSSIER …  suspend un permis
          permit resume DOSSIER …  lève une suspension
          permit revoke DOSSIER …  retire un permis
          permit show DOSSIER ID   où en est un permis, et comment il y est venu
          evidence file DOSSIER …  dépose une preuve sur un automate
          evidence signer DOSSIER  fait compter les signatures d’une clé
          evidence revoke-signer DOSSIER …  une clé ne compte plus
          evidence contest DOSSIER …  dit qu’une clause n’est pas respectée
          evidence settle DOSSIER …  dit que ce qui était contesté ne tient plus
          evidence list DOSSIER    énumère signataires, preuves et contestations
          mandate rule DOSSIER FICHIER   fixe la règle selon laquelle les mandats sont adoptés
          mandate draft DOSSIER FICHIER  écrit un mandat, ou en amende un
          mandate put DOSSIER ID         soumet le dernier brouillon d’un mandat à l’adoption
          mandate sign DOSSIER ID        ajoute la signature d’un mandataire
          mandate adopt DOSSIER ID       fait entrer un mandat en vigueur, si sa règle est satisfaite
          mandate revoke DOSSIER ID      retire un mandat
          mandate show DOSSIER ID        montre un mandat : pour des gens, un modèle, ou tel que signé
          mandate list DOSSIER           liste les mandats d’un registre
          evidence key NOM               fait une clé qui signe mandats et preuves
          evidence sign FICHIER          signe un statement in-toto

        Options :
          --lang fr|en    langue des textes et des messages (par défaut celle du système)
          --version       affiche la version
          --help          explique une commande : gouvernail map --help

        Exemples :
          gouvernail simulate conversation --out demo
          gouvernail map demo --html demo.html

        Codes de sortie :
          0    fait
          1    un résultat ou un engagement ne correspond pas ; le portail : quelque chose parle contre
          2    le portail : quelque chose manque, est trop ancien ou laisse la question ouverte
          3    une signature, l’arbre ou un fichier du registre ne tient pas
          64   la ligne de commande n’est pas comprise
          65   l’entrée n’est pas ce qu’elle devrait être
          66   l’entrée manque ou ne s’ouvre pas
          70   défaut de Gouvernail
          73   un résultat ne peut pas être écrit
          130  interrompu

        """;

    private const string FrenchMapHelp = """
        Dessine la carte des opinions d’une conversation : les groupes de personnes qui votent
        pareil, ce que tous les groupes soutiennent, ce qui divise, et avec quelle certitude.

        Usage : gouvernail map CHEMIN [options]

        CHEMIN est un dossier au format openData de Polis, un dossier ou une archive zip
        polis-export/1, ou un fichier CSV de colonnes participant,statement,vote
        (1 d’accord, -1 pas d’accord, 0 passe).

        Le rapport s’affiche en texte. Les fichiers sont écrits en entier ou pas du tout.
          --json FICHIER|-    écrit tout le résultat en JSON ; « - » l’affiche à la place du rapport
          --html FICHIER      écrit une page avec l’image, à lire à l’écran ou sur papier
          --export DOSSIER    écrit la conversation au format polis-export/1, dossier neuf ou vide

        La méthode :
          --method NOM        opinion-map/1 (par défaut) : ne dépend pas de l’ordre des votes
                              polis/1 : ce que Polis publierait, pour comparer ou migrer
          --bootstrap B       tire de nouveau les personnes B fois pour voir ce qui tient ;
                              50 par défaut, 0 pour s’en passer, 10000 au plus.
                              Pas avec polis/1
          --threads N         fils d’exécution, 1 par défaut ; le résultat ne change pas
          --agree-is 1|-1     le nombre qui veut dire « d’accord », si les fichiers se taisent
          --lang fr|en        langue du rapport (par défaut celle du système)
          --credit TEXTE      qui créditer pour les données, et leur licence ; dans les rapports
          --help              affiche cette aide

        Pour suivre pas à pas un résultat de Polis en service (polis/1 seulement) :
          --in-conversation FICHIER   les participants à grouper, un identifiant par ligne
          --base-clusters FICHIER     les grappes de départ : JSON avec id, members, x, y ;
                                      à la place de --in-conversation

        Exemples :
          gouvernail map conversation/
          gouvernail map conversation.zip --html rapport.html --json rapport.json
          gouvernail map votes.csv --json - --bootstrap 0 | jq .commonGround
          gouvernail map conversation/ --method polis/1

        Codes de sortie : 0 fait ; 64 usage ; 65 entrée fautive ; 66 pas d’entrée ; 70 défaut ;
        73 écriture impossible ; 130 interrompu.

        """;

    private const string FrenchSimulateHelp = """
        Écrit une conversation qui n’a pas eu lieu, où des groupes sont plantés : un exemple pour
        apprendre, une vérité pour éprouver une méthode. Mêmes options, mêmes fichiers, partout.

        Usage : gouvernail simulate conversation --out DOSSIER [options]

          --out DOSSIER       le dossier à écrire, neuf ou vide (polis-export/1)
          --participants N    personnes qui votent ; 1000 par défaut
          --statements M      énoncés soumis au vote ; 50 par défaut
          --density D         part des énoncés sur lesquels on vote, plus de 0 et au plus 1 ;
                              0.3 par défaut
          --groups K          groupes à planter, de 1 à 5 ; 3 par défaut
          --seed S            un texte ; une autre graine tire une autre conversation ; 1 par défaut
          --lang fr|en        langue des énoncés (par défaut celle du système)
          --help              affiche cette aide

        Exemples :
          gouvernail simulate conversation --out demo
          gouvernail simulate conversation --participants 10000 --statements 500 --density 0.05 \
            --groups 4 --seed test --out grand

        Codes de sortie : 0 fait ; 64 usage ; 70 défaut ; 73 écriture impossible ; 130 interrompu.

        """;
}
