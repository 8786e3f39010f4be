using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Consult;
using Gouvernail.Journals;
using Gouvernail.Verify.Register;
using Gouvernail.Verify.Register.Formats;

namespace Gouvernail.Cli.Register;

/// <summary>A command on the register of automata in a data folder.</summary>
internal abstract class RegisterCommand : LogCommand
{
    /// <param name="name">What the command is called.</param>
    /// <param name="goesOn">True for a command that adds to a log.</param>
    protected RegisterCommand(string name, bool goesOn = false)
        : base(name, goesOn)
    {
    }

    public sealed override string Help(Texts texts) => HelpText.In(texts.Language);

    /// <summary>What <c>--help</c> prints, in both languages.</summary>
    protected abstract Wording HelpText { get; }

    /// <summary>The id of an automaton, which the user has to give.</summary>
    protected static string Automaton(ParseResult parse, Argument<string> argument, UsageRules rules)
    {
        string? id = parse.GetValue(argument);
        if (string.IsNullOrEmpty(id))
        {
            rules.Keep(rules.Usage(RegisterWords.WhichAutomaton.In(rules.Texts.Language)));
        }

        return id ?? "";
    }

    /// <summary>The path of a file, which the user has to give.</summary>
    protected static string Path(ParseResult parse, Argument<string> argument, UsageRules rules)
    {
        string? path = parse.GetValue(argument);
        if (string.IsNullOrEmpty(path))
        {
            rules.Keep(rules.Usage(RegisterWords.WhichFile.In(rules.Texts.Language)));
        }

        return path ?? "";
    }

    /// <summary>A format of cards.</summary>
    protected static CardFormat Format(
        ParseResult parse, Option<string> option, IReadOnlyList<CardFormat> formats, UsageRules rules)
    {
        string? word = parse.GetValue(option);
        string expected = string.Join(", ", formats.Select(format => format.Word()));
        if (CardFormats.Of(word) is { } format && formats.Contains(format))
        {
            return format;
        }

        Language language = rules.Texts.Language;
        rules.Keep(rules.Usage(word is null
            ? RegisterWords.WhichFormat(expected).In(language)
            : rules.Texts.WrongValue(option.Name, word, expected)));
        return default;
    }

    /// <summary>Reads a file from whomever.</summary>
    protected static Failure? Read(string file, Texts texts, out byte[] bytes)
    {
        bytes = [];
        if (Directory.Exists(file))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(file, texts.IsFolder));
        }

        try
        {
            using FileStream stream = File.OpenRead(file);
            if (stream.CanSeek && stream.Length > CardFormats.MostFileBytes)
            {
                return new Failure(ExitCode.BadInput, file + texts.Colon
                    + RegisterWords.TooLarge(CardFormats.MostFileBytes >> 20).In(texts.Language));
            }

            // A pipe has no length: one byte more than is allowed tells that there is too much.
            byte[] all = new byte[stream.CanSeek ? stream.Length : CardFormats.MostFileBytes + 1];
            int length = stream.ReadAtLeast(all, all.Length, throwOnEndOfStream: false);
            bytes = all[..length];
            return null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return new Failure(ExitCode.NoInput, texts.CannotRead(file, FileTrouble.Of(e).In(texts.Language)));
        }
    }

    /// <summary>A file that gives no card: everything that is wrong with it, one problem a line.</summary>
    protected static Failure NoCard(string file, IEnumerable<CardProblem> problems, Texts texts) =>
        new(ExitCode.BadInput, string.Join('\n', problems.Select(problem =>
            file + texts.Colon + problem.In(texts.Language) + ".")));

    /// <summary>Reads the register of a data folder, which a server may be writing to, or of a bundle.</summary>
    protected static Failure? Read(
        DataFolder folder, Surroundings here, Texts texts, Func<RegisterBook, Failure?> work,
        CancellationToken cancel) =>
        LoopFolder.Read(folder, here, texts, (loop, _) => work(loop.Automata.Book), cancel);

    /// <summary>Finds an automaton, or says that there is none.</summary>
    protected static Failure? Find(RegisterBook book, string id, Texts texts, out Automaton? automaton) =>
        book.TryGet(id, out automaton)
            ? null
            : new Failure(ExitCode.BadInput, RegisterWords.NoAutomaton(id).In(texts.Language));
}
