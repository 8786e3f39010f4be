using System.CommandLine;
using System.Globalization;
using System.Text;
using Gouvernail.Cli.Logs;
using Gouvernail.Consult.Invitations;
using Gouvernail.Journals;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Invitations;

/// <summary><c>gouvernail invite</c>: makes personal invitations to a consultation, and prints their codes.</summary>
internal sealed partial class InviteCommand : LogCommand
{
    private const int UsualDays = 365;

    private readonly Argument<string> _consultation;
    private readonly Option<string> _count;
    private readonly Option<string> _expires;
    private readonly Option<string> _label;

    public InviteCommand()
        : base("invite", goesOn: true)
    {
        _consultation = Argument("CONSULTATION");
        _count = Text("--count");
        _expires = Text("--expires");
        _label = Text("--label");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        DataFolder folder = Folder(parse, rules);
        string? consultation = parse.GetValue(_consultation);
        if (string.IsNullOrEmpty(consultation))
        {
            rules.Keep(rules.Usage(_consultationMissing.In(texts.Language)));
        }

        if (parse.GetValue(_count) is null)
        {
            rules.Keep(rules.Usage(_countMissing.In(texts.Language)));
        }

        int count = rules.Whole(_count, 1, 1, InvitationsIssued.MostAtOnce);
        DateTimeOffset expires = Expires(parse, rules, here.Clock.GetUtcNow());
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        string[] codes = [];
        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, _) =>
        {
            byte[]? key = community.InvitationCodesOf(consultation!) is null ? InvitationCodes.NewKey() : null;
            int first = 0;
            Outcome outcome = community.Act(
                now =>
                {
                    first = community.Consultations.TryGet(consultation!, out var found) ? found.NextInvitation : 0;
                    return IssueInvitations.Decide(
                        community.Consultations,
                        new IssueInvitations(
                            consultation!, count, InvitationUse.One, parse.GetValue(_label) ?? "", expires, null, key),
                        now);
                },
                cancel);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            InvitationCodes made = community.InvitationCodesOf(consultation!)!;
            codes = [.. Enumerable.Range(first, count).Select(made.Of)];
            Describe(answer, consultation!, first, expires, codes, outcome);
            return null;
        });
        if (failure is null && IsJson(parse))
        {
            Say(parse, here, answer);
        }
        else if (failure is null)
        {
            // The codes alone go to the output, to be printed or mailed one by one.
            here.Output.Write(Encoding.UTF8.GetBytes(string.Join('\n', codes) + "\n"));
            here.Output.Flush();
            here.Error.WriteLine(_secret.In(texts.Language));
        }

        return failure;
    }

    private static void Describe(
        LogAnswer answer, string consultation, int first, DateTimeOffset expires, string[] codes, Outcome outcome) =>
        answer.Json(json =>
        {
            json.WriteString("consultation", consultation);
            json.WriteNumber("first", first);
            json.WriteNumber("count", codes.Length);
            json.WriteString("expires", Entry.Format(expires));
            json.WriteNumber("index", outcome.First);
            json.WriteStartArray("codes");
            Array.ForEach(codes, json.WriteStringValue);
            json.WriteEndArray();
        }).Head(outcome.Checkpoint!);

    private DateTimeOffset Expires(ParseResult parse, UsageRules rules, DateTimeOffset now)
    {
        DateTimeOffset usual = DateTimeOffset.FromUnixTimeSeconds(now.AddDays(UsualDays).ToUnixTimeSeconds());
        if (parse.GetValue(_expires) is not { } text)
        {
            return usual;
        }

        if (DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day))
        {
            // The day itself is still good.
            return day.AddDays(1);
        }

        rules.Keep(rules.Usage(rules.Texts.WrongValue(
            _expires.Name, text, _expectedDay.In(rules.Texts.Language))));
        return usual;
    }
}
