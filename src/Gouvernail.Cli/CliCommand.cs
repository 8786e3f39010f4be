using System.CommandLine;

namespace Gouvernail.Cli;

/// <summary>One command: what it is called, what it takes, how it is explained, what it does.</summary>
internal abstract class CliCommand(string name)
{
    /// <summary>The command as the command line knows it.</summary>
    public Command Command { get; } = new(name);

    /// <summary>What <c>--help</c> prints.</summary>
    public abstract string Help(Texts texts);

    /// <summary>Does the work; null where it is done, or why it is not.</summary>
    public abstract Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel);

    /// <summary>An argument, which the user may forget: the command says so in its own words.</summary>
    protected Argument<string> Argument(string name)
    {
        var argument = new Argument<string>(name) { Arity = ArgumentArity.ZeroOrOne };
        Command.Add(argument);
        return argument;
    }

    /// <summary>An option with one value.</summary>
    protected Option<string> Text(string name)
    {
        Option<string> option = CommandTree.Text(name);
        Command.Add(option);
        return option;
    }

    /// <summary>An option without a value.</summary>
    protected Option<bool> Flag(string name)
    {
        var option = new Option<bool>(name);
        Command.Add(option);
        return option;
    }
}
