using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition show</c>: what a petition asks, and how it stands.</summary>
internal sealed class PetitionShowCommand : PetitionCommand
{
    private readonly Argument<string> _petition;

    public PetitionShowCommand()
        : base("show", goesOn: false) => _petition = Argument("PETITION");

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string id = PetitionOf(parse, _petition, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Read(folder, here, texts, book =>
        {
            if (!book.TryGet(id, out Petition? petition))
            {
                return new Failure(ExitCode.BadInput, new Wording(
                    $"there is no petition {id} in this log.",
                    $"il n’y a pas de pétition {id} dans ce registre.").In(texts.Language));
            }

            Describe(answer, petition, texts);
            answer.Json(json => PetitionLine.Write(json, petition, here.Clock.GetUtcNow()));
            return null;
        }, cancel);
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Describe(LogAnswer answer, Petition petition, Texts texts)
    {
        Language language = texts.Language;
        answer.Line(new($"Petition {petition.Id}", $"Pétition {petition.Id}"));
        answer.Row(new("Title", "Titre"), petition.Description?.Title
            ?? new Wording("(erased)", "(effacé)").In(language));
        if (petition.Description is { AskedBy.Length: > 0 } said)
        {
            answer.Row(new("Asked by", "Demandée par"), said.AskedBy);
        }

        answer.Row(new("Effect", "Effet"), ThresholdsCommand.Named(petition.Started.Effect).In(language));
        if (petition.Started.Automaton is { } automaton)
        {
            answer.Row(new("Automaton", "Automate"), automaton);
        }

        answer.Row(
            new("Signatures", "Signatures"),
            $"{answer.Number(petition.Count)} / {answer.Number(petition.Started.Threshold)}");
        answer.Row(new("Since", "Depuis"), Day(petition.Since));
        answer.Row(new("Until", "Jusqu’au"), Day(petition.Started.Until));
        if (petition.Passed is { } passed)
        {
            answer.Row(new("Passed", "A abouti"), Day(passed.Time));
        }

        if (petition.Closed is { } closed)
        {
            string why = PetitionLine.Ended(closed.Cause).In(language);
            answer.Row(new("Closed", "Close"), $"{why} {closed.Reason}".Trim());
        }

        if (petition.Description is { } description)
        {
            answer.Gap();
            foreach (string line in description.Text.Split('\n'))
            {
                answer.Row(new("", ""), line);
            }
        }

        foreach (PetitionAnswer one in petition.Answers)
        {
            answer.Gap();
            answer.Row(new("Answer", "Réponse"), one.Answer is { } said2
                ? $"{said2.From}: {said2.Text}"
                : new Wording("(erased)", "(effacé)").In(language));
        }
    }
}
