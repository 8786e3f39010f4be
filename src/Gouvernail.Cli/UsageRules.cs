using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gouvernail.Cli;

/// <summary>What a command line must be, and how each fault is told. The first fault found is kept.</summary>
internal sealed class UsageRules(ParseResult parse, Command command, Texts texts)
{
    /// <summary>The texts in the language of this run.</summary>
    public Texts Texts => texts;

    /// <summary>The first fault among the values asked for so far; null while there is none.</summary>
    public Failure? Fault { get; private set; }

    /// <summary>A fault of usage, with the command that helps.</summary>
    public Failure Usage(string message)
    {
        string name = command is RootCommand ? "" : command.Name + " ";
        foreach (Symbol parent in command.Parents)
        {
            name = parent is RootCommand ? name : parent.Name + " " + name;
        }

        return new Failure(ExitCode.Usage, message + "\n" + texts.SeeHelp($"gouvernail {name}--help"));
    }

    /// <summary>Checks the words themselves: known, given once, each option with its value.</summary>
    public Failure? Check(CommandTree tree, string[] args)
    {
        foreach (string token in parse.UnmatchedTokens)
        {
            return Usage(IsOption(token) ? texts.UnknownOption(token)
                : command.Subcommands.Count > 0 ? texts.UnknownCommand(token)
                : texts.UnexpectedArgument(token));
        }

        bool verbatim = args.Contains("--");
        foreach (Argument argument in command.Arguments)
        {
            if (!verbatim && parse.GetResult(argument) is { Tokens: [var first, ..] } && IsOption(first.Value))
            {
                return Usage(texts.UnknownOption(first.Value));
            }
        }

        foreach (SymbolResult child in parse.CommandResult.Children)
        {
            if (CheckOption(child) is { } fault)
            {
                return fault;
            }
        }

        foreach (SymbolResult child in parse.RootCommandResult.Children)
        {
            if (CheckOption(child) is { } fault)
            {
                return fault;
            }
        }

        if (parse.GetValue(tree.Language) is { } language && LanguageCodes.Parse(language) is null)
        {
            return Usage(texts.WrongValue("--lang", language, "fr, en"));
        }

        return parse.Errors.Count > 0 && command.Subcommands.Count == 0 ? Usage(parse.Errors[0].Message) : null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(Option<string> option, int otherwise, int low, int high)
    {
        string? text = parse.GetValue(option);
        if (text is null)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= low && value <= high)
        {
            return value;
        }

        Keep(Usage(texts.WrongValue(option.Name, text, texts.WholeWithin(Digits(low), Digits(high)))));
        return otherwise;
    }

    /// <summary>One word of a list.</summary>
    public string? OneOf(Option<string> option, params ReadOnlySpan<string> words)
    {
        string? text = parse.GetValue(option);
        if (text is not null && !words.Contains(text))
        {
            Keep(Usage(texts.WrongValue(option.Name, text, string.Join(", ", words))));
        }

        return text;
    }

    /// <summary>Remembers a fault, unless one came before.</summary>
    public void Keep(Failure fault) => Fault ??= fault;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private Failure? CheckOption(SymbolResult child)
    {
        if (child is not OptionResult { Implicit: false } given || given.Option.ValueType == typeof(bool))
        {
            return null;
        }

        // A forgotten value makes the next option look like one.
        string? value = given.Tokens is [var token, ..] ? token.Value : null;
        return given.IdentifierTokenCount > 1 ? Usage(texts.GivenTwice(given.Option.Name))
            : string.IsNullOrEmpty(value) || value.StartsWith("--", StringComparison.Ordinal)
                ? Usage(texts.ValueMissing(given.Option.Name))
            : null;
    }
}
