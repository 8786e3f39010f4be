using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition list</c>: all petitions, and how they stand.</summary>
internal sealed class PetitionListCommand() : PetitionCommand("list", goesOn: false)
{
    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        DateTimeOffset now = here.Clock.GetUtcNow();
        Failure? failure = Read(folder, here, texts, book =>
        {
            if (book.Count == 0)
            {
                answer.Line(new("There is no petition in this log.", "Il n’y a pas de pétition dans ce registre."));
            }

            foreach (Petition one in book.All)
            {
                answer.Row(new(one.Id, one.Id), Line(answer, one, now, texts.Language));
            }

            answer.Json(json =>
            {
                json.WriteStartArray("petitions");
                foreach (Petition one in book.All)
                {
                    json.WriteStartObject();
                    PetitionLine.Write(json, one, now);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return null;
        }, cancel);
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static string Line(LogAnswer answer, Petition one, DateTimeOffset now, Language language)
    {
        string stands = (one.Passed is not null ? new Wording("passed", "a abouti")
            : one.Closed is { } closed ? PetitionLine.Ended(closed.Cause)
            : one.IsOpen(now) ? new Wording("runs", "en cours")
            : PetitionLine.Ended(PetitionEnd.Expired)).In(language).TrimEnd(':', '\u00a0');
        string title = one.Description?.Title ?? new Wording("(erased)", "(effacé)").In(language);
        return $"{answer.Number(one.Count)} / {answer.Number(one.Started.Threshold)}  {stands}  "
            + $"{ThresholdsCommand.Named(one.Started.Effect).In(language)} {one.Started.Automaton}".Trim()
            + $"  {title}";
    }
}
