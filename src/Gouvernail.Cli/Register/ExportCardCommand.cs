using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register export</c>: writes a card in one of the formats.</summary>
internal sealed class ExportCardCommand : RegisterCommand
{
    private readonly Argument<string> _automaton;
    private readonly Option<string> _format;
    private readonly Option<string> _version;
    private readonly Option<string> _out;

    public ExportCardCommand()
        : base("export")
    {
        _automaton = Argument("ID");
        _format = Text("--format");
        _version = Text("--version");
        _out = Text("--out");
    }

    protected override Wording HelpText => RegisterHelp.Export;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string id = Automaton(parse, _automaton, rules);
        CardFormat format = Format(parse, _format, CardFormats.Written, rules);
        int number = rules.Whole(_version, otherwise: 0, low: 1, high: int.MaxValue);
        string? target = parse.GetValue(_out);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (target is not null && OutputFile.Obstacle(target, texts) is { } reason)
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(target, reason));
        }

        CardExport? export = null;
        Failure? failure = Read(folder, here, texts, book =>
        {
            if (Find(book, id, texts, out Automaton? automaton) is { } none)
            {
                return none;
            }

            AutomatonVersion? version = number == 0
                ? automaton!.Latest
                : automaton!.Versions.Find(known => known.Number == number);
            if (version?.Card is not { } card)
            {
                return new Failure(ExitCode.BadInput, NoVersion(id, number, version is not null).In(texts.Language));
            }

            export = format.Export(card);
            return null;
        }, cancel);
        if (failure is not null)
        {
            return failure;
        }

        foreach (CardProblem problem in export!.Problems)
        {
            here.Error.WriteLine(TerminalText.Printable(problem.In(texts.Language) + "."));
        }

        if (target is not null)
        {
            return OutputFile.Write(target, texts, stream => stream.Write(export.Bytes));
        }

        here.Output.Write(export.Bytes);
        here.Output.Flush();
        return null;
    }

    private static Wording NoVersion(string id, int number, bool isErased) => isErased
        ? new($"{id}: that card is erased.", $"{id}\u00a0: cette fiche est effacée.")
        : new($"{id} has no card number {number}; gouvernail register show lists them.",
            $"{id} n’a pas de fiche numéro {number}\u00a0; gouvernail register show les donne.");
}
