using System.CommandLine;
using Gouvernail.Audits;
using Gouvernail.Cli.Gate;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Cli.Permits;

/// <summary><c>gouvernail permit show</c>: where a permit is in its life, and every transition.</summary>
internal sealed class ShowPermitCommand : LogCommand
{
    private static readonly Wording _status = new("Permit", "Permis");
    private static readonly Wording _until = new("Until", "Jusqu’au");
    private static readonly Wording _automatonMissing = new(
        "which automaton? Give its id, such as a1.", "quel automate\u00a0? Donnez son identifiant, comme a1.");

    private readonly Argument<string> _automaton;

    public ShowPermitCommand()
        : base("show")
    {
        _automaton = Argument("ID");
    }

    public override string Help(Texts texts) => PermitHelp.Show.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        if (parse.GetValue(_automaton) is not { Length: > 0 } id)
        {
            rules.Keep(rules.Usage(_automatonMissing.In(texts.Language)));
            id = "";
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        Failure? failure = GateFolder.Read(
            folder.Path, isData: folder.Exists, new AuditOptions(), here, texts, cancel, out GateReading? reading);
        if (failure is not null)
        {
            return failure;
        }

        if (reading!.Trouble is { } trouble)
        {
            return new Failure(ExitCode.Tampered, trouble.In(texts.Language) + ".");
        }

        LoopState loop = reading.Report.Loop!;
        if (!loop.Automata.Book.TryGet(id, out _))
        {
            return new Failure(ExitCode.BadInput, Unknown(id).In(texts.Language));
        }

        Say(parse, here, Answer(loop.Permits.Book, id, reading.Now, folder, texts));
        return null;
    }

    private static LogAnswer Answer(PermitBook book, string id, DateTimeOffset now, DataFolder folder, Texts texts)
    {
        Permit permit = book.Of(id);
        PermitStatus status = permit.At(now);
        var answer = new LogAnswer(texts);
        answer.Row(_status, $"{id}: {PermitWords.Of(status).In(texts.Language)}");
        if (permit.Until is { } until)
        {
            answer.Row(_until, Entry.Format(until));
        }

        foreach (PermitStep step in permit.Steps)
        {
            string word = PermitWords.Of(step.Status).In(texts.Language);
            answer.Row(
                new(Entry.Format(step.Time), Entry.Format(step.Time)),
                "  " + (step.Reason.Length > 0 ? $"{word} ({step.Reason})" : word));
        }

        string path = Texts.Quoted(folder.Path);
        answer.Next(!folder.Exists ? $"gouvernail gate check {id} --offline {path}"
            : status == PermitStatus.Draft ? $"gouvernail permit submit {path} {id}"
            : $"gouvernail gate check {id} --data {path}");
        return answer.Json(json =>
        {
            json.WriteString("automaton", id);
            json.WriteString("status", status.Word());
            if (permit.Until is { } end)
            {
                json.WriteString("until", Entry.Format(end));
            }

            json.WriteStartArray("steps");
            foreach (PermitStep step in permit.Steps)
            {
                json.WriteStartObject();
                json.WriteNumber("index", step.Position);
                json.WriteString("time", Entry.Format(step.Time));
                json.WriteString("status", step.Status.Word());
                json.WriteString("reason", step.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static Wording Unknown(string id) => new(
        $"there is no automaton {id} in this register.",
        $"il n’y a pas d’automate {id} dans ce registre des automates.");
}
