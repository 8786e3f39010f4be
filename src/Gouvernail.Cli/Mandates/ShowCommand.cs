using System.CommandLine;
using System.Text;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate show</c>: a mandate for people, for a model, or as it is signed.</summary>
internal sealed class ShowCommand : MandateCommand
{
    private static readonly Wording _oneForm = new(
        "--json, --markdown, --principles, --diff and --envelope do not go together: choose one.",
        "--json, --markdown, --principles, --diff et --envelope ne vont pas ensemble\u00a0: choisissez.");

    private static readonly Wording _same = new(
        "Nothing differs between the two.", "Rien ne diffère entre les deux.");

    private readonly Option<string> _version;
    private readonly Option<bool> _markdown;
    private readonly Option<bool> _principles;
    private readonly Option<string> _diff;
    private readonly Option<bool> _envelope;

    public ShowCommand()
        : base("show", goesOn: false, ofOne: true)
    {
        _version = Text("--version");
        _markdown = Flag("--markdown");
        _principles = Flag("--principles");
        _diff = Text("--diff");
        _envelope = Flag("--envelope");
    }

    protected override HelpPage Page { get; } = new(
        new(
            """
            Shows a mandate: what it says, the votes behind each clause, what was left out, how it was adopted.
            """,
            """
            Montre un mandat : ce qu’il dit, les votes derrière chaque clause, ce qui n’a pas été retenu,
            comment il a été adopté.
            """),
        new("mandate show DIR MANDATE [options]", "mandate show DOSSIER MANDAT [options]"),
        new(
            "DIR is a data folder, or a bundle that gouvernail export wrote, which is checked first.\n\n"
                + "  --version N       the version; by default the one adopted last, else the last draft\n"
                + "  --markdown        a document for people (by default)\n"
                + "  --principles      a plain list, one line a clause, to be put in front of a model\n"
                + "  --diff N          what changed since version N\n"
                + "  --json            the very bytes that are signed and hashed\n"
                + "  --envelope        the same in a DSSE envelope signed by the log's key (not from a bundle)\n",
            "DOSSIER est un dossier de données, ou une liasse écrite par gouvernail export, contrôlée d’abord.\n\n"
                + "  --version N       la version ; par défaut la dernière adoptée, sinon le dernier brouillon\n"
                + "  --markdown        un document pour des gens (par défaut)\n"
                + "  --principles      une simple liste, une ligne par clause, à mettre devant un modèle\n"
                + "  --diff N          ce qui a changé depuis la version N\n"
                + "  --json            les octets mêmes qui sont signés et hachés\n"
                + "  --envelope        les mêmes, enveloppe DSSE signée par la clé du registre (pas d’une liasse)\n"),
        new("  gouvernail mandate show city m1 > mandate.md\n  gouvernail mandate show city m1 --json | sha256sum",
            "  gouvernail mandate show ville m1 > mandat.md\n  gouvernail mandate show ville m1 --json | sha256sum"))
    {
        HasJson = false,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string mandate = Mandate(parse, rules);
        long? number = Number(parse, _version, 1, rules);
        long? before = Number(parse, _diff, 1, rules);
        bool[] forms =
        [
            IsJson(parse), parse.GetValue(_markdown), parse.GetValue(_principles), parse.GetValue(_envelope),
            before is not null,
        ];
        if (forms.Count(asked => asked) > 1)
        {
            rules.Keep(rules.Usage(_oneForm.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        byte[] shown = [];
        Failure? failure = Read(folder, here, texts, (book, consultations) =>
        {
            if ((VersionOf(book, mandate, number, one => one.Adopted is not null)
                    ?? (number is null ? book.Find(mandate)?.Last : null)) is not { } version
                || (before is { } other && book.Find(mandate)!.Find((int)other) is null))
            {
                return Unknown(book, mandate, texts);
            }

            MandateHistory history = book.Find(mandate)!;
            shown = IsJson(parse) ? version.Document.ToBytes()
                : parse.GetValue(_envelope) ? Sealed(folder, version.Document)
                : Encoding.UTF8.GetBytes(
                    parse.GetValue(_principles) ? MandatePrinciples.Of(version.Document)
                    : before is { } old ? Difference(history.Find((int)old)!, version, texts)
                    : MandateMarkdown.Write(
                        MandateReport.Of(book, history, version, here.Clock.GetUtcNow()) with
                        {
                            TextOf = (consultation, statement) => TextOf(consultations, consultation, statement),
                        },
                        texts.Language));
            return null;
        }, cancel);
        if (failure is null)
        {
            here.Output.Write(shown);
            here.Output.Flush();
        }

        return failure;
    }

    private static byte[] Sealed(DataFolder folder, MandateDocument document)
    {
        using SignerKey key = folder.ReadKey();
        return [.. Envelope.Sign(MandateDocument.PayloadType, document.ToBytes(), key).ToJson(), (byte)'\n'];
    }

    private static string Difference(MandateVersion before, MandateVersion after, Texts texts)
    {
        string[] lines = [.. MandateDifference.Of(before.Document, after.Document).Lines(texts.Language)];
        return (lines.Length == 0 ? _same.In(texts.Language) : string.Join('\n', lines)) + "\n";
    }

    private static string? TextOf(LiveConsultations consultations, string consultation, string statement) =>
        consultations.TryGet(consultation, out LiveConsultation? live) && live.View() is var view
        && view.Find(statement) is { } found && view.IsShown(found) && found.Text.Length > 0
            ? found.Text
            : null;
}
