using System.Globalization;
using System.Text;
using Gouvernail.Cli.Receipts;
using Gouvernail.Journals;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Gate.Formats;

namespace Gouvernail.Cli.Gate;

/// <summary>A decision in lines for people, what refuses first and the gravest before all.</summary>
internal sealed class GateText(Language language)
{
    private const int WidestRule = 32;

    private readonly StringBuilder _text = new();

    /// <summary>The first line of a decision, which is all that some people read.</summary>
    public static Wording Headline(GateDecision decision)
    {
        string all = Number(decision.Rules.Count);
        int count = decision.Rules.Count(GateFindings.Refuses);
        string refusing = Number(count);
        (string Do, string Rules, string Hold) words =
            count == 1 ? ("does", "règle", "tient") : ("do", "règles", "tiennent");
        string @class = decision.Class.Length == 0 ? "" : $" (class \"{decision.Class}\")";
        string classe = decision.Class.Length == 0 ? "" : $" (classe «\u00a0{decision.Class}\u00a0»)";
        return decision is { IsAdmitted: true, Until: { } until }
            ? new($"ADMITTED: {decision.Automaton} until {Entry.Format(until)}{@class}",
                $"ADMIS\u00a0: {decision.Automaton} jusqu’au {Entry.Format(until)}{classe}")
            : new($"REFUSED: {refusing} of {all} rules {words.Do} not hold{@class}",
                $"REFUSÉ\u00a0: {refusing} {words.Rules} sur {all} ne {words.Hold} pas{classe}");
    }

    /// <summary>All of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isQuiet">True to leave out what holds.</param>
    public byte[] Of(GateAnswer answer, bool isQuiet)
    {
        if (answer.Decision is { } decision)
        {
            Say(Headline(decision));
            RuleVerdict[] rules =
            [
                .. decision.Refusing,
                .. decision.Rules.Where(rule => !isQuiet && !GateFindings.Refuses(rule)).OrderBy(rule => rule.Outcome),
            ];
            int words = rules.Select(rule => Word(rule).Length).DefaultIfEmpty(0).Max();
            int names = rules.Select(rule => Math.Min(EntryText.Shown(rule.Rule).Length, WidestRule))
                .DefaultIfEmpty(0).Max();
            foreach (RuleVerdict rule in rules)
            {
                Rule(answer, rule, words, names);
            }
        }
        else
        {
            Say(new("REFUSED: there is no decision", "REFUSÉ\u00a0: il n’y a pas de décision"));
            foreach (Wording finding in answer.Findings)
            {
                Line("  " + finding.In(language));
            }
        }

        if (answer.Of is { } of)
        {
            Say(of);
        }

        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Rule(GateAnswer answer, RuleVerdict rule, int words, int names)
    {
        string clause = GateWording.Clause(rule) is { } asks ? "  " + asks.In(language) : "";
        Line($"  {Word(rule).PadRight(words)}  {EntryText.Shown(rule.Rule).PadRight(names)}  "
            + GateWording.Of(rule).In(language) + clause);
        if (GateFindings.Refuses(rule) && answer.Next(rule) is { } next)
        {
            Line($"  {"".PadRight(words)}  → {next}");
        }
    }

    private string Word(RuleVerdict rule) => GateWording.Outcome(rule.Outcome).In(language);

    private void Say(Wording words) => Line(words.In(language));

    /// <summary>One line, whatever strangers wrote into it.</summary>
    private void Line(string line) => _text.Append(TerminalText.Printable(line.ReplaceLineEndings(" "))).Append('\n');
}
