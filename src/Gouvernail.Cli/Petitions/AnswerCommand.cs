using System.CommandLine;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition answer</c>: publishes an answer to a petition.</summary>
internal sealed class AnswerCommand : PetitionCommand
{
    private readonly Argument<string> _petition;
    private readonly Option<string> _from;
    private readonly Option<string> _text;

    public AnswerCommand()
        : base("answer", goesOn: true)
    {
        _petition = Argument("PETITION");
        _from = Text("--from");
        _text = Text("--text");
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string id = PetitionOf(parse, _petition, rules);
        var said = new PetitionAnswered(Needed(parse, _from, rules), Needed(parse, _text, rules), null);
        return rules.Fault ?? Act(
            parse, folder, here, rules.Texts,
            (community, _) => AnswerPetition.Decide(community.Petitions.Book, new AnswerPetition(id, said)),
            (_, answer, _) =>
            {
                answer.Line(new($"The answer to petition {id} is in the log.",
                    $"La réponse à la pétition {id} est au registre."));
                answer.Json(json => json.WriteString("petition", id));
            });
    }
}
