using System.CommandLine;
using Gouvernail.Consult;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.People;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail import</c>: takes over a conversation held elsewhere, whole or not at all.</summary>
internal sealed partial class ImportCommand : LogCommand
{
    private const string StatementsAndVotes = "statements,votes";
    private const string Statements = "statements";
    private const string Nothing = "nothing";

    private readonly Argument<string> _path;
    private readonly Option<string> _publish;
    private readonly Option<string> _agreeIs;

    public ImportCommand()
        : base("import", goesOn: true)
    {
        _path = Argument("PATH");
        _publish = Text("--publish");
        _agreeIs = Text("--agree-is");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string? path = parse.GetValue(_path);
        Publication publishes = rules.OneOf(_publish, StatementsAndVotes, Statements, Nothing) switch
        {
            Nothing => Publication.Nothing,
            Statements => Publication.Statements,
            _ => Publication.Statements | Publication.Votes,
        };
        string? agreeIs = rules.OneOf(_agreeIs, "1", "-1");
        if (string.IsNullOrEmpty(path))
        {
            rules.Keep(rules.Usage(texts.PathMissing));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, progress) =>
        {
            var options = new ReadOptions
            {
                AgreeIs = agreeIs is null ? null : agreeIs == "1" ? 1 : -1,
                KeepHistory = true,
                Progress = progress,
            };
            Reading reading = ConversationReader.Read(path!, options, cancel);
            if (reading.Problem is { } problem)
            {
                return new Failure(
                    problem.IsMissing ? ExitCode.NoInput : ExitCode.BadInput, problem.In(texts.Language));
            }

            var act = new ImportConversation(reading.Conversation!, publishes, Pseudonyms.NewKey())
            {
                Progress = progress.Of(_logging.In(texts.Language)),
            };
            (Outcome outcome, string id) = community.Import(act, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            Describe(answer, folder, reading.Conversation!, outcome, id, texts);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Describe(
        LogAnswer answer, DataFolder folder, Conversation conversation, Outcome outcome, string id, Texts texts)
    {
        int statements = conversation.Statements.Count;
        int participants = conversation.Votes.Participants.Count;
        int votes = conversation.History!.Cells.Length;
        long last = outcome.First + outcome.Count - 1;
        string Number(long number) => LogAnswer.Number(number, texts);
        answer
            .Line(Imported(id, Number(statements), Number(votes), Number(participants)))
            .Line(Logged(Number(outcome.Count), Number(outcome.First), Number(last)))
            .Next($"gouvernail result {Texts.Quoted(folder.Path)} {id}");
        answer.Json(json =>
        {
            json.WriteString("consultation", id);
            json.WriteNumber("first", outcome.First);
            json.WriteNumber("entries", outcome.Count);
            json.WriteNumber("statements", statements);
            json.WriteNumber("votes", votes);
            json.WriteNumber("participants", participants);
        }).Head(outcome.Checkpoint!);
    }
}
