using System.CommandLine;
using System.Text.Json;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register import</c>: files the cards of a file in another format, all or none.</summary>
internal sealed class ImportCardsCommand : RegisterCommand
{
    private readonly Argument<string> _file;
    private readonly Option<string> _format;
    private readonly Option<string> _automaton;
    private readonly Option<bool> _dryRun;

    public ImportCardsCommand()
        : base("import", goesOn: true)
    {
        _file = Argument("FILE");
        _format = Text("--format");
        _automaton = Text("--automaton");
        _dryRun = Flag("--dry-run");
    }

    protected override Wording HelpText => RegisterHelp.Import;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string file = Path(parse, _file, rules);
        CardFormat format = Format(parse, _format, CardFormats.All, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (Read(file, texts, out byte[] bytes) is { } unreadable)
        {
            return unreadable;
        }

        IReadOnlyList<CardImport> imports = format.Import(bytes);
        string? automaton = parse.GetValue(_automaton);
        if (imports.Where(import => import.Card is null).ToArray() is { Length: > 0 } failed)
        {
            return NoCard(file, failed.SelectMany(import => import.Problems.Select(problem => import.Line == 0
                ? problem
                : problem with { Where = $"{file}:{import.Line}{problem.Where}" })), texts);
        }

        if (imports.Count == 0 || (automaton is not null && imports.Count > 1))
        {
            return new Failure(ExitCode.BadInput, Wrong(imports.Count).In(texts.Language));
        }

        var answer = new LogAnswer(texts);
        Failure? failure = parse.GetValue(_dryRun)
            ? Read(folder, here, texts, _ => null, cancel)
            : Write(parse, folder, here, texts, (community, _) => File(community, automaton, imports, answer, cancel)
                is { } refusal ? JournalFailure.Of(refusal, texts) : null);
        if (failure is null)
        {
            Describe(answer, imports, parse.GetValue(_dryRun), texts);
            Say(parse, here, answer);
        }

        return failure;
    }

    private static Refusal? File(
        Community community,
        string? automaton,
        IReadOnlyList<CardImport> imports,
        LogAnswer answer,
        CancellationToken cancel)
    {
        Outcome outcome = community.Act(
            _ => automaton is not null
                ? FileCard.Decide(
                    community.Register.Book, community.Roles, new FileCard(automaton, imports[0].Card!, By: null))
                : FileCards.Decide(
                    community.Register.Book,
                    community.Roles,
                    new FileCards([.. imports.Select(import => import.Card!)], By: null)),
            cancel);
        if (outcome.Refusal is null)
        {
            answer.Json(json =>
            {
                json.WriteNumber("first", outcome.First);
                json.WriteNumber("entries", outcome.Count);
            }).Head(outcome.Checkpoint!);
        }

        return outcome.Refusal;
    }

    private static void Describe(LogAnswer answer, IReadOnlyList<CardImport> imports, bool isTrial, Texts texts)
    {
        string count = LogAnswer.Number(imports.Count, texts);
        answer.Line(isTrial
            ? new($"Cards that can be filed: {count}. Nothing was logged.",
                $"Fiches qui peuvent être déposées\u00a0: {count}. Rien n’a été inscrit.")
            : new($"Cards filed: {count}.", $"Fiches déposées\u00a0: {count}."));
        foreach (CardImport import in imports)
        {
            answer.Row(new("card", "fiche"), import.Card!.Name);
            Row(answer, RegisterWords.Missing, import.Missing);
            Row(answer, new("left out", "omis"), import.Problems.Select(problem => problem.In(texts.Language)));
            Row(answer, new("no place", "sans place"), import.Unused);
        }

        answer.Json(json =>
        {
            json.WriteStartArray("cards");
            foreach (CardImport import in imports)
            {
                json.WriteStartObject();
                json.WriteString("name", import.Card!.Name);
                json.WriteString("digest", import.Card.Digest());
                List(json, "missing", import.Missing);
                List(json, "leftOut", import.Problems.Select(problem => problem.Where));
                List(json, "noPlace", import.Unused);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void Row(LogAnswer answer, Wording label, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length > 0)
        {
            answer.Row(label, string.Join("; ", all));
        }
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static Wording Wrong(int count) => count == 0
        ? new("there is no card in this file.", "il n’y a pas de fiche dans ce fichier.")
        : new($"this file has {count} cards, and --automaton names one automaton: leave it out.",
            $"ce fichier a {count} fiches, et --automaton nomme un seul automate\u00a0: ne le donnez pas.");
}
