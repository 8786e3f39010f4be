using System.CommandLine;
using Gouvernail.Cli.Evidence;
using Gouvernail.Cli.Gate;
using Gouvernail.Cli.Invitations;
using Gouvernail.Cli.Logs;
using Gouvernail.Cli.Mandates;
using Gouvernail.Cli.Maps;
using Gouvernail.Cli.Permits;
using Gouvernail.Cli.Petitions;
using Gouvernail.Cli.Receipts;
using Gouvernail.Cli.Register;
using Gouvernail.Cli.Simulations;
using Gouvernail.Cli.Witnesses;

namespace Gouvernail.Cli;

/// <summary>The commands and their options. Every value is read as text, so that every message is ours.</summary>
internal sealed class CommandTree
{
    private static readonly ParserConfiguration _parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    private readonly Dictionary<Command, CliCommand> _commands = [];
    private readonly Dictionary<Command, Wording> _groups = [];

    public CommandTree()
    {
        // The library's own help, version and directives speak one language and know nothing of examples.
        Root.Options.Clear();
        Root.Directives.Clear();
        Root.Add(Help);
        Root.Add(Version);
        Root.Add(Language);
        Add(Root, new MapCommand());
        Root.Add(Simulate);
        Add(Simulate, new SimulateCommand());
        Add(Root, new InitCommand());
        Add(Root, new ImportCommand());
        Add(Root, new ResultCommand());
        Add(Root, new ExportCommand());
        Add(Root, new VerifyCommand());
        Add(Root, new ProveCommand());
        Add(Root, new EraseCommand());
        Add(Root, new InviteCommand());
        Add(Root, new CheckReceiptCommand());
        Add(Root, new WitnessCommand());
        Group("mandate", MandateHelp.Group, new RuleCommand(), new DraftCommand(), new PutCommand(),
            new Mandates.SignCommand(), new AdoptCommand(), new RevokeCommand(), new Mandates.ShowCommand(),
            new Mandates.ListCommand());
        Group("register", RegisterHelp.Group, new AddCommand(), new ImportCardsCommand(), new ExportCardCommand(),
            new Register.ListCommand(), new Register.ShowCommand(), new RetireCommand());
        Group("evidence", EvidenceHelp.Group, new KeyCommand(), new Evidence.SignCommand(), new FileEvidenceCommand(),
            new RecogniseSignerCommand(), new RevokeSignerCommand(), new ContestClauseCommand(),
            new SettleContestationCommand(), new ListEvidenceCommand());
        Group("permit", PermitHelp.Group, new SubmitPermitCommand(), new SuspendPermitCommand(),
            new ResumePermitCommand(), new RevokePermitCommand(), new ShowPermitCommand());
        Group("gate", GateHelp.Group, new GateCheckCommand());
        Group("petition", PetitionHelp.Group, new ThresholdsCommand(), new StartCommand(),
            new Petitions.SignCommand(), new PetitionShowCommand(), new PetitionListCommand(), new AnswerCommand(),
            new CloseCommand());
    }

    public RootCommand Root { get; } = new();

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public Option<bool> Version { get; } = new("--version");

    public Option<string> Language { get; } = Text("--lang");

    /// <summary>What groups the commands that make examples; nothing by itself.</summary>
    public Command Simulate { get; } = new("simulate");

    /// <summary>The command of ours behind one of the library's; null for those that only group others.</summary>
    public CliCommand? Of(Command command) => _commands.GetValueOrDefault(command);

    /// <summary>What is said of a word that groups commands; null for any other.</summary>
    public Wording? GroupOf(Command command) => _groups.GetValueOrDefault(command);

    /// <summary>Every command that does something.</summary>
    public IEnumerable<CliCommand> All => _commands.Values;

    public ParseResult Parse(string[] args) => Root.Parse(args, _parser);

    /// <summary>An option with one value, which the user may forget: <see cref="UsageRules"/> says so.</summary>
    public static Option<string> Text(string name) => new(name)
    {
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = name == "--lang",
    };

    private void Group(string name, Wording help, params ReadOnlySpan<CliCommand> commands)
    {
        var group = new Command(name);
        Root.Add(group);
        _groups.Add(group, help);
        foreach (CliCommand command in commands)
        {
            Add(group, command);
        }
    }

    private void Add(Command parent, CliCommand command)
    {
        parent.Add(command.Command);
        _commands.Add(command.Command, command);
    }
}
