using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Mandate.Mandates;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate adopt</c>: brings a version into force, where its rule is met.</summary>
internal sealed class AdoptCommand : MandateCommand
{
    private static readonly Wording _digest = new("SHA-256", "SHA-256");

    private readonly Option<string> _version;
    private readonly Option<string> _result;

    public AdoptCommand()
        : base("adopt", goesOn: true, ofOne: true)
    {
        _version = Text("--version");
        _result = Text("--result");
    }

    protected override HelpPage Page { get; } = new(
        new(
            """
            Brings a version of a mandate into force. The rule that it was put under decides, and nobody else:
            where it is not met, the command says which clause, in which group, by how much.
            """,
            """
            Fait entrer en vigueur une version d’un mandat. La règle sous laquelle elle fut soumise décide, et
            personne d’autre : si elle n’est pas satisfaite, la commande dit quelle clause, dans quel groupe,
            et de combien.
            """),
        new("mandate adopt DIR MANDATE [options]", "mandate adopt DOSSIER MANDAT [options]"),
        new(
            "  --version N       the version; by default the last that was put to adoption\n"
                + "  --result INDEX    the entry of the result by which people ratify it, where the rule asks\n",
            "  --version N       la version ; par défaut la dernière soumise à l’adoption\n"
                + "  --result INDEX    l’entrée du résultat qui le ratifie, si la règle le demande\n"),
        new("  gouvernail mandate adopt city m1 --result 5387", "  gouvernail mandate adopt ville m1 --result 5387"))
    {
        Writes = true,
    };

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string mandate = Mandate(parse, rules);
        long? number = Number(parse, _version, 1, rules);
        long? result = Number(parse, _result, 0, rules);
        return rules.Fault ?? Act(parse, folder, here, texts,
            community =>
            {
                // Where there is none, the rule says so itself.
                int version = VersionOf(community.MandateBook, mandate, number, one => one.Put is not null)
                    ?.Document.Version ?? (int)(number ?? 1);
                return community.AdoptMandateAsync(new AdoptMandate(mandate, version, result, null), cancel)
                    .GetAwaiter().GetResult();
            },
            (answer, community, _) =>
            {
                MandateVersion version = community.MandateBook.Find(mandate)!.Adopted!;
                answer.Line(Adopted(version.Document.Id, version.Document.Version))
                    .Row(_digest, version.Digest)
                    .Json(json => Name(json, version));
            });
    }

    private static Wording Adopted(string id, int version) => new(
        $"Mandate {id}, version {version}, is in force.", $"Le mandat {id}, version {version}, est en vigueur.");
}
