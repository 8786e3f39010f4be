using System.Text.Json;
using Gouvernail.Cli.Gate;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail.Cli.Permits;

/// <summary>What became of permits, in words.</summary>
internal static class PermitWords
{
    private static readonly Wording _nothing = new(
        "No permit changed by it.", "Aucun permis n’en a changé.");

    /// <summary>A status, in a reader's words.</summary>
    public static Wording Of(PermitStatus status) => status switch
    {
        PermitStatus.Draft => new("never submitted", "jamais soumis"),
        PermitStatus.Submitted => new("submitted", "soumis"),
        PermitStatus.Refused => new("refused", "refusé"),
        PermitStatus.Admitted => new("admitted", "admis"),
        PermitStatus.Suspended => new("suspended", "suspendu"),
        PermitStatus.Expired => new("expired", "expiré"),
        _ => new("revoked", "révoqué"),
    };

    /// <summary>Says what was logged, and every transition of a permit that followed.</summary>
    /// <returns>The transitions, in the order of the log.</returns>
    public static PermitStep[] Tell(
        LogAnswer answer, PermitBook before, PermitBook after, Wording logged, string folder)
    {
        answer.Line(logged);
        (Permit Permit, PermitStep Step)[] steps =
        [
            .. after.Permits.Values
                .SelectMany(permit => permit.Steps.Skip(before.Of(permit.Automaton).Steps.Count)
                    .Select(step => (permit, step)))
                .OrderBy(it => it.step.Position),
        ];
        foreach ((Permit permit, PermitStep step) in steps)
        {
            bool isLast = permit.Steps[^1] == step;
            Wording end = !isLast ? Of(step.Status)
                : step.Status == PermitStatus.Admitted && permit.Until is { } until
                    ? new($"admitted until {Entry.Format(until)}", $"admis jusqu’au {Entry.Format(until)}")
                : step.Status == PermitStatus.Refused && permit.Decision is { } decision
                    ? new(Short(decision, Language.English), Short(decision, Language.French))
                : Of(step.Status);
            string at = answer.Number(step.Position);
            answer.Line(new(
                $"{permit.Automaton}: {end.English} (entry {at})",
                $"{permit.Automaton}\u00a0: {end.French} (entrée {at})"));
        }

        if (steps.Length == 0)
        {
            answer.Line(_nothing);
        }
        else if (steps[^1] is { Permit: var last, Step.Status: PermitStatus.Refused or PermitStatus.Suspended })
        {
            answer.Next($"gouvernail gate check {last.Automaton} --data {Texts.Quoted(folder)}");
        }

        return [.. steps.Select(it => it.Step)];
    }

    /// <summary>The transitions for programs.</summary>
    public static void Write(Utf8JsonWriter json, string name, PermitBook book, IEnumerable<PermitStep> steps)
    {
        json.WriteStartArray(name);
        foreach (PermitStep step in steps)
        {
            Permit permit = book.Permits.Values.First(permit => permit.Steps.Contains(step));
            json.WriteStartObject();
            json.WriteString("automaton", permit.Automaton);
            json.WriteString("status", step.Status.Word());
            json.WriteNumber("index", step.Position);
            if (step.Status == PermitStatus.Admitted && permit.Steps[^1] == step && permit.Until is { } until)
            {
                json.WriteString("until", Entry.Format(until));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Short(GateDecision decision, Language language)
    {
        string headline = GateText.Headline(decision).In(language);
        string word = language == Language.French ? "refusé\u00a0" : "refused";
        return word + headline[headline.IndexOf(':', StringComparison.Ordinal)..];
    }
}
