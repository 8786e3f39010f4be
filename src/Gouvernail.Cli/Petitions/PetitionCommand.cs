using System.CommandLine;
using System.Globalization;
using Gouvernail.Cli.Logs;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Petitions;

/// <summary>A command on the petitions of a data folder.</summary>
internal abstract class PetitionCommand(string name, bool goesOn) : LogCommand(name, goesOn)
{
    private static readonly Wording _petitionMissing = new(
        "which petition? Give its id, such as p1.", "quelle pétition\u00a0? Donnez son identifiant, comme p1.");

    /// <inheritdoc/>
    public override string Help(Texts texts) => PetitionHelp.Of(texts);

    /// <summary>The id of a petition; empty, and a fault kept, where it was not typed.</summary>
    protected static string PetitionOf(ParseResult parse, Argument<string> argument, UsageRules rules)
    {
        string id = parse.GetValue(argument) ?? "";
        if (id.Length == 0)
        {
            rules.Keep(rules.Usage(_petitionMissing.In(rules.Texts.Language)));
        }

        return id;
    }

    /// <summary>An option that has to be there; empty, and a fault kept, where it is not.</summary>
    protected static string Needed(ParseResult parse, Option<string> option, UsageRules rules)
    {
        string? value = parse.GetValue(option);
        if (value is null)
        {
            rules.Keep(rules.Usage(new Wording(
                $"{option.Name} is missing.", $"{option.Name} manque.").In(rules.Texts.Language)));
        }

        return value ?? "";
    }

    /// <summary>Puts an act, and describes what the log holds then.</summary>
    protected Failure? Act(
        ParseResult parse,
        DataFolder folder,
        Surroundings here,
        Texts texts,
        Func<Community, DateTimeOffset, Decision> decide,
        Action<Community, LogAnswer, Outcome> describe)
    {
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            Outcome outcome = community.Act(now => decide(community, now));
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            describe(community, answer, outcome);
            answer.Json(json => json.WriteNumber("index", outcome.First)).Head(outcome.Checkpoint!);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    /// <summary>Reads the petitions of a folder, on which a server may be at work, or of a bundle.</summary>
    protected static Failure? Read(
        DataFolder folder, Surroundings here, Texts texts, Func<PetitionBook, Failure?> work,
        CancellationToken cancel) =>
        LoopFolder.Read(folder, here, texts, (loop, _) => work(loop.Petitions.Book), cancel);

    /// <summary>A time for people.</summary>
    protected static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
