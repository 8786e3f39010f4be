using System.CommandLine;
using System.Globalization;
using Gouvernail.Journals;

namespace Gouvernail.Cli.Logs;

/// <summary>A command on a community's data folder.</summary>
internal abstract class LogCommand : CliCommand
{
    private static readonly Wording _folderMissing = new(
        "which data folder? Give the one that gouvernail init made.",
        "quel dossier de données\u00a0? Donnez celui que gouvernail init a fait.");

    private static readonly Wording _indexMissing = new(
        "which entry? Give its index, counted from 0.", "quelle entrée\u00a0? Donnez son index, compté à partir de 0.");

    private static readonly Wording _expectedIndex = new(
        "a whole number from 0", "un nombre entier à partir de 0");

    private readonly Argument<string> _folder;
    private readonly Option<bool> _json;
    private readonly Option<bool>? _acceptClock;

    /// <param name="name">What the command is called.</param>
    /// <param name="goesOn">True for a command that adds to a log.</param>
    protected LogCommand(string name, bool goesOn = false)
        : base(name)
    {
        _folder = Argument("DIR");
        _json = Flag("--json");
        _acceptClock = goesOn ? Flag("--accept-clock") : null;
    }

    /// <summary>The data folder, as it was typed; empty, and a fault kept, where it was not.</summary>
    protected DataFolder Folder(ParseResult parse, UsageRules rules)
    {
        string path = parse.GetValue(_folder) ?? "";
        if (path.Length == 0)
        {
            rules.Keep(rules.Usage(_folderMissing.In(rules.Texts.Language)));
        }

        return new DataFolder(path);
    }

    /// <summary>The place of an entry.</summary>
    protected static long Index(ParseResult parse, Argument<string> argument, UsageRules rules)
    {
        string? text = parse.GetValue(argument);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long index))
        {
            return index;
        }

        Language language = rules.Texts.Language;
        rules.Keep(rules.Usage(string.IsNullOrEmpty(text)
            ? _indexMissing.In(language)
            : rules.Texts.WrongValue(argument.Name, text, _expectedIndex.In(language))));
        return 0;
    }

    /// <summary>True where a program reads the answer.</summary>
    protected bool IsJson(ParseResult parse) => parse.GetValue(_json);

    /// <summary>Prints one object for a program, or sentences for a person.</summary>
    protected void Say(ParseResult parse, Surroundings here, LogAnswer answer)
    {
        here.Output.Write(IsJson(parse) ? answer.ToJson() : answer.ToText());
        here.Output.Flush();
    }

    /// <summary>Opens the folder to write and works on it; long work shows how far it is.</summary>
    protected Failure? Write(
        ParseResult parse,
        DataFolder folder,
        Surroundings here,
        Texts texts,
        Func<Community, ProgressLine, Failure?> work)
    {
        bool acceptClock = _acceptClock is not null && parse.GetValue(_acceptClock);
        var progress = new ProgressLine(here, texts);
        try
        {
            return JournalFailure.Guard(folder.Path, texts, () =>
            {
                using var community = Community.Open(folder, here.Clock, progress, acceptClock);
                return work(community, progress);
            });
        }
        finally
        {
            progress.Clear();
        }
    }
}
