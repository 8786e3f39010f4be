using System.CommandLine;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition thresholds</c>: how many signatures the petitions to come take.</summary>
internal sealed class ThresholdsCommand : PetitionCommand
{
    private const int UsualDays = 90;

    private static readonly Wording _numberMissing = new(
        "how many signatures? Give --debate, --review or --suspension a number.",
        "combien de signatures\u00a0? Donnez un nombre à --debate, --review ou --suspension.");

    private readonly Option<string>[] _numbers;
    private readonly Option<string> _rung;
    private readonly Option<string> _roll;
    private readonly Option<string> _days;

    public ThresholdsCommand()
        : base("thresholds", goesOn: true)
    {
        _numbers = [.. PetitionEffects.All.Select(effect => Text("--" + effect.Word()))];
        _rung = Text("--rung");
        _roll = Text("--roll");
        _days = Text("--days");
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        var signatures = new Dictionary<PetitionEffect, int>();
        foreach ((PetitionEffect effect, Option<string> option) in PetitionEffects.All.Zip(_numbers))
        {
            if (parse.GetValue(option) is not null)
            {
                signatures[effect] = rules.Whole(option, 1, 1, PetitionThresholdsSet.MostSignatures);
            }
        }

        if (signatures.Count == 0)
        {
            rules.Keep(rules.Usage(_numberMissing.In(rules.Texts.Language)));
        }

        string? word = rules.OneOf(_rung, Rung.Open.Word(), Rung.Code.Word(), Rung.Member.Word());
        int days = rules.Whole(_days, UsualDays, 1, PetitionThresholdsSet.MostDays);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var set = new PetitionThresholdsSet(
            signatures, Rungs.Of(word) ?? Rung.Code, parse.GetValue(_roll), days, null);
        return Act(
            parse, folder, here, rules.Texts,
            (community, _) => SetPetitionThresholds.Decide(community.Consultations, new SetPetitionThresholds(set)),
            (_, answer, _) =>
            {
                answer.Line(new(
                    "These thresholds hold for the petitions that start from now on:",
                    "Ces seuils valent pour les pétitions lancées à partir de maintenant\u00a0:"));
                foreach (PetitionEffect effect in PetitionEffects.All)
                {
                    string none = new Wording("no petitions", "pas de pétition").In(rules.Texts.Language);
                    answer.Row(Named(effect), set.Of(effect) is { } number ? answer.Number(number) : none);
                }

                answer.Next($"gouvernail petition start {Texts.Quoted(folder.Path)} --effect …");
                answer.Json(json =>
                {
                    foreach ((PetitionEffect effect, int number) in signatures)
                    {
                        json.WriteNumber(effect.Word(), number);
                    }

                    json.WriteString("rung", set.Rung.Word());
                    json.WriteString("roll", set.Roll);
                    json.WriteNumber("days", days);
                });
            });
    }

    /// <summary>An effect in words.</summary>
    public static Wording Named(PetitionEffect effect) => effect switch
    {
        PetitionEffect.Debate => new("Debate", "Débat"),
        PetitionEffect.Review => new("Review", "Examen"),
        _ => new("Suspension", "Suspension"),
    };
}
