using System.CommandLine;
using Gouvernail.Cli.Invitations;
using Gouvernail.Cli.Logs;
using Gouvernail.Cli.Maps;
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
        Root.Add(Petition);
        Add(Petition, new ThresholdsCommand());
        Add(Petition, new StartCommand());
        Add(Petition, new SignCommand());
        Add(Petition, new PetitionShowCommand());
        Add(Petition, new PetitionListCommand());
        Add(Petition, new AnswerCommand());
        Add(Petition, new CloseCommand());
        Add(Root, new CheckReceiptCommand());
        Add(Root, new WitnessCommand());
        Root.Add(Register);
        Add(Register, new AddCommand());
        Add(Register, new ImportCardsCommand());
        Add(Register, new ExportCardCommand());
        Add(Register, new ListCommand());
        Add(Register, new ShowCommand());
        Add(Register, new RetireCommand());
    }

    public RootCommand Root { get; } = new();

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public Option<bool> Version { get; } = new("--version");

    public Option<string> Language { get; } = Text("--lang");

    /// <summary>What groups the commands that make examples; nothing by itself.</summary>
    public Command Simulate { get; } = new("simulate");

    /// <summary>What groups the commands on petitions; nothing by itself.</summary>
    public Command Petition { get; } = new("petition");

    /// <summary>What groups the commands on the register of automata; nothing by itself.</summary>
    public Command Register { get; } = new("register");

    /// <summary>The command of ours behind one of the library's; null for those that only group others.</summary>
    public CliCommand? Of(Command command) => _commands.GetValueOrDefault(command);

    /// <summary>Every command that does something.</summary>
    public IEnumerable<CliCommand> All => _commands.Values;

    public ParseResult Parse(string[] args) => Root.Parse(args, _parser);

    /// <summary>An option with one value, which the user may forget: <see cref="UsageRules"/> says so.</summary>
    public static Option<string> Text(string name) => new(name)
    {
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = name == "--lang",
    };

    private void Add(Command parent, CliCommand command)
    {
        parent.Add(command.Command);
        _commands.Add(command.Command, command);
    }
}
