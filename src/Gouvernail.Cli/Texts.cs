using System.Buffers;

namespace Gouvernail.Cli;

/// <summary>Everything the command says, in one language.</summary>
internal sealed partial record Texts
{
    public required Language Language { get; init; }

    // Help.
    public required string Help { get; init; }

    public required string MapHelp { get; init; }

    public required string SimulateHelp { get; init; }

    // Faults of usage.
    public required Func<string, string> SeeHelp { get; init; }

    public required Func<string, string> UnknownOption { get; init; }

    public required Func<string, string> UnknownCommand { get; init; }

    public required Func<string, string> UnexpectedArgument { get; init; }

    public required Func<string, string> GivenTwice { get; init; }

    public required Func<string, string> ValueMissing { get; init; }

    /// <summary>Option, value given, values expected.</summary>
    public required Func<string, string, string, string> WrongValue { get; init; }

    public required Func<string, string, string> WholeWithin { get; init; }

    public required string DensityRange { get; init; }

    public required string CommandMissing { get; init; }

    public required string PathMissing { get; init; }

    public required string OutMissing { get; init; }

    public required string NoBootstrapWithPolis { get; init; }

    public required Func<string, string> OnlyWithPolis { get; init; }

    public required string OnlyJsonToOutput { get; init; }

    public required string PinsExclude { get; init; }

    /// <summary>Output, input.</summary>
    public required Func<string, string, string> OverInput { get; init; }

    /// <summary>Output, other output.</summary>
    public required Func<string, string, string> SamePlace { get; init; }

    public required string MoreGroupsThanPeople { get; init; }

    public required Func<string, string> TooManyVotes { get; init; }

    // Files.
    /// <summary>File, reason.</summary>
    public required Func<string, string, string> CannotRead { get; init; }

    /// <summary>File, reason.</summary>
    public required Func<string, string, string> CannotWrite { get; init; }

    public required string Output { get; init; }

    public required string FolderMissing { get; init; }

    public required string IsFolder { get; init; }

    public required string NotEmpty { get; init; }

    public required Func<string, string, string> UnknownParticipants { get; init; }

    /// <summary>What stands there, line.</summary>
    public required Func<string, string, string> OnLine { get; init; }

    public required Func<string, string, string> ParticipantTwice { get; init; }

    // Progress, ends and numbers.
    public required string Reading { get; init; }

    public required string Components { get; init; }

    public required string Groups { get; init; }

    public required string Resamples { get; init; }

    public required string Percent { get; init; }

    public required string Interrupted { get; init; }

    public required Func<string, string> InternalError { get; init; }

    /// <summary>Folder, participants, statements, votes, groups.</summary>
    public required Func<string, string, string, string, string, string> Simulated { get; init; }

    /// <summary>What stands between a name and what is said of it.</summary>
    public required string Colon { get; init; }

    /// <summary>What stands between thousands.</summary>
    public required string Thousands { get; init; }

    /// <summary>The texts of a language. Only the one that is asked for is made.</summary>
    public static Texts In(Language language) => language == Language.French ? MakeFrench() : MakeEnglish();

    private static readonly SearchValues<char> _special = SearchValues.Create(" '\"\\$&;()<>|*?");

    /// <summary>A path as a shell takes it.</summary>
    internal static string Quoted(string path) =>
        path.AsSpan().ContainsAny(_special) ? "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : path;
}
