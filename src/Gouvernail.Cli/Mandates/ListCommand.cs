using System.CommandLine;
using System.Globalization;
using Gouvernail.Cli.Logs;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate list</c>: every mandate of a log, and where it is in its life.</summary>
internal sealed class ListCommand : MandateCommand
{
    private static readonly Wording _none = new(
        "There is no mandate in this log yet.", "Il n’y a pas encore de mandat dans ce registre.");

    public ListCommand()
        : base("list", goesOn: false, ofOne: false)
    {
    }

    protected override HelpPage Page { get; } = new(
        new("Lists the mandates of a log: in force, put to adoption, being written, ended or revoked.",
            "Liste les mandats d’un registre : en vigueur, soumis, en cours d’écriture, finis ou révoqués."),
        new("mandate list DIR [options]", "mandate list DOSSIER [options]"),
        new(
            "DIR is a data folder, or a bundle that gouvernail export wrote, which is checked first.\n",
            "DOSSIER est un dossier de données, ou une liasse écrite par gouvernail export, contrôlée d’abord.\n"),
        new("  gouvernail mandate list city", "  gouvernail mandate list ville"));

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
        Failure? failure = Read(folder, here, texts, (book, _) =>
        {
            if (book.Mandates.IsEmpty)
            {
                answer.Line(_none);
            }

            foreach (MandateHistory mandate in book.Mandates)
            {
                MandateDocument document = (mandate.Adopted ?? mandate.Last).Document;
                string number = document.Version.ToString(CultureInfo.InvariantCulture);
                answer.Row(new($"{mandate.Id} v{number}", $"{mandate.Id} v{number}"),
                    $"{mandate.StateAt(now).Word().In(texts.Language)}  {document.Title}");
            }

            answer.Json(json =>
            {
                json.WriteStartArray("mandates");
                foreach (MandateHistory mandate in book.Mandates)
                {
                    MandateVersion version = mandate.Adopted ?? mandate.Last;
                    json.WriteStartObject();
                    Name(json, version);
                    json.WriteString("state", mandate.StateAt(now).Code());
                    json.WriteString("title", version.Document.Title);
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
}
