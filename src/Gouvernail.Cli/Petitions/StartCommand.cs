using System.CommandLine;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.People;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition start</c>: starts a petition, which its starter signs.</summary>
internal sealed class StartCommand : PetitionCommand
{
    private static readonly Wording _expectedTime = new(
        "a time, such as 2030-05-01T18:30", "une heure, comme 2030-05-01T18:30");

    private readonly Option<string> _effect;
    private readonly Option<string> _automaton;
    private readonly Option<string> _title;
    private readonly Option<string> _text;
    private readonly Option<string> _askedBy;
    private readonly Option<string> _start;
    private readonly Option<string> _end;
    private readonly Option<string> _place;
    private readonly Option<string> _code;

    public StartCommand()
        : base("start", goesOn: true)
    {
        _effect = Text("--effect");
        _automaton = Text("--automaton");
        _title = Text("--title");
        _text = Text("--text");
        _askedBy = Text("--asked-by");
        _start = Text("--start");
        _end = Text("--end");
        _place = Text("--place");
        _code = Text("--code");
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string word = Needed(parse, _effect, rules);
        rules.OneOf(_effect, [.. PetitionEffects.All.Select(effect => effect.Word())]);
        var description = new PetitionDescribed(
            Needed(parse, _title, rules), Needed(parse, _text, rules), parse.GetValue(_askedBy) ?? "",
            rules.Texts.Language)
        {
            Gathering = Gathering(parse, rules),
        };
        string code = Needed(parse, _code, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        string id = "";
        return Act(
            parse, folder, here, rules.Texts,
            (community, now) =>
            {
                PetitionBook book = community.Petitions.Book;
                id = book.NextId;
                (string person, Rung rung, Refusal? refusal) =
                    new Kiosk(community, book.InForce?.Roll, now).Read(code);
                if (refusal is not null && book.InForce is not null)
                {
                    return Decision.Refuse(refusal.Code, refusal.Reason);
                }

                byte[] key = Pseudonyms.NewKey();
                return StartPetition.Decide(
                    book, community.Consultations, community.KnowsAutomaton,
                    new StartPetition(
                        PetitionEffects.Of(word)!.Value, parse.GetValue(_automaton), description,
                        person.Length > 0 ? new Pseudonyms(key).Of(person) : "nobody", rung, key),
                    now);
            },
            (community, answer, _) =>
            {
                answer.Line(new(
                    $"Started petition {id}, with its starter's signature as the first.",
                    $"Pétition {id} lancée, avec la signature de qui la lance pour première."));
                answer.Next($"gouvernail petition sign {Texts.Quoted(folder.Path)} {id} --code …");
                SignCommand.Describe(community, answer, id, isNew: true);
            });
    }

    private PetitionGathering? Gathering(ParseResult parse, UsageRules rules)
    {
        if (parse.GetValue(_start) is null && parse.GetValue(_end) is null && parse.GetValue(_place) is null)
        {
            return null;
        }

        Needed(parse, _start, rules);
        return new PetitionGathering(
            Time(parse, _start, rules) ?? default, Time(parse, _end, rules), parse.GetValue(_place) ?? "", []);
    }

    private static DateTime? Time(ParseResult parse, Option<string> option, UsageRules rules)
    {
        string? text = parse.GetValue(option);
        DateTime? time = PetitionGathering.Parse(text);
        if (text is not null && time is null)
        {
            rules.Keep(rules.Usage(rules.Texts.WrongValue(
                option.Name, text, _expectedTime.In(rules.Texts.Language))));
        }

        return time;
    }
}
