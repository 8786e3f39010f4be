using Gouvernail.Cli.Permits;

namespace Gouvernail.Cli.Evidence;

/// <summary>What the commands on evidence say of themselves.</summary>
internal static class EvidenceHelp
{
    /// <summary>The group.</summary>
    public static Wording Group { get; } = new(
        """
        Evidence: what is proven of automata, by whom, and what speaks against it.

        Usage: gouvernail evidence COMMAND …

          key             makes a key that signs mandates and evidence
          sign            signs an in-toto statement
          file            files evidence about an automaton
          signer          lets a key's signatures count
          revoke-signer   a key counts no more
          contest         says that a clause is not kept
          settle          says that what was contested stands no more
          list            lists signers, evidence and what is contested

        See: gouvernail evidence file --help

        """,
        Texts.Spaced("""
        Les preuves : ce qui est prouvé des automates, par qui, et ce qui parle contre.

        Usage : gouvernail evidence COMMANDE …

          key             fait une clé qui signe mandats et preuves
          sign            signe un statement in-toto
          file            dépose une preuve sur un automate
          signer          fait compter les signatures d’une clé
          revoke-signer   une clé ne compte plus
          contest         dit qu’une clause n’est pas respectée
          settle          dit que ce qui était contesté ne tient plus
          list            énumère signataires, preuves et contestations

        Voir : gouvernail evidence file --help

        """));

    /// <summary>Of <c>evidence file</c>.</summary>
    public static Wording File { get; } = PermitHelp.Of(
        """
        Files evidence about an automaton: a DSSE envelope of an in-toto statement about the artefact
        of its card, signed by a key that is recognised. The gate decides anew.

        Usage: gouvernail evidence file DIR ID ENVELOPE.json

        """,
        """
        Dépose une preuve sur un automate : une enveloppe DSSE d’un statement in-toto sur l’artefact
        de sa fiche, signée par une clé reconnue. Le portail décide de nouveau.

        Usage : gouvernail evidence file DOSSIER ID ENVELOPPE.json

        """,
        hasReason: false, "gouvernail evidence file town a1 audit.dsse.json",
        "gouvernail evidence file ville a1 audit.dsse.json");

    /// <summary>Of <c>evidence signer</c>.</summary>
    public static Wording Signer { get; } = PermitHelp.Of(
        """
        Lets a key's signatures count as evidence. The name and the roles are public for ever.

        Usage: gouvernail evidence signer DIR --key KEY --name NAME --role ROLE[,ROLE]

          --key KEY         the key: a file in PEM (Ed25519 or P-256), or the key's line
          --name NAME       whose it is: an organisation or an office
          --role ROLES      what it signs as: auditor, provider, deployer or others; commas between

        """,
        """
        Fait compter les signatures d’une clé comme preuves. Le nom et les titres sont publics pour
        toujours.

        Usage : gouvernail evidence signer DOSSIER --key CLÉ --name NOM --role TITRE[,TITRE]

          --key CLÉ           la clé : un fichier PEM (Ed25519 ou P-256), ou la ligne de la clé
          --name NOM          à qui elle est : une organisation ou une fonction
          --role TITRES       à quel titre elle signe : auditor, provider, deployer ou d’autres, avec
                              des virgules

        """,
        hasReason: false, "gouvernail evidence signer town --key lab.pem --name \"Audit lab\" --role auditor",
        "gouvernail evidence signer ville --key labo.pem --name \"Labo d’audit\" --role auditor");

    /// <summary>Of <c>evidence revoke-signer</c>.</summary>
    public static Wording RevokeSigner { get; } = PermitHelp.Of(
        """
        A key counts no more, in what it has signed before either. The gate decides anew.

        Usage: gouvernail evidence revoke-signer DIR KEYID --reason TEXT

        """,
        """
        Une clé ne compte plus, pas même dans ce qu’elle a signé avant. Le portail décide de nouveau.

        Usage : gouvernail evidence revoke-signer DOSSIER ID-DE-CLÉ --reason TEXTE

        """,
        hasReason: true, "gouvernail evidence revoke-signer town 3f0a… --reason \"Key stolen\"",
        "gouvernail evidence revoke-signer ville 3f0a… --reason \"Clé volée\"");

    /// <summary>Of <c>evidence contest</c>.</summary>
    public static Wording Contest { get; } = PermitHelp.Of(
        """
        Says that a clause of a mandate is not kept. It stands against the automaton, which the gate
        refuses, until it is settled.

        Usage: gouvernail evidence contest DIR ID CLAUSE --text TEXT

          --text TEXT       what is not kept, and where one can see it

        """,
        """
        Dit qu’une clause d’un mandat n’est pas respectée. Cela tient contre l’automate, que le
        portail refuse, jusqu’à ce que ce soit réglé.

        Usage : gouvernail evidence contest DOSSIER ID CLAUSE --text TEXTE

          --text TEXTE        ce qui n’est pas respecté, et où on peut le voir

        """,
        hasReason: false, "gouvernail evidence contest town a1 m1#3 --text \"Wrong in 3 of 10 letters\"",
        "gouvernail evidence contest ville a1 m1#3 --text \"Fausse dans 3 lettres sur 10\"");

    /// <summary>Of <c>evidence settle</c>.</summary>
    public static Wording Settle { get; } = PermitHelp.Of(
        """
        Says that what was contested stands no more. The gate decides anew.

        Usage: gouvernail evidence settle DIR INDEX --reason TEXT

        INDEX is the entry of the log that contests.

        """,
        """
        Dit que ce qui était contesté ne tient plus. Le portail décide de nouveau.

        Usage : gouvernail evidence settle DOSSIER INDEX --reason TEXTE

        INDEX est l’entrée du registre qui conteste.

        """,
        hasReason: true, "gouvernail evidence settle town 412 --reason \"Corrected, see the new audit\"",
        "gouvernail evidence settle ville 412 --reason \"Corrigé, voir le nouvel audit\"");

    /// <summary>Of <c>evidence list</c>.</summary>
    public static Wording List { get; } = new(
        """
        Lists signers, evidence and what is contested, of an automaton or of all. The whole log is
        checked first.

        Usage: gouvernail evidence list DIR [ID] [--json]

        DIR is a data folder, also while a server writes it, or a bundle that gouvernail export wrote.
        Either is checked first, and only read.

          --json            print one JSON object instead of sentences
          --lang fr|en      language of messages (by default the system's)
          --help            show this help

        Example:
          gouvernail evidence list town a1

        Exit codes: 0 done; 3 the log is damaged; 64 usage; 66 nothing there; 70 defect.

        """,
        Texts.Spaced("""
        Énumère signataires, preuves et contestations, d’un automate ou de tous. Tout le registre est
        d’abord vérifié.

        Usage : gouvernail evidence list DOSSIER [ID] [--json]

        DOSSIER est un dossier de données, même pendant qu’un serveur y écrit, ou une liasse écrite par
        gouvernail export. L’un et l’autre sont contrôlés d’abord, et seulement lus.

          --json              imprimer un objet JSON au lieu de phrases
          --lang fr|en        langue des messages (par défaut celle du système)
          --help              afficher cette aide

        Exemple :
          gouvernail evidence list ville a1

        Codes : 0 fait ; 3 le registre est abîmé ; 64 usage ; 66 rien là ; 70 défaut.

        """));
}
