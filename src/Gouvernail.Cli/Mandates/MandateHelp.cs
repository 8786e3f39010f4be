namespace Gouvernail.Cli.Mandates;

/// <summary>What the commands on mandates say of themselves as a group.</summary>
internal static class MandateHelp
{
    /// <summary>The group.</summary>
    public static Wording Group { get; } = new(
        """
        Mandates: the orders given to automata, each clause citing the votes behind it.

        Usage: gouvernail mandate COMMAND …

          rule DIR RULE.json          sets the rule by which mandates are adopted
          draft DIR MANDATE.json      writes a mandate, changes a draft, or begins an amendment
          put DIR MANDATE             puts the last draft to adoption
          sign DIR MANDATE            adds a trustee's signature
          adopt DIR MANDATE           brings a version into force, where its rule is met
          revoke DIR MANDATE          takes a mandate back
          show DIR MANDATE            shows one: for people, for a model, or as it is signed
          list DIR                    lists them

        Help on one of them: gouvernail mandate draft --help.

        """,
        Texts.Spaced("""
        Les mandats : les ordres donnés aux automates, dont chaque clause cite les votes qui la fondent.

        Usage : gouvernail mandate COMMANDE …

          rule DOSSIER RÈGLE.json     fixe la règle selon laquelle les mandats sont adoptés
          draft DOSSIER MANDAT.json   écrit un mandat, change un brouillon, ou commence un amendement
          put DOSSIER MANDAT          soumet le dernier brouillon à l’adoption
          sign DOSSIER MANDAT         ajoute la signature d’un mandataire
          adopt DOSSIER MANDAT        fait entrer une version en vigueur, si sa règle est satisfaite
          revoke DOSSIER MANDAT       retire un mandat
          show DOSSIER MANDAT         en montre un : pour des gens, pour un modèle, ou tel que signé
          list DOSSIER                les liste

        L’aide de l’une d’elles : gouvernail mandate draft --help.

        """));
}
