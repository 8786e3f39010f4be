namespace Gouvernail.Server;

/// <summary>What the server says on the terminal.</summary>
internal static class ServerWording
{
    public static Wording ExpectedUrls { get; } = new(
        "http://ADDRESS:PORT, the address being numeric or localhost; a proxy in front of it speaks https",
        "http://ADRESSE:PORT, l’adresse étant numérique ou localhost\u00a0; un proxy placé devant parle https");

    public static Wording ExpectedRate { get; } = new(
        "a whole number from 1 to 100000000", "un nombre entier de 1 à 100000000");

    public static Wording ExpectedPublicUrl { get; } = new(
        "the address that people type, such as https://decide.example.org, without a path",
        "l’adresse que les gens tapent, comme https://decide.example.org, sans chemin");

    public static Wording SeeHelp { get; } = new(
        "See: gouvernail-server --help", "Voir\u00a0: gouvernail-server --help");

    public static Wording LibraryMissing { get; } = new(
        "the library e_sqlite3 is missing beside the program: copy the whole folder that was published.",
        "la bibliothèque e_sqlite3 manque à côté du programme\u00a0: copiez tout le dossier publié.");

    public static Wording Help { get; } = new(
        """
        Usage: gouvernail-server [options]

        Serves one community: its consultations, its results, its log.

          --data DIR              the data folder; made where it is missing (./gouvernail-data)
          --demo                  made-up people; without --data, in a temporary folder deleted at the end
          --facilitator-link      print a link by which somebody new becomes a facilitator
          --urls URL              where to listen; several with semicolons (http://127.0.0.1:5080)
          --public-url URL        the address that people type, such as https://decide.example.org
          --behind-proxy          believe X-Forwarded-For and X-Forwarded-Proto from a proxy on this machine
          --rate-per-address N    requests a minute from one address (600)
          --lang fr|en            the language of these messages
          --help                  this text

        """,
        """
        Usage : gouvernail-server [options]

        Sert une communauté : ses consultations, ses résultats, son registre.

          --data DOSSIER          le dossier de données ; créé s’il manque (./gouvernail-data)
          --demo                  des gens inventés ; sans --data, dans un dossier provisoire effacé à la fin
          --facilitator-link      afficher un lien par lequel une personne nouvelle devient animatrice
          --urls URL              où écouter ; plusieurs avec des points-virgules (http://127.0.0.1:5080)
          --public-url URL        l’adresse que les gens tapent, comme https://decide.example.org
          --behind-proxy          croire X-Forwarded-For et X-Forwarded-Proto d’un proxy de cette machine
          --rate-per-address N    requêtes par minute d’une même adresse (600)
          --lang fr|en            la langue de ces messages
          --help                  ce texte

        """);

    public static Wording UnknownWord(string word) => word.StartsWith('-')
        ? new($"unknown option {word}.", $"option inconnue, {word}.")
        : new($"unexpected argument \"{word}\".", $"argument inattendu, «\u00a0{word}\u00a0».");

    public static Wording GivenTwice(string option) => new(
        $"{option} is given more than once.", $"{option} est donnée plus d’une fois.");

    public static Wording ValueMissing(string option) => new(
        $"{option} needs a value.", $"{option} demande une valeur.");

    public static Wording WrongValue(string option, string given, Wording expected) => new(
        $"{option} does not take \"{given}\". Expected: {expected.English}.",
        $"{option} n’accepte pas «\u00a0{given}\u00a0». Attendu\u00a0: {expected.French}.");

    public static Wording CannotOpen(string folder, Wording reason) => new(
        $"cannot open {folder}: {reason.English.TrimEnd('.')}.",
        $"impossible d’ouvrir {folder}\u00a0: {reason.French.TrimEnd('.')}.");

    public static Wording DoesNotHold(string folder, Wording reason) => new(
        $"{folder}: {reason.English.TrimEnd('.')}.", $"{folder}\u00a0: {reason.French.TrimEnd('.')}.");

    public static Wording CannotListen(string address) => new(
        $"cannot listen on {address}: the address is taken, or is not this machine's. Give another with --urls.",
        $"impossible d’écouter sur {address}\u00a0: l’adresse est prise, ou n’est pas celle de cette machine. "
            + "Donnez-en une autre avec --urls.");

    public static Wording Ready(string address, string folder) => new(
        $"Gouvernail listens on {address}\nIts data are in {folder}. Ctrl-C ends it.",
        $"Gouvernail écoute sur {address}\nSes données sont dans {folder}. Ctrl-C l’arrête.");

    public static Wording FacilitatorLink(string address) => new(
        $"To facilitate, open this link once, within seven days: {address}",
        $"Pour animer, ouvrez ce lien une fois, d’ici sept jours\u00a0: {address}");

    public static Wording Defect(string kind) => new(
        $"this is a defect of Gouvernail ({kind}), and not of your data. Please report it, with what "
            + "GOUVERNAIL_DEBUG=1 before the same command prints.",
        $"c’est un défaut de Gouvernail ({kind}), et non de vos données. Merci de le signaler, avec ce qu’affiche la "
            + "même commande précédée de GOUVERNAIL_DEBUG=1.");
}
