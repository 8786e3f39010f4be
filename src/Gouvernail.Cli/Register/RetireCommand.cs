using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Register;

/// <summary><c>gouvernail register retire</c>: says that an automaton is used no more.</summary>
internal sealed class RetireCommand : RegisterCommand
{
    private static readonly Wording _reasonMissing = new(
        "why? Say with --reason; it is public for ever.",
        "pourquoi\u00a0? Dites-le avec --reason\u00a0; c’est public pour toujours.");

    private readonly Argument<string> _automaton;
    private readonly Option<string> _reason;

    public RetireCommand()
        : base("retire", goesOn: true)
    {
        _automaton = Argument("ID");
        _reason = Text("--reason");
    }

    protected override Wording HelpText => RegisterHelp.Retire;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string id = Automaton(parse, _automaton, rules);
        string? reason = parse.GetValue(_reason);
        if (reason is null)
        {
            rules.Keep(rules.Usage(_reasonMissing.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            Outcome outcome = community.Act(
                _ => RetireAutomaton.Decide(
                    community.Register.Book, community.Roles, new RetireAutomaton(id, reason!, By: null)),
                cancel);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            answer.Line(new(
                    $"{id} is retired; it stays in the register with its cards.",
                    $"{id} est retiré\u00a0; il reste au registre avec ses fiches."))
                .Json(json =>
                {
                    json.WriteString("automaton", id);
                    json.WriteString("reason", reason);
                    json.WriteNumber("index", outcome.First);
                }).Head(outcome.Checkpoint!);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }
}
