using System.CommandLine;

namespace Gouvernail.Cli;

/// <summary>The commands and their options. Every value is read as text, so that every message is ours.</summary>
internal sealed class CommandTree
{
    private static readonly ParserConfiguration _parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    public CommandTree()
    {
        // The library's own help, version and directives speak one language and know nothing of examples.
        Root.Options.Clear();
        Root.Directives.Clear();
        Root.Add(Help);
        Root.Add(Version);
        Root.Add(Language);
        Root.Add(Map.Command);
        Root.Add(Simulate);
        Simulate.Add(SimulateConversation.Command);
    }

    public RootCommand Root { get; } = new();

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public Option<bool> Version { get; } = new("--version");

    public Option<string> Language { get; } = Text("--lang");

    public MapCommand Map { get; } = new();

    public Command Simulate { get; } = new("simulate");

    public SimulateCommand SimulateConversation { get; } = new();

    public ParseResult Parse(string[] args) => Root.Parse(args, _parser);

    /// <summary>An option with one value, which the user may forget: <see cref="UsageRules"/> says so.</summary>
    public static Option<string> Text(string name) => new(name)
    {
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = name == "--lang",
    };
}
