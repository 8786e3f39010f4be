using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Permits;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Permits;

/// <summary>
/// A command that puts an act to the loop: what time alone has brought about is logged first, then the act, and what
/// followed from it is told.
/// </summary>
internal abstract class LoopCommand(string name) : LogCommand(name, goesOn: true)
{
    private static readonly Wording _automatonMissing = new(
        "which automaton? Give its id, such as a1.", "quel automate\u00a0? Donnez son identifiant, comme a1.");

    private static readonly Wording _reasonMissing = new(
        "why? Give the reason with --reason TEXT: everybody will read it.",
        "pourquoi\u00a0? Donnez la raison par --reason TEXTE\u00a0: chacun la lira.");

    /// <summary>The automaton's id; empty, and a fault kept, where there is none.</summary>
    protected static string Automaton(ParseResult parse, Argument<string> argument, UsageRules rules) =>
        Needed(parse.GetValue(argument), _automatonMissing, rules);

    /// <summary>The reason; empty, and a fault kept, where there is none.</summary>
    protected static string Reason(ParseResult parse, Option<string> option, UsageRules rules) =>
        Needed(parse.GetValue(option), _reasonMissing, rules);

    /// <summary>A text; empty, and a fault kept, where there is none.</summary>
    protected static string Needed(string? text, Wording missing, UsageRules rules)
    {
        if (string.IsNullOrEmpty(text))
        {
            rules.Keep(rules.Usage(missing.In(rules.Texts.Language)));
        }

        return text ?? "";
    }

    /// <summary>Does the act, and says what was logged and what followed.</summary>
    protected Failure? Act(
        ParseResult parse,
        UsageRules rules,
        DataFolder folder,
        Surroundings here,
        Func<Community, Outcome> act,
        Func<string, Wording> said)
    {
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        Texts texts = rules.Texts;
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            PermitBook before = community.Loop.Permits.Book;
            if (community.TickAsync().GetAwaiter().GetResult().Refusal is { } due)
            {
                return JournalFailure.Of(due, texts);
            }

            Outcome outcome = act(community);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            PermitStep[] steps = PermitWords.Tell(answer, before, community.Loop.Permits.Book, said(
                answer.Number(outcome.First)), folder.Path);
            answer.Json(json =>
            {
                json.WriteNumber("index", outcome.First);
                json.WriteNumber("count", outcome.Count);
                PermitWords.Write(json, "followed", community.Loop.Permits.Book, steps);
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
