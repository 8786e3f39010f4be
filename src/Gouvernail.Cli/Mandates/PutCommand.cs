using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate put</c>: puts the last draft to adoption.</summary>
internal sealed class PutCommand : MandateCommand
{
    private static readonly Wording _digest = new("SHA-256", "SHA-256");

    private readonly Option<string> _consultation;

    public PutCommand()
        : base("put", goesOn: true, ofOne: true) => _consultation = Text("--consultation");

    protected override HelpPage Page { get; } = new(
        new(
            """
            Puts the last draft of a mandate to adoption, by the rule in force: from now on this version does
            not change any more. Where people ratify it, each clause becomes a statement of a consultation
            that is still a draft, without statements of its own.
            """,
            """
            Soumet le dernier brouillon d’un mandat à l’adoption, selon la règle en vigueur : désormais cette
            version ne change plus. Si des gens le ratifient, chaque clause devient un énoncé d’une
            consultation encore en brouillon, qui n’a pas d’énoncé à elle.
            """),
        new("mandate put DIR MANDATE [options]", "mandate put DOSSIER MANDAT [options]"),
        new(
            "  --consultation ID  the consultation in which people ratify it, where the rule asks for it\n",
            "  --consultation ID  la consultation où des gens le ratifient, si la règle le demande\n"),
        new("  gouvernail mandate put city m1 --consultation c2",
            "  gouvernail mandate put ville m1 --consultation c2"))
    {
        Writes = true,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string mandate = Mandate(parse, rules);
        string? consultation = parse.GetValue(_consultation);
        return rules.Fault ?? Act(parse, folder, here, texts,
            community => community.Act(
                now => PutMandate.Decide(
                    community.Roles, community.Consultations, community.Mandates.Book,
                    new PutMandate(mandate, consultation, null), now),
                cancel),
            (answer, community, _) =>
            {
                MandateVersion version = community.MandateBook.Find(mandate)!.Last;
                answer.Line(PutTo(version.Document.Id, version.Document.Version, consultation))
                    .Row(_digest, version.Digest)
                    .Json(json => Name(json, version));
            });
    }

    private static Wording PutTo(string id, int version, string? consultation) => consultation is null
        ? new(
            $"Mandate {id}, version {version}, is put to adoption: its bytes are what trustees sign.",
            $"Le mandat {id}, version {version}, est soumis à l’adoption\u00a0: ce sont ses octets qu’on signe.")
        : new(
            $"Mandate {id}, version {version}, is put to adoption: its clauses are the statements of {consultation}. "
                + "Open it, close it, publish its result.",
            $"Le mandat {id}, version {version}, est soumis à l’adoption\u00a0: ses clauses sont les énoncés de "
                + $"{consultation}. Ouvrez-la, fermez-la, publiez son résultat.");
}
