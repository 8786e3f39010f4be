using System.CommandLine;
using System.Reflection;
using System.Text;
using Gouvernail.Consult;

namespace Gouvernail.Cli;

/// <summary>The <c>gouvernail</c> command: from the words on the command line to an exit code.</summary>
internal static class Cli
{
    /// <summary>Runs the command. Only the result goes to the output; everything else to the error stream.</summary>
    public static ExitCode Run(string[] args, Surroundings here, CancellationToken cancel = default)
    {
        Texts texts = Texts.In(LanguageCodes.OfEnvironment(here.Variable));
        Failure? failure;
        try
        {
            failure = Dispatch(args, here, ref texts, cancel);
        }
        catch (OperationCanceledException)
        {
            failure = new Failure(ExitCode.Interrupted, texts.Interrupted);
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            // Files report their own trouble with their name; what is left is the output itself.
            string reason = FileTrouble.Of(e).In(texts.Language);
            failure = new Failure(ExitCode.CannotWrite, texts.CannotWrite(texts.Output, reason));
        }
#pragma warning disable CA1031 // The last stop: whatever happens, a person reads a sentence and not a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            bool debug = here.Variable("GOUVERNAIL_DEBUG") == "1";
            failure = new Failure(ExitCode.Internal, debug ? e.ToString() : texts.InternalError(e.GetType().Name));
        }

        if (failure is null)
        {
            return ExitCode.Done;
        }

        here.Error.WriteLine("gouvernail" + texts.Colon + TerminalText.Printable(failure.Message));
        return failure.Code;
    }

    private static Failure? Dispatch(string[] args, Surroundings here, ref Texts texts, CancellationToken cancel)
    {
        var tree = new CommandTree();
        ParseResult parse = tree.Parse(args);
        if (LanguageCodes.Parse(parse.GetValue(tree.Language)) is { } language)
        {
            texts = Texts.In(language);
        }

        Command command = parse.CommandResult.Command;
        if (parse.GetValue(tree.Help))
        {
            Say(here, HelpOf(command, tree, texts));
            return null;
        }

        var rules = new UsageRules(parse, command, texts);
        Failure? failure = rules.Check(tree, args);
        if (failure is not null)
        {
            return failure;
        }

        if (tree.Of(command) is { } ours)
        {
            return ours.Run(parse, rules, here, cancel);
        }

        if (command == tree.Root && parse.GetValue(tree.Version))
        {
            Say(here, $"gouvernail {VersionText()}\n");
            return null;
        }

        here.Error.Write(HelpOf(command, tree, texts));
        return rules.Usage(texts.CommandMissing);
    }

    private static string HelpOf(Command command, CommandTree tree, Texts texts) =>
        tree.Of(command)?.Help(texts) ?? tree.GroupOf(command)?.In(texts.Language)
            ?? (command == tree.Simulate ? texts.SimulateHelp : texts.Help);

    private static void Say(Surroundings here, string text)
    {
        here.Output.Write(Encoding.UTF8.GetBytes(text));
        here.Output.Flush();
    }

    private static string VersionText()
    {
        string version = typeof(Cli).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
        int revision = version.IndexOf('+', StringComparison.Ordinal);
        return revision < 0 ? version : version[..revision];
    }
}
