namespace Gouvernail.Cli.Witnesses;

/// <summary>What the command says.</summary>
internal sealed partial class WitnessCommand
{
    private static readonly Wording _folderMissing = new(
        "which folder? Give the witness's own, new or used before.",
        "quel dossier\u00a0? Donnez celui du témoin, neuf ou déjà utilisé.");

    private static readonly Wording _nameMissing = new(
        "this witness has no key yet. Name it with --name NAME, such as example.org/witness.",
        "ce témoin n’a pas encore de clé. Nommez-le avec --name NOM, comme example.org/temoin.");

    private static readonly Wording _logMissing = new(
        "which log? Give its public key with --log VKEY.",
        "quel registre\u00a0? Donnez sa clé publique avec --log CLÉ.");

    private static readonly Wording _expectedName = new(
        "1 to 255 bytes, no space and no plus sign", "1 à 255 octets, sans espace ni signe plus");

    private static readonly Wording _expectedLog = new(
        "a log's public key, name+id+key", "la clé publique d’un registre, nom+id+clé");

    private static readonly Wording _notAnAddress = new(
        "--listen takes a numeric address and a port, such as 127.0.0.1:8300 or [::1]:8300.",
        "--listen prend une adresse numérique et un port, comme 127.0.0.1:8300 ou [::1]:8300.");

    private static readonly Wording _taken = new(
        "the address is taken, or is not this machine's", "l’adresse est prise, ou n’est pas de cette machine");

    private static readonly Wording _open = new(
        "warning: this address can be reached from other machines, without encryption. Put a proxy with TLS before it.",
        "attention\u00a0: d’autres machines peuvent atteindre cette adresse, sans chiffrement. Placez devant un relais "
            + "avec TLS.");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording OtherName(string name) => new(
        $"this witness is called {name}. Leave --name out, or give another folder.",
        $"ce témoin s’appelle {name}. Retirez --name, ou donnez un autre dossier.");

    private static Wording CannotListen(string address, Wording reason) => new(
        $"cannot listen on {address}: {reason.English}.",
        $"impossible d’écouter sur {address}\u00a0: {reason.French}.");

    private static Wording Ready(string address, string key, int logs) => new(
        $"Address: {address}\nPublic key: {key}\nLogs watched: {logs}. Ctrl+C ends.\n",
        $"Adresse\u00a0: {address}\nClé publique\u00a0: {key}\nRegistres suivis\u00a0: {logs}. Ctrl+C pour finir.\n");

    private const string EnglishHelp = """
        Watches others' logs: cosigns each checkpoint that continues the last one it cosigned, so
        that a log cannot show different people different histories.

        Usage: gouvernail witness DIR [options]

        DIR is the witness's own folder, made on first use: witness.key, its private key; logs, the
        public keys of the logs it watches, one a line, # before a comment; seen, its memory, which
        must never go back in time: do not restore it from a backup.

          --name NAME         the witness's name, on first use, such as example.org/witness
          --log VKEY          adds a log to those watched
          --listen HOST:PORT  where to answer; 127.0.0.1:8300 by default, port 0 for any free one
          --lang fr|en        language of messages (by default that of the system)
          --help              show this help

        It answers POST /add-checkpoint (C2SP tlog-witness), and its public key at /, until told
        to end.

        Examples:
          gouvernail witness watch --name example.org/witness --log "$LOG_KEY"
          gouvernail witness watch --listen 127.0.0.1:0

        Exit codes: 3 memory lost or damaged; 64 usage; 65 bad key or list of logs; 66 key readable
        by others; 70 defect; 73 folder or address not available; 130 told to end.

        """;

    private const string FrenchHelp = """
        Suit les registres des autres : contresigne chaque scellé qui continue le dernier qu’il a
        contresigné, pour qu’un registre ne montre pas à chacun une autre histoire.

        Usage : gouvernail witness DOSSIER [options]

        DOSSIER est celui du témoin, créé au premier usage : witness.key, sa clé privée ; logs, les
        clés publiques des registres suivis, une par ligne, # devant un commentaire ; seen, sa
        mémoire, qui ne doit jamais revenir en arrière : ne la restaurez pas d’une sauvegarde.

          --name NOM          le nom du témoin, au premier usage, comme example.org/temoin
          --log CLÉ           ajoute un registre à ceux qui sont suivis
          --listen HÔTE:PORT  où répondre ; 127.0.0.1:8300 par défaut, port 0 pour tout port libre
          --lang fr|en        langue des messages (par défaut celle du système)
          --help              affiche cette aide

        Il répond à POST /add-checkpoint (C2SP tlog-witness), et donne sa clé publique à /, jusqu’à
        ce qu’on lui demande de finir.

        Exemples :
          gouvernail witness veille --name example.org/temoin --log "$CLE_DU_REGISTRE"
          gouvernail witness veille --listen 127.0.0.1:0

        Codes de sortie : 3 mémoire perdue ou endommagée ; 64 usage ; 65 clé ou liste fautive ;
        66 clé lisible par d’autres ; 70 défaut ; 73 dossier ou adresse indisponible ; 130 fin
        demandée.

        """;
}
