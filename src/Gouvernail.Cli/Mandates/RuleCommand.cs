using System.CommandLine;
using Gouvernail.Journals;
using Gouvernail.Mandate.Adoption;
using Gouvernail.Mandate.Texts;

namespace Gouvernail.Cli.Mandates;

/// <summary><c>gouvernail mandate rule</c>: sets the rule by which mandates are adopted.</summary>
internal sealed class RuleCommand : MandateCommand
{
    private static readonly Wording _fileMissing = new(
        "which rule? Give a file in JSON.", "quelle règle\u00a0? Donnez un fichier en JSON.");

    private static readonly Wording _set = new(
        "The rule is set. Mandates that are put to adoption from now on come into force by it:",
        Texts.Spaced("La règle est fixée. Les mandats soumis désormais à l’adoption entrent en vigueur selon elle :"));

    private readonly Argument<string> _file;

    public RuleCommand()
        : base("rule", goesOn: true, ofOne: false) => _file = Argument("RULE");

    protected override HelpPage Page { get; } = new(
        new(
            """
            Sets the rule by which mandates come into force: people ratify every clause, trustees sign, or
            both. Set it before anything is put to adoption, so that everybody knows it in advance; what was
            put before keeps the rule of its day. PUBLIC FOR EVER, names of trustees included.
            """,
            """
            Fixe la règle selon laquelle les mandats entrent en vigueur : des gens ratifient chaque clause,
            des mandataires signent, ou les deux. Fixez-la avant de rien soumettre, que chacun la connaisse
            d’avance ; ce qui fut soumis avant garde la règle de son jour. PUBLIC POUR TOUJOURS, noms des
            mandataires compris.
            """),
        new("mandate rule DIR RULE.json [options]", "mandate rule DOSSIER RÈGLE.json [options]"),
        new(
            "DIR is a data folder; RULE.json has the format gouvernail/adoption-rule/v1 (docs/formats).\n",
            "DOSSIER est un dossier de données ; RÈGLE.json, au format gouvernail/adoption-rule/v1.\n"),
        new("  gouvernail mandate rule city rule.json", "  gouvernail mandate rule ville regle.json"))
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

        (AdoptionRule? rule, IReadOnlyList<FormProblem> problems) = AdoptionRule.Read(bytes);
        return rule is null
            ? Wrong(file, problems, texts)
            : Act(parse, folder, here, texts,
                community => community.Act(
                    _ => AdoptionRuleSet.Decide(community.Roles, new AdoptionRuleSet(rule, null)), cancel),
                (answer, _, _) =>
                {
                    answer.Line(_set);
                    foreach (Wording line in AdoptionWords.Of(rule))
                    {
                        answer.Line(line);
                    }

                    answer.Gap();
                });
    }
}
