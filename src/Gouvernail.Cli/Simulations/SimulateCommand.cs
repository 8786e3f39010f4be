using System.CommandLine;
using System.Globalization;
using System.Text;
using Gouvernail.Consult;
using Gouvernail.Consult.Simulation;

namespace Gouvernail.Cli.Simulations;

/// <summary><c>gouvernail simulate conversation</c>: writes a conversation that never took place.</summary>
internal sealed class SimulateCommand : CliCommand
{
    private readonly Option<string> _participants = CommandTree.Text("--participants");
    private readonly Option<string> _statements = CommandTree.Text("--statements");
    private readonly Option<string> _density = CommandTree.Text("--density");
    private readonly Option<string> _groups = CommandTree.Text("--groups");
    private readonly Option<string> _seed = CommandTree.Text("--seed");
    private readonly Option<string> _out = CommandTree.Text("--out");

    public SimulateCommand()
        : base("conversation")
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_participants, _statements, _density, _groups, _seed, _out])
        {
            Command.Add(option);
        }
    }

    public override string Help(Texts texts) => texts.SimulateHelp;

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        int participants = rules.Whole(_participants, 1000, 1, SimulationOptions.MaxParticipants);
        var options = new SimulationOptions
        {
            Participants = participants,
            Statements = rules.Whole(_statements, 50, 1, SimulationOptions.MaxStatements),
            Density = Density(parse.GetValue(_density), rules),
            Groups = rules.Whole(_groups, Math.Min(3, participants), 1, SimulationOptions.MaxGroups),
            Seed = parse.GetValue(_seed) ?? "1",
            Language = texts.Language,
        };
        string? folder = parse.GetValue(_out);
        if (folder is null)
        {
            rules.Keep(rules.Usage(texts.OutMissing));
        }
        else if (options.Groups > options.Participants)
        {
            rules.Keep(rules.Usage(texts.MoreGroupsThanPeople));
        }
        else if (options.Participants * (options.Density * options.Statements) > SimulationOptions.MaxVotes)
        {
            rules.Keep(rules.Usage(texts.TooManyVotes(Number(SimulationOptions.MaxVotes, texts))));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (OutputFile.FolderObstacle(folder!, texts) is { } reason)
        {
            return new Failure(ExitCode.CannotWrite, texts.CannotWrite(folder!, reason));
        }

        Conversation conversation = SimulatedConversation.Create(options, cancel);
        Failure? failure = OutputFile.WriteFolder(folder!, conversation, map: null, texts, cancel);
        if (failure is null)
        {
            string line = texts.Simulated(
                folder!,
                Number(options.Participants, texts),
                Number(options.Statements, texts),
                Number(conversation.Votes.VoteCount, texts),
                Number(options.Groups, texts));
            here.Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
            here.Output.Flush();
        }

        return failure;
    }

    private double Density(string? text, UsageRules rules)
    {
        const double Usual = 0.3;
        if (text is null)
        {
            return Usual;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double density)
            && density > 0 && density <= 1)
        {
            return density;
        }

        rules.Keep(rules.Usage(rules.Texts.WrongValue(_density.Name, text, rules.Texts.DensityRange)));
        return Usual;
    }

    private static string Number(double value, Texts texts) =>
        value.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", texts.Thousands, StringComparison.Ordinal);
}
