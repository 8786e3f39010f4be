using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register add</c>: files a card, of a new automaton or a new version of one.</summary>
internal sealed class AddCommand : RegisterCommand
{
    private readonly Argument<string> _file;
    private readonly Option<string> _automaton;

    public AddCommand()
        : base("add", goesOn: true)
    {
        _file = Argument("CARD");
        _automaton = Text("--automaton");
    }

    protected override Wording HelpText => RegisterHelp.Add;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string file = Path(parse, _file, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (Read(file, texts, out byte[] bytes) is { } unreadable)
        {
            return unreadable;
        }

        CardReading reading = Card.Read(bytes);
        if (!reading.IsRead)
        {
            return NoCard(file, reading.Problems, texts);
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
            File(community, new FileCard(parse.GetValue(_automaton), reading.Card, By: null), folder, answer, texts,
                cancel));
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    /// <summary>Files a card, and says so.</summary>
    public static Failure? File(
        Community community,
        FileCard act,
        DataFolder folder,
        LogAnswer answer,
        Texts texts,
        CancellationToken cancel)
    {
        string id = "";
        Outcome outcome = community.Act(
            _ =>
            {
                id = act.Automaton ?? community.Register.Book.NextAutomaton;
                return FileCard.Decide(community.Register.Book, community.Roles, act);
            },
            cancel);
        if (outcome.Refusal is { } refusal)
        {
            return JournalFailure.Of(refusal, texts);
        }

        IReadOnlyList<string> missing = act.Card.Missing();
        community.RegisterBook.TryGet(id, out Automaton? automaton);
        int version = automaton!.Versions.Count;
        answer.Line(new(
            $"{id}: version {version} of the card is in the log, entry {outcome.First + 1}.",
            $"{id}\u00a0: la version {version} de la fiche est au registre, entrée {outcome.First + 1}."));
        if (missing.Count > 0)
        {
            string list = string.Join(", ", missing);
            answer.Line(new($"It does not say: {list}.", $"Elle ne dit pas\u00a0: {list}."));
        }

        answer.Next($"gouvernail register show {Texts.Quoted(folder.Path)} {id}").Json(json =>
        {
            json.WriteString("automaton", id);
            json.WriteNumber("version", version);
            json.WriteString("digest", act.Card.Digest());
            json.WriteNumber("index", outcome.First + 1);
            json.WriteStartArray("missing");
            foreach (string path in missing)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
        }).Head(outcome.Checkpoint!);
        return null;
    }
}
