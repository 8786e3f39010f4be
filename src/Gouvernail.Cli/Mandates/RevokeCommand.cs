using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate revoke</c>: takes a mandate back.</summary>
internal sealed class RevokeCommand : MandateCommand
{
    private static readonly Wording _reasonMissing = new(
        "why? Say it with --reason; it is public for ever.",
        "pourquoi\u00a0? Dites-le avec --reason\u00a0; c’est public pour toujours.");

    private readonly Option<string> _reason;

    public RevokeCommand()
        : base("revoke", goesOn: true, ofOne: true) => _reason = Text("--reason");

    protected override HelpPage Page { get; } = new(
        new(
            """
            Takes a mandate back, in whatever state it is. Nothing runs under it from then on; permits that
            rest on it are decided anew in the same moment. There is no way back: write a new one.
            """,
            """
            Retire un mandat, où qu’il en soit. Rien ne fonctionne plus selon lui ; les permis qui s’y
            appuient sont décidés à nouveau au même moment. Sans retour : écrivez-en un nouveau.
            """),
        new("mandate revoke DIR MANDATE --reason TEXT [options]",
            "mandate revoke DOSSIER MANDAT --reason TEXTE [options]"),
        new("  --reason TEXT     why. PUBLIC FOR EVER: name nobody\n",
            "  --reason TEXTE    pourquoi. PUBLIC POUR TOUJOURS : ne nommez personne\n"),
        new("  gouvernail mandate revoke city m1 --reason \"the contract has ended\"",
            "  gouvernail mandate revoke ville m1 --reason \"le contrat a pris fin\""))
    {
        Writes = true,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string mandate = Mandate(parse, rules);
        string? reason = parse.GetValue(_reason);
        if (reason is null)
        {
            rules.Keep(rules.Usage(_reasonMissing.In(texts.Language)));
        }

        return rules.Fault ?? Act(parse, folder, here, texts,
            community => community.Act(
                _ => RevokeMandate.Decide(
                    community.Roles, community.Mandates.Book, new RevokeMandate(mandate, reason!, null)),
                cancel),
            (answer, _, _) => answer.Line(Revoked(mandate)).Json(json =>
            {
                json.WriteString("mandate", mandate);
                json.WriteString("reason", reason!.Trim());
            }));
    }

    private static Wording Revoked(string id) => new(
        $"Mandate {id} is revoked: nothing runs under it any more.",
        $"Le mandat {id} est révoqué\u00a0: plus rien ne fonctionne selon lui.");
}
