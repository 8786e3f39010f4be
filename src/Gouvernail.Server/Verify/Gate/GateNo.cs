using System.Text.Json;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Gate;

/// <summary>A refusal of the gate as a problem (RFC 9457), with every rule that does not hold.</summary>
/// <param name="problem">The kind of problem.</param>
/// <param name="decision">The decision.</param>
/// <param name="automaton">The automaton; null where it is not registered.</param>
internal sealed class GateNo(Problem problem, GateDecision decision, Automaton? automaton) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Language language = Languages.Of(httpContext);
        return new JsonAnswer(json => Write(json, language), problem.Status) { Type = "application/problem+json" }
            .ExecuteAsync(httpContext);
    }

    private void Write(Utf8JsonWriter json, Language language)
    {
        RuleVerdict[] refusing = [.. decision.Refusing];
        json.WriteString("type", problem.Type);
        json.WriteString("title", problem.Title.In(language));
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", string.Join("; ", refusing.Take(5).Select(rule => Said(rule, language))));
        json.WriteString("automaton", decision.Automaton);
        json.WriteNumber("exitCode", decision.ExitCode);
        json.WriteStartArray("rules");
        foreach (RuleVerdict rule in refusing)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("outcome", RuleVerdict.Word(rule.Outcome));
            json.WriteString("code", rule.Code);
            if (rule.Clause.Length > 0)
            {
                json.WriteString("clause", rule.Clause);
                json.WriteNumber("votes", rule.Votes);
            }

            json.WriteString("words", Said(rule, language));
            if (GateWording.Next(decision.Automaton, rule) is { } next)
            {
                json.WriteString("next", next);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (automaton is not null)
        {
            json.WriteString("page", $"/register/{automaton.Id}/permit");
            if (automaton.Card?.Oversight?.AppealUrl is { Length: > 0 } appeal)
            {
                json.WriteString("appeal", appeal);
            }
        }
    }

    private static string Said(RuleVerdict rule, Language language) =>
        ShownText.Of(GateWording.Of(rule).In(language), 600);
}
