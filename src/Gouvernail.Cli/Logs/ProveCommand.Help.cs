namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class ProveCommand
{
    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording OutOfRange(long index, long size, Texts texts)
    {
        (string place, string count) = (LogAnswer.Number(index, texts), LogAnswer.Number(size, texts));
        return new(
            $"the log has {count} {(size == 1 ? "entry" : "entries")}, counted from 0; there is no entry {place}.",
            $"le registre a {count} {(size < 2 ? "entrée, comptée" : "entrées, comptées")} à partir de 0\u00a0; "
                + $"il n’y a pas d’entrée {place}.");
    }

    private static Wording Wrote(string file, string index) => new(
        $"Wrote {file}, the receipt of entry {index}.", $"Écrit dans {file}, le récépissé de l’entrée {index}.");

    private const string EnglishHelp = """
        Makes the receipt of an entry: its bytes, the few hashes that lead from it to the root of the
        log, and the log's signed head. Whoever has the receipt and the log's public key can check it
        with gouvernail check-receipt, without a connection and without asking anyone.

        Usage: gouvernail prove DIR INDEX [options]

        DIR is a data folder made by gouvernail init, which is only read: it may be in use, or on a
        disk that cannot be written. INDEX is the entry's place, counted from 0.

          --out FILE        write the receipt (C2SP tlog-proof) to a file, by convention one that ends
                            with .tlog-proof, instead of printing it
          --json            print one JSON object
          --lang fr|en      language of the answer (by default that of the system)
          --help            show this help

        A receipt may be shown to everyone: it holds the entry as the log has it, and nothing of what
        the entry seals. It stays valid when that is erased, and when the log grows.

        Examples:
          gouvernail prove city 0
          gouvernail prove city 50373 --out result.tlog-proof
          gouvernail check-receipt result.tlog-proof --vkey "$(cat city/vkey)"

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 no such entry; 66 no
        data folder, or it cannot be read; 70 defect; 73 the file cannot be written.

        """;

    private const string FrenchHelp = """
        Fait le récépissé d’une entrée : ses octets, les quelques empreintes qui mènent d’elle à la
        racine du registre, et la tête signée du registre. Qui a le récépissé et la clé publique du
        registre le vérifie avec gouvernail check-receipt, sans connexion et sans rien demander.

        Usage : gouvernail prove DOSSIER INDEX [options]

        DOSSIER est un dossier de données fait par gouvernail init, qui est seulement lu : il peut
        être en service, ou sur un disque où l’on n’écrit pas. INDEX est la place de l’entrée, comptée
        à partir de 0.

          --out FICHIER     écrit le récépissé (C2SP tlog-proof) dans un fichier, dont le nom finit
                            d’ordinaire par .tlog-proof, au lieu de l’afficher
          --json            affiche un objet JSON
          --lang fr|en      langue de la réponse (par défaut celle du système)
          --help            affiche cette aide

        Un récépissé peut être montré à tous : il tient l’entrée telle qu’elle est au registre, et
        rien de ce qu’elle met sous sceau. Il reste valable si cela est effacé, et quand le registre
        croît.

        Exemples :
          gouvernail prove ville 0
          gouvernail prove ville 50373 --out resultat.tlog-proof
          gouvernail check-receipt resultat.tlog-proof --vkey "$(cat ville/vkey)"

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 pas de
        telle entrée ; 66 pas de dossier de données, ou il ne se lit pas ; 70 défaut ; 73 le fichier
        ne peut être écrit.

        """;
}
