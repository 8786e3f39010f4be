namespace Gouvernail.Audits;

/// <summary>What the file README.txt of a bundle says.</summary>
internal static class BundleReadme
{
    public const string Text = """
        A public log of Gouvernail
        ==========================

        checkpoint      the signed head: the log's name, how many entries, the root of their tree
        vkey            the key that verifies it; compare it with one got elsewhere
        tile/entries/   every entry of the log, in order
        tile/           the hashes of the tree
        opened/         what some entries sealed, where it is published, with the keys that open them
        blobs/          the outputs of results, each named by its SHA-256

        To check all of it, with nothing but this folder:

            gouvernail verify .

        The formats are public (C2SP tlog-tiles, RFC 8785), so other tools can check it too.


        Un registre public de Gouvernail
        ================================

        checkpoint      la tête signée : le nom du registre, le nombre d’entrées, la racine de leur arbre
        vkey            la clé qui la vérifie ; comparez-la avec une autre, obtenue ailleurs
        tile/entries/   toutes les entrées du registre, dans l’ordre
        tile/           les empreintes de l’arbre
        opened/         ce que des entrées scellaient, là où c’est publié, avec les clés qui les ouvrent
        blobs/          les sorties des résultats, chacune nommée par son SHA-256

        Pour tout vérifier, avec ce seul dossier :

            gouvernail verify .

        Les formats sont publics (C2SP tlog-tiles, RFC 8785) : d’autres outils peuvent le vérifier aussi.

        """;
}
