namespace Gouvernail.Cli.Gate;

/// <summary>What is said of the word that groups commands of the gate.</summary>
internal static class GateHelp
{
    /// <summary>The group.</summary>
    public static Wording Group { get; } = new(
        """
        The gate: whether an automaton may run. It refuses by default.

        Usage: gouvernail gate check CARD|ID [options]

        See: gouvernail gate check --help

        """,
        Texts.Spaced("""
        Le portail : si un automate peut fonctionner. Il refuse par défaut.

        Usage : gouvernail gate check FICHE|ID [options]

        Voir : gouvernail gate check --help

        """));
}
