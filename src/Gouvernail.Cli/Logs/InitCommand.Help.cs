namespace Gouvernail.Cli.Logs;

/// <summary>What the command says.</summary>
internal sealed partial class InitCommand
{
    private static readonly Wording _originMissing = new(
        "what is the log called? Give its name with --origin, such as example.org/our-city.",
        "comment s’appelle le registre\u00a0? Donnez son nom avec --origin, comme example.org/notre-ville.");

    private static readonly Wording _expectedOrigin = new(
        "1 to 255 bytes, no blank, no + and no scheme, such as example.org/our-city",
        "de 1 à 255 octets, sans blanc, sans + et sans protocole, comme example.org/notre-ville");

    private static readonly Wording _longName = new(
        "--community takes at most 500 characters.", "--community prend au plus 500 caractères.");

    private static readonly Wording _log = new("Log", "Registre");
    private static readonly Wording _publicKey = new("Public key", "Clé publique");
    private static readonly Wording _signingKey = new("Signing key", "Clé secrète");
    private static readonly Wording _pathExample = new("PATH", "CHEMIN");

    private static readonly Wording _keepSafe = new(
        """
        Publish the public key where people look for you, apart from the log: with it anyone can check
        what the log says. The signing key can be read by you alone. Keep a copy of it in a safe
        place, and never show it: whoever has it can sign in your name, and without it the log cannot
        grow.
        """,
        Texts.Spaced("""
        Publiez la clé publique là où l’on vous cherche, à part du registre : avec elle, chacun peut
        vérifier ce que dit le registre. Vous seul pouvez lire la clé secrète. Gardez-en une copie en
        lieu sûr et ne la montrez jamais : qui la tient peut signer en votre nom, et sans elle le
        registre ne peut plus croître.
        """));

    private static readonly Wording _help = new(EnglishHelp, Texts.Spaced(FrenchHelp));

    private static Wording Founded(string path) => new(
        $"Founded a community, and its log, in {path}.", $"Communauté fondée, avec son registre, dans {path}.");

    private const string EnglishHelp = """
        Founds a community: a folder with an empty memory that can only grow, and the key that signs
        it. Everything later commands write goes there, and can be copied and moved as a whole.

        Usage: gouvernail init DIR --origin NAME [options]

        DIR is a new or empty folder; only you can read it. In it:
          journal.db      the log and what it seals
          log.key         the signing key. Keep a copy in a safe place; never show it
          vkey            the public key, to be published where people look for you
          checkpoint      the log's signed head, which may be shown to everyone

          --origin NAME      the log's name. It stands in every proof and cannot be changed. Take a
                             domain and path that you own and will keep, without scheme, such as
                             example.org/our-city: no blank, no +, at most 255 bytes
          --community TEXT   what the community calls itself, such as "Our city"
          --json             print one JSON object instead of sentences
          --lang fr|en       language of the answer (by default that of the system)
          --help             show this help

        Public for ever: both names, and that the community was founded at this time.
        Nothing of it can be erased, so put no personal data there.

        Examples:
          gouvernail init city --origin example.org/our-city --community "Our city"
          gouvernail import city conversation/

        Exit codes: 0 done; 64 usage; 70 defect; 73 something is there already, the folder around it
        does not exist, or it cannot be written; 130 interrupted.

        """;

    private const string FrenchHelp = """
        Fonde une communauté : un dossier avec une mémoire vide qui ne peut que croître, et la clé qui
        la signe. Tout ce qu’écrivent ensuite les commandes y va ; il se copie et se déplace entier.

        Usage : gouvernail init DOSSIER --origin NOM [options]

        DOSSIER est neuf ou vide ; vous seul pouvez le lire. Il contient :
          journal.db      le registre et ce qu’il met sous sceau
          log.key         la clé secrète. Gardez-en une copie en lieu sûr ; ne la montrez jamais
          vkey            la clé publique, à publier là où l’on vous cherche
          checkpoint      la tête signée du registre, que l’on peut montrer à tous

          --origin NOM       le nom du registre. Il figure dans chaque preuve et ne change plus.
                             Prenez un domaine et un chemin à vous et que vous garderez, sans
                             protocole, comme example.org/notre-ville : ni blanc, ni +, 255 octets
          --community TEXTE  le nom que se donne la communauté, comme « Notre ville »
          --json             affiche un objet JSON au lieu de phrases
          --lang fr|en       langue de la réponse (par défaut celle du système)
          --help             affiche cette aide

        Public pour toujours : les deux noms, et que la communauté a été fondée à ce moment.
        Rien de cela ne s’efface : n’y mettez pas de données personnelles.

        Exemples :
          gouvernail init ville --origin example.org/notre-ville --community "Notre ville"
          gouvernail import ville conversation/

        Codes de sortie : 0 fait ; 64 usage ; 70 défaut ; 73 quelque chose s’y trouve déjà, le dossier
        autour n’existe pas, ou l’écriture est impossible ; 130 interrompu.

        """;
}
