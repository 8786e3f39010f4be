using System.CommandLine;
using Gouvernail.Audits;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Gate.Formats;

namespace Gouvernail.Cli.Gate;

/// <summary>
/// <c>gouvernail gate check</c>: may this automaton run? Refused by default; what is not known is refused.
/// </summary>
internal sealed partial class GateCheckCommand : CliCommand
{
    /// <summary>Names the server to ask where no option does.</summary>
    public const string ServerVariable = "GOUVERNAIL_SERVER";

    private readonly Argument<string> _subject;
    private readonly Option<string> _data;
    private readonly Option<string> _offline;
    private readonly Option<string> _server;
    private readonly Option<string> _vkey;
    private readonly Option<string> _policy;
    private readonly Option<bool> _observe;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _json;
    private readonly Option<string> _sarif;
    private readonly Option<string> _junit;

    public GateCheckCommand()
        : base("check")
    {
        _subject = Argument("CARD");
        _data = Text("--data");
        _offline = Text("--offline");
        _server = Text("--server");
        _vkey = Text("--vkey");
        _policy = Text("--policy");
        _observe = Flag("--observe");
        _quiet = new Option<bool>("--quiet", "-q");
        Command.Add(_quiet);
        _json = Flag("--json");
        _sarif = Text("--sarif");
        _junit = Text("--junit");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        Language language = texts.Language;
        string? typed = parse.GetValue(_subject);
        if (string.IsNullOrEmpty(typed))
        {
            rules.Keep(rules.Usage(_subjectMissing.In(language)));
        }

        (Option<string> source, string place) = Source(parse, rules, here);
        VerifierKey? key = Key(parse, rules);
        Outputs(parse, rules);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (TrustFile.ReadPolicy(parse.GetValue(_policy), texts, out TrustPolicy? policy) is { } noPolicy)
        {
            return noPolicy;
        }

        foreach (string? target in (ReadOnlySpan<string?>)[parse.GetValue(_sarif), parse.GetValue(_junit)])
        {
            if (target is not null && OutputFile.Obstacle(target, texts) is { } reason)
            {
                return new Failure(ExitCode.CannotWrite, texts.CannotWrite(target, reason));
            }
        }

        if (GateAsked.Read(typed!, texts, out GateAsked? asked) is { } unreadable)
        {
            // A report of an earlier run that stayed where it was would be taken for this one's.
            return Write(
                parse, new GateAnswer { Trouble = unreadable }, new GateAsked { File = typed }, here, texts)
                ?? unreadable;
        }

        GateAnswer answer = source == _server
            ? GateServer.Ask(
                new Uri(place), asked!, key is not null ? [key] : policy?.Logs ?? [], here, texts, cancel)
            : GateFolder.Ask(
                place, source == _data, asked!, new AuditOptions { Key = key, Policy = policy }, here, texts, cancel);
        return Write(parse, answer, asked!, here, texts) ?? Tell(parse, answer, here, texts);
    }

    private (Option<string> Source, string Place) Source(ParseResult parse, UsageRules rules, Surroundings here)
    {
        (Option<string> Option, string Place)[] given =
        [
            .. new[] { _data, _offline, _server }
                .Where(option => parse.GetValue(option) is { Length: > 0 })
                .Select(option => (option, parse.GetValue(option)!)),
        ];
        if (given.Length == 0 && here.Variable(ServerVariable) is { Length: > 0 } usual)
        {
            given = [(_server, usual)];
        }

        Language language = rules.Texts.Language;
        if (given.Length != 1)
        {
            rules.Keep(rules.Usage((given.Length == 0 ? _sourceMissing : _oneSource).In(language)));
            return (_server, "");
        }

        (Option<string> source, string place) = given[0];
        if (source == _server && !(Uri.TryCreate(place, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            string name = parse.GetValue(_server) is null ? ServerVariable : _server.Name;
            rules.Keep(rules.Usage(rules.Texts.WrongValue(name, place, "http://…, https://…")));
        }

        return (source, place);
    }

    private VerifierKey? Key(ParseResult parse, UsageRules rules)
    {
        VerifierKey? key = null;
        if (parse.GetValue(_vkey) is { } vkey
            && !(VerifierKey.TryParse(vkey, out key, out _) && key.Kind == SignatureKind.Ed25519))
        {
            rules.Keep(rules.Usage(
                rules.Texts.WrongValue(_vkey.Name, vkey, _expectedKey.In(rules.Texts.Language))));
        }

        return key;
    }

    private void Outputs(ParseResult parse, UsageRules rules)
    {
        if (parse.GetValue(_sarif) is { } sarif && parse.GetValue(_junit) is { } junit
            && Path.GetFullPath(sarif) == Path.GetFullPath(junit))
        {
            rules.Keep(rules.Usage(rules.Texts.SamePlace(_sarif.Name, _junit.Name)));
        }
    }

    /// <summary>The files for other programs; where there is no decision they say so, as one rule that fails.</summary>
    private Failure? Write(ParseResult parse, GateAnswer answer, GateAsked asked, Surroundings here, Texts texts)
    {
        GateDecision decision = answer.Decision ?? new GateDecision(asked.Name, here.Clock.GetUtcNow(), 0)
        {
            Rules =
            [
                new RuleVerdict(
                    "decision",
                    answer.Trouble!.Code == ExitCode.Tampered ? RuleOutcome.Tampered : RuleOutcome.Missing,
                    "no-answer") { About = answer.Trouble.Message },
            ],
        };
        var findings = new GateFindings(decision, texts.Language) { CardFile = asked.File, Next = answer.Next };
        return parse.GetValue(_sarif) is { } sarif
            && OutputFile.Write(sarif, texts, stream => stream.Write(Sarif.Of(findings))) is { } noSarif ? noSarif
            : parse.GetValue(_junit) is { } junit
                ? OutputFile.Write(junit, texts, stream => stream.Write(JUnit.Of(findings)))
            : null;
    }

    private Failure? Tell(ParseResult parse, GateAnswer answer, Surroundings here, Texts texts)
    {
        bool isJson = parse.GetValue(_json);
        foreach (Wording warning in answer.Warnings)
        {
            here.Error.WriteLine(TerminalText.Printable(_note.In(texts.Language) + warning.In(texts.Language) + "."));
        }

        if (isJson)
        {
            foreach (Wording finding in answer.Findings)
            {
                here.Error.WriteLine("  " + TerminalText.Printable(finding.In(texts.Language)));
            }
        }

        here.Output.Write(!isJson ? new GateText(texts.Language).Of(answer, parse.GetValue(_quiet))
            : answer.Decision?.ToBytes() ?? []);
        here.Output.Flush();
        Failure? failure = answer.Trouble ?? Refusal(answer.Decision!, texts);
        if (failure is null || !parse.GetValue(_observe))
        {
            return failure;
        }

        if (answer.Trouble is { } trouble)
        {
            here.Error.WriteLine(TerminalText.Printable(trouble.Message));
        }

        here.Error.WriteLine(TerminalText.Printable(Observed((int)failure.Code).In(texts.Language)));
        return null;
    }

    private static Failure? Refusal(GateDecision decision, Texts texts) => decision.ExitCode switch
    {
        0 => null,
        1 => new Failure(ExitCode.DoesNotHold, _contradicted.In(texts.Language)),
        2 => new Failure(ExitCode.Refused, _refused.In(texts.Language)),
        _ => new Failure(ExitCode.Tampered, _tampered.In(texts.Language)),
    };
}
