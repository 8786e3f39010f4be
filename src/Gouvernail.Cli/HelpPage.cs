using System.Text;

namespace Gouvernail.Cli;

/// <summary>What <c>--help</c> prints, put together from what the command says of itself and what all of them share.
/// </summary>
/// <param name="What">What it does.</param>
/// <param name="Usage">The words to type after <c>gouvernail</c>.</param>
/// <param name="Options">Its own options, a line each; may be empty.</param>
/// <param name="Example">Commands to copy.</param>
internal sealed record HelpPage(Wording What, Wording Usage, Wording Options, Wording Example)
{
    private static readonly Wording _clock = new(
        "  --accept-clock    go on though this machine's clock is far behind the last entry\n",
        "  --accept-clock    continue même si l’horloge est loin derrière la dernière entrée\n");

    private static readonly Wording _json = new(
        "  --json            print one JSON object instead of sentences\n",
        "  --json            affiche un objet JSON au lieu de phrases\n");

    private static readonly Wording _rest = new(
        "  --lang fr|en      language of the answer (by default that of the system)\n"
            + "  --help            show this help\n",
        "  --lang fr|en      langue de la réponse (par défaut celle du système)\n"
            + "  --help            affiche cette aide\n");

    private static readonly Wording _codes = new(
        """

        Exit codes: 0 done; 3 the log was tampered with or damaged; 64 usage; 65 the input is not what it
        should be, or the rules refuse; 66 the input is missing or cannot be read; 70 defect; 73 cannot
        be written; 130 interrupted.

        """,
        """

        Codes de sortie : 0 fait ; 3 le registre a été falsifié ou est abîmé ; 64 usage ; 65 l’entrée
        n’est pas ce qu’elle devrait être, ou les règles refusent ; 66 l’entrée manque ou ne se lit pas ;
        70 défaut ; 73 écriture impossible ; 130 interrompu.

        """);

    /// <summary>True for a command that adds to a log.</summary>
    public bool Writes { get; init; }

    /// <summary>True where <c>--json</c> is the usual one; a command of another meaning says so itself.</summary>
    public bool HasJson { get; init; } = true;

    /// <summary>The page in a language.</summary>
    public string In(Language language)
    {
        bool french = language == Language.French;
        var page = new StringBuilder();
        page.Append(What.In(language)).Append("\n\n")
            .Append(french ? "Usage : gouvernail " : "Usage: gouvernail ").Append(Usage.In(language)).Append("\n\n");
        if (Options.In(language).Length > 0)
        {
            page.Append(Options.In(language)).Append('\n');
        }

        page.Append(Writes ? _clock.In(language) : "").Append(HasJson ? _json.In(language) : "")
            .Append(_rest.In(language))
            .Append(french ? "\nExemple :\n" : "\nExample:\n").Append(Example.In(language)).Append('\n')
            .Append(_codes.In(language));
        return french ? Texts.Spaced(page.ToString()) : page.ToString();
    }
}
