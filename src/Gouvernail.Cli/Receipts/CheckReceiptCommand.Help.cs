namespace Gouvernail.Cli.Receipts;

/// <summary>What the command says.</summary>
internal sealed partial class CheckReceiptCommand
{
    private static readonly Wording _fileMissing = new(
        "which receipt? Give a .tlog-proof file.", "quel récépissé\u00a0? Donnez un fichier .tlog-proof.");

    private static readonly Wording _trustMissing = new(
        "whom do you trust? Give the log's public key with --vkey, or a policy with --policy.",
        "à qui vous fiez-vous\u00a0? Donnez la clé publique du registre avec --vkey, ou une politique avec --policy.");

    private static readonly Wording _entryMissing = new(
        "this receipt came without its entry. Give the entry's file with --entry.",
        "ce récépissé est venu sans son entrée. Donnez le fichier de l’entrée avec --entry.");

    private static readonly Wording _expectedLog = new(
        "a log's public key, name+id+key", "la clé publique d’un registre, nom+id+clé");

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording NotAReceipt(string path, string problem) => new(
        $"{path} is not a receipt. {problem}",
        $"{path} n’est pas un récépissé (en anglais\u00a0: «\u00a0{problem}\u00a0»).");

    private const string EnglishHelp = """
        Checks a receipt: that an entry is in a log, at its place, in a tree that the log has signed.
        No connection is needed, and nobody is asked.

        Usage: gouvernail check-receipt FILE --vkey VKEY [options]

        FILE is a receipt (C2SP tlog-proof). The entry is the one that came with it.

        Whom you trust, one or both:
          --vkey VKEY       the log's public key, name+id+key, from a source other than the receipt
          --policy FILE     logs, witnesses, and how many must have cosigned (C2SP tlog-policy);
                            with --vkey, its witnesses and that log alone

          --entry FILE      the entry's bytes, instead of those in the receipt
          --json            print one JSON object instead of sentences
          --lang fr|en      language of the answer (by default that of the system)
          --help            show this help

        Examples:
          gouvernail check-receipt vote.tlog-proof --vkey "$LOG_KEY"
          gouvernail check-receipt vote.tlog-proof --policy trust.policy --json

        Exit codes: 0 it holds; 1 the entry is not in the tree at that place; 3 a signature does not
        hold, the log is not one you trust, or too few witnesses cosigned; 64 usage; 65 not a
        receipt or a policy; 66 no such file; 70 defect.

        """;

    private const string FrenchHelp = """
        Vérifie un récépissé : qu’une entrée est dans un registre, à sa place, dans un arbre que le
        registre a signé. Sans connexion, et sans rien demander à personne.

        Usage : gouvernail check-receipt FICHIER --vkey CLÉ [options]

        FICHIER est un récépissé (C2SP tlog-proof). L’entrée est celle qui est venue avec lui.

        À qui vous vous fiez, l’une ou les deux :
          --vkey CLÉ        la clé publique du registre, nom+id+clé, venue d’ailleurs que du récépissé
          --policy FICHIER  des registres, des témoins, et combien doivent avoir contresigné (C2SP
                            tlog-policy) ; avec --vkey, ses témoins et ce seul registre

          --entry FICHIER   les octets de l’entrée, au lieu de ceux du récépissé
          --json            affiche un objet JSON au lieu de phrases
          --lang fr|en      langue de la réponse (par défaut celle du système)
          --help            affiche cette aide

        Exemples :
          gouvernail check-receipt vote.tlog-proof --vkey "$CLE_DU_REGISTRE"
          gouvernail check-receipt vote.tlog-proof --policy confiance.policy --json

        Codes de sortie : 0 il tient ; 1 l’entrée n’est pas dans l’arbre à cette place ; 3 une
        signature ne tient pas, le registre n’est pas de ceux auxquels vous vous fiez, ou trop peu de
        témoins ont contresigné ; 64 usage ; 65 ni récépissé ni politique ; 66 pas de fichier ;
        70 défaut.

        """;
}
