namespace Gouvernail.Server.Consult.Voting;

/// <summary>Votes as forms and addresses write them; with an exclamation mark where the statement matters.</summary>
internal static class VoteWords
{
    private const string Mattering = "!";

    /// <summary>The word of a vote.</summary>
    public static string Of(int vote, bool matters) =>
        vote switch { 1 => "agree", -1 => "disagree", _ => "pass" } + (matters ? Mattering : "");

    /// <summary>The vote of a word; null where it is none.</summary>
    public static (int Vote, bool Matters)? Read(string? word) => word?.EndsWith('!') == true
        ? VoteOf(word[..^1]) is { } mattering ? (mattering, true) : null
        : VoteOf(word) is { } vote ? (vote, false) : null;

    private static int? VoteOf(string? word) => word switch
    {
        "agree" => 1,
        "disagree" => -1,
        "pass" => 0,
        _ => null,
    };
}
