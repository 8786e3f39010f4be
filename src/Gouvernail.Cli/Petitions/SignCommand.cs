using System.CommandLine;
using Gouvernail.Cli.Logs;
using Gouvernail.Consult.Consultations;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Petitions;

/// <summary><c>gouvernail petition sign</c>: a kiosk, where people sign with their own codes.</summary>
internal sealed class SignCommand : PetitionCommand
{
    private static readonly Wording _codeMissing = new(
        "whose signature? Give --code, or --codes with a file.",
        "la signature de qui\u00a0? Donnez --code, ou --codes avec un fichier.");

    private static readonly Wording _oneOfTwo = new(
        "--code and --codes do not go together.", "--code et --codes ne vont pas ensemble.");

    private readonly Argument<string> _petition;
    private readonly Option<string> _code;
    private readonly Option<string> _codes;

    public SignCommand()
        : base("sign", goesOn: true)
    {
        _petition = Argument("PETITION");
        _code = Text("--code");
        _codes = Text("--codes");
    }

    /// <summary>Says how a petition stands.</summary>
    public static void Describe(Community community, LogAnswer answer, string id, bool isNew = false)
    {
        if (!community.Petitions.Book.TryGet(id, out Petition? petition))
        {
            return;
        }

        (string count, string threshold) =
            (answer.Number(petition.Count), answer.Number(petition.Started.Threshold));
        if (petition.Passed is not null)
        {
            answer.Line(new(
                $"The petition has passed: {count} signatures, and {threshold} were needed.",
                $"La pétition a abouti\u00a0: {count} signatures, et il en fallait {threshold}."));
        }
        else if (!isNew)
        {
            answer.Line(new(
                $"{count} signatures of {threshold}.", $"{count} signatures sur {threshold}."));
        }

        answer.Json(json =>
        {
            json.WriteString("petition", id);
            json.WriteNumber("signatures", petition.Count);
            json.WriteNumber("threshold", petition.Started.Threshold);
            json.WriteBoolean("passed", petition.Passed is not null);
        });
    }

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string id = PetitionOf(parse, _petition, rules);
        (string? code, string? file) = (parse.GetValue(_code), parse.GetValue(_codes));
        if (code is null == file is null)
        {
            rules.Keep(rules.Usage((code is null ? _codeMissing : _oneOfTwo).In(texts.Language)));
        }

        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (code is not null)
        {
            return Act(
                parse, folder, here, texts,
                (community, now) => Sign(community, id, code, now),
                (community, answer, _) =>
                {
                    answer.Line(new("Signed.", "Signé."));
                    Describe(community, answer, id);
                });
        }

        string[] lines = [];
        Failure? unread = JournalFailure.Guard(
            file!,
            texts,
            () =>
            {
                using var reader = new StreamReader(file == "-" ? here.Input : File.OpenRead(file!));
                lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
                return null;
            },
            isReading: true);
        return unread ?? SignAll(parse, folder, here, texts, id, lines, cancel);
    }

    private static Decision Sign(Community community, string id, string code, DateTimeOffset now)
    {
        string? roll = community.Petitions.Book.TryGet(id, out Petition? petition) ? petition.Started.Roll : null;
        (string person, Rung rung, Refusal? refusal) = new Kiosk(community, roll, now).Read(code);
        return petition is not null && refusal is not null
            ? Decision.Refuse(refusal.Code, refusal.Reason)
            : SignPetition.Decide(
                community.Petitions.Book,
                new SignPetition(id, community.PseudonymsOf(id)?.Of(person) ?? "nobody", rung),
                now);
    }

    private Failure? SignAll(
        ParseResult parse,
        DataFolder folder,
        Surroundings here,
        Texts texts,
        string id,
        string[] lines,
        CancellationToken cancel)
    {
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            // All are on their way before any is waited for: the disk is asked once for many.
            (int Line, Task<Outcome> Signing)[] all =
            [
                .. lines.Select((code, i) => (Line: i + 1, Code: code.Trim()))
                    .Where(one => one.Code.Length > 0)
                    .Select(one => (one.Line, community.ActAsync(
                        now => Sign(community, id, one.Code, now), cancel))),
            ];
            (int Line, Outcome Outcome)[] done =
                [.. all.Select(one => (one.Line, one.Signing.GetAwaiter().GetResult()))];
            (int Line, Refusal Refusal)[] refused = [.. done
                .Where(one => one.Outcome.Refusal is not null)
                .Select(one => (one.Line, one.Outcome.Refusal!))];
            if (done.Length > 0 && refused.Length == done.Length && refused.All(one => one.Refusal.Code
                == "no-such-petition"))
            {
                return JournalFailure.Of(refused[0].Refusal, texts);
            }

            Tell(community, answer, id, done.Length - refused.Length, refused);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private static void Tell(
        Community community, LogAnswer answer, string id, int signed, (int Line, Refusal Refusal)[] refused)
    {
        answer.Line(new(
            $"Signed: {answer.Number(signed)}. Refused: {answer.Number(refused.Length)}.",
            $"Signé\u00a0: {answer.Number(signed)}. Refusé\u00a0: {answer.Number(refused.Length)}."));
        foreach ((int line, Refusal refusal) in refused)
        {
            answer.Line(new(
                $"  line {line}: {refusal.Reason.English}", $"  ligne {line}\u00a0: {refusal.Reason.French}"));
        }

        answer.Json(json =>
        {
            json.WriteNumber("signed", signed);
            json.WriteStartArray("refused");
            foreach ((int line, Refusal refusal) in refused)
            {
                json.WriteStartObject();
                json.WriteNumber("line", line);
                json.WriteString("why", refusal.Code);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        Describe(community, answer, id);
        answer.Head(community.Journal.Checkpoint!);
    }
}
