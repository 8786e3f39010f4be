using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate draft</c>: writes a mandate, changes a draft, or begins an amendment.</summary>
internal sealed class DraftCommand : MandateCommand
{
    private static readonly Wording _fileMissing = new(
        "which mandate? Give a file in JSON.", "quel mandat\u00a0? Donnez un fichier en JSON.");

    private static readonly Wording _digest = new("SHA-256", "SHA-256");

    private readonly Argument<string> _file;
    private readonly Option<string> _mandate;

    public DraftCommand()
        : base("draft", goesOn: true, ofOne: false)
    {
        _file = Argument("FILE");
        _mandate = Text("--mandate");
    }

    protected override HelpPage Page { get; } = new(
        new(
            """
            Writes a mandate into the log as a draft, which may still change. Each clause cites statements of
            published results; the votes on them are looked up in the results themselves, and whatever the
            file says of them is replaced. Everything wrong with the file is told at once. PUBLIC FOR EVER.
            """,
            """
            Inscrit un mandat au registre comme brouillon, qui peut encore changer. Chaque clause cite des
            énoncés de résultats publiés ; les votes sont relevés dans les résultats mêmes, et remplacent
            ce qu’en dit le fichier. Tout ce qui ne va pas dans le fichier est dit d’un coup. PUBLIC POUR
            TOUJOURS.
            """),
        new("mandate draft DIR MANDATE.json [options]", "mandate draft DOSSIER MANDAT.json [options]"),
        new(
            "  --mandate ID      change this draft, or amend this mandate; by default, a new one\n",
            "  --mandate ID      change ce brouillon, ou amende ce mandat ; par défaut, un nouveau\n"),
        new("  gouvernail mandate draft city translation.json", "  gouvernail mandate draft ville traduction.json"))
    {
        Writes = true,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string file = parse.GetValue(_file) ?? "";
        if (file.Length == 0)
        {
            rules.Keep(rules.Usage(_fileMissing.In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (ReadFile(file, texts, out byte[] bytes) is { } unread)
        {
            return unread;
        }

        string? mandate = parse.GetValue(_mandate);
        (MandateDocument? document, IReadOnlyList<FormProblem> problems) = MandateDocument.Read(bytes);
        return document is null
            ? Wrong(file, problems, texts)
            : Act(parse, folder, here, texts,
                community => community.DraftMandateAsync(mandate, document, null, cancel).GetAwaiter().GetResult(),
                (answer, community, _) =>
                {
                    MandateBook book = community.MandateBook;
                    MandateVersion version = (mandate is null ? book.Mandates[^1] : book.Find(mandate)!).Last;
                    answer.Line(Drafted(version.Document.Id, version.Document.Version))
                        .Row(_digest, version.Digest)
                        .Json(json => Name(json, version));
                });
    }

    private static Wording Drafted(string id, int version) => new(
        $"Mandate {id}, version {version}, is written. It may change until it is put to adoption.",
        $"Le mandat {id}, version {version}, est écrit. Il peut changer tant qu’il n’est pas soumis à l’adoption.");
}
