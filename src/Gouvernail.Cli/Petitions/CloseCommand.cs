using System.CommandLine;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition close</c>: stops a petition that has not passed, for a public reason.</summary>
internal sealed class CloseCommand : PetitionCommand
{
    private readonly Argument<string> _petition;
    private readonly Option<string> _reason;

    public CloseCommand()
        : base("close", goesOn: true)
    {
        _petition = Argument("PETITION");
        _reason = Text("--reason");
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        DataFolder folder = Folder(parse, rules);
        string id = PetitionOf(parse, _petition, rules);
        var closed = new PetitionClosed(PetitionEnd.Stopped, Needed(parse, _reason, rules), null);
        return rules.Fault ?? Act(
            parse, folder, here, rules.Texts,
            (community, now) => ClosePetition.Decide(
                community.Petitions.Book, new ClosePetition(id, closed, null), now),
            (_, answer, _) =>
            {
                answer.Line(new(
                    $"Stopped petition {id}. The reason is public for ever.",
                    $"Pétition {id} arrêtée. La raison est publique pour toujours."));
                answer.Json(json => json.WriteString("petition", id));
            });
    }
}
