using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gouvernail.Cli.Logs;
using Gouvernail.Consult;
using Gouvernail.Consult.Live;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Mandates;

/// <summary>A command on the mandates of a data folder.</summary>
internal abstract class MandateCommand : LogCommand
{
    private const int MostInput = 8 << 20;

    private static readonly Wording _mandateMissing = new(
        "which mandate? Give its id, such as m1.", "quel mandat\u00a0? Donnez son identifiant, comme m1.");

    private static readonly Wording _index = new("Entry", "Entrée");

    private readonly Argument<string>? _mandate;

    /// <param name="name">What the command is called, after <c>mandate</c>.</param>
    /// <param name="goesOn">True for a command that adds to a log.</param>
    /// <param name="ofOne">True for a command on one mandate.</param>
    protected MandateCommand(string name, bool goesOn, bool ofOne)
        : base(name, goesOn) => _mandate = ofOne ? Argument("MANDATE") : null;

    /// <summary>The texts behind <c>--help</c>.</summary>
    protected abstract HelpPage Page { get; }

    public sealed override string Help(Texts texts) => Page.In(texts.Language);

    /// <summary>The mandate's id; empty, and a fault kept, where it was not typed.</summary>
    protected string Mandate(ParseResult parse, UsageRules rules)
    {
        string id = parse.GetValue(_mandate!) ?? "";
        if (id.Length == 0)
        {
            rules.Keep(rules.Usage(_mandateMissing.In(rules.Texts.Language)));
        }

        return id;
    }

    /// <summary>A file to read, whole.</summary>
    protected static Failure? ReadFile(string path, Texts texts, out byte[] bytes)
    {
        bytes = [];
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostInput })
            {
                return new Failure(ExitCode.BadInput, path + texts.Colon + TooLarge().In(texts.Language));
            }

            bytes = File.ReadAllBytes(path);
            return null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(path, FileTrouble.Of(e).In(texts.Language)));
        }
    }

    /// <summary>Everything that is wrong with a document, a line each, with its place in it.</summary>
    protected static Failure Wrong(string file, IReadOnlyList<FormProblem> problems, Texts texts) => new(
        ExitCode.BadInput,
        file + texts.Colon + string.Concat(problems.Select(problem =>
            $"\n  {(problem.Path.Length == 0 ? "JSON" : problem.Path)}{texts.Colon}"
                + problem.What.In(texts.Language))));

    /// <summary>Reads a data folder without keeping others from writing to it, or a bundle.</summary>
    protected static Failure? Read(
        DataFolder folder,
        Surroundings here,
        Texts texts,
        Func<MandateBook, LiveConsultations, Failure?> work,
        CancellationToken cancel) =>
        LoopFolder.Read(
            folder, here, texts, (loop, consultations) => work(loop.Mandates.Book, consultations), cancel);

    /// <summary>Opens the folder to write, does an act, and says what came of it.</summary>
    protected Failure? Act(
        ParseResult parse,
        DataFolder folder,
        Surroundings here,
        Texts texts,
        Func<Community, Outcome> act,
        Action<LogAnswer, Community, Outcome> describe)
    {
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            Outcome outcome = act(community);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            describe(answer, community, outcome);
            answer.Row(_index, LogAnswer.Number(outcome.First, texts));
            answer.Json(json => json.WriteNumber("index", outcome.First)).Head(outcome.Checkpoint!);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    /// <summary>Members that say which version.</summary>
    protected static void Name(Utf8JsonWriter json, MandateVersion version)
    {
        json.WriteString("mandate", version.Document.Id);
        json.WriteNumber("version", version.Document.Version);
        json.WriteString("digest", version.Digest);
    }

    /// <summary>A place in the log, or a version's number; null where it was not given.</summary>
    protected static long? Number(ParseResult parse, Option<string> option, long least, UsageRules rules)
    {
        string? text = parse.GetValue(option);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least
            && number <= int.MaxValue)
        {
            return number;
        }

        string low = least.ToString(CultureInfo.InvariantCulture);
        rules.Keep(rules.Usage(rules.Texts.WrongValue(option.Name, text, new Wording(
            $"a whole number from {low}", $"un nombre entier à partir de {low}").In(rules.Texts.Language))));
        return null;
    }

    /// <summary>The version of a number, else the last one that meets a condition; null where there is none.</summary>
    protected static MandateVersion? VersionOf(
        MandateBook book, string mandate, long? version, Func<MandateVersion, bool> otherwise) =>
        book.Find(mandate) is not { } found ? null
        : version is { } number ? found.Find((int)number)
        : found.Versions.LastOrDefault(otherwise);

    /// <summary>What is said where a mandate, or its version, is not there.</summary>
    protected static Failure Unknown(MandateBook book, string mandate, Texts texts)
    {
        string all = string.Concat(book.Mandates.Select(one => $"\n  {one.Id} ({string.Join(", ",
            one.Versions.Select(version => version.Document.Version.ToString(CultureInfo.InvariantCulture)))})  "
                + Receipts.EntryText.Shown(one.Last.Document.Title)));
        return new Failure(ExitCode.BadInput, (book.Mandates.IsEmpty
            ? new Wording("there is no mandate in this log yet.", "il n’y a pas encore de mandat dans ce registre.")
            : new Wording(
                $"there is no such mandate, or no such version of it: {mandate}. There are, with their versions:{all}",
                $"il n’y a pas un tel mandat, ou pas cette version\u00a0: {mandate}. Il y a, avec leurs versions\u00a0:"
                    + all)).In(texts.Language));
    }

    private static Wording TooLarge() => new("it is too large.", "il est trop gros.");
}
