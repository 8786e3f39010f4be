using System.CommandLine;
using Gouvernail.Journals;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail erase</c>: deletes what an entry sealed, and logs that it was.</summary>
internal sealed partial class EraseCommand : LogCommand
{
    /// <summary>Who decided, where nobody else is named: the log keeps this word in every language.</summary>
    public const string UsualAuthority = "facilitators";

    private readonly Argument<string> _index;
    private readonly Option<string> _ground;
    private readonly Option<string> _authority;

    public EraseCommand()
        : base("erase", goesOn: true)
    {
        _index = Argument("INDEX");
        _ground = Text("--ground");
        _authority = Text("--authority");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        long index = Index(parse, _index, rules);
        string? ground = parse.GetValue(_ground);
        if (ground is null)
        {
            rules.Keep(rules.Usage(_groundMissing.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var erasure = new Tombstone(index, ground!, parse.GetValue(_authority) ?? UsualAuthority);
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            Outcome outcome = community.Erase(erasure, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            Describe(answer, folder, erasure, outcome, texts);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Describe(
        LogAnswer answer, DataFolder folder, Tombstone erasure, Outcome outcome, Texts texts)
    {
        answer
            .Line(Erased(LogAnswer.Number(erasure.Index, texts), LogAnswer.Number(outcome.First, texts)))
            .Line(_stays)
            .Next($"gouvernail prove {Texts.Quoted(folder.Path)} {outcome.First} --out erasure.tlog-proof");
        answer.Json(json =>
        {
            json.WriteNumber("erased", erasure.Index);
            json.WriteNumber("index", outcome.First);
            json.WriteString("ground", erasure.Ground);
            json.WriteString("authority", erasure.Authority);
        }).Head(outcome.Checkpoint!);
    }
}
