using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Outcome = Gouvernail.Journals.Outcome;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail result</c>: computes a result over the log, and logs it.</summary>
internal sealed partial class ResultCommand : LogCommand
{
    private const int DefaultResamples = 50;
    private const int MostResamples = 10_000;

    private readonly Argument<string> _consultation;
    private readonly Option<string> _method;
    private readonly Option<string> _bootstrap;
    private readonly Option<string> _threads;

    public ResultCommand()
        : base("result", goesOn: true)
    {
        _consultation = Argument("CONSULTATION");
        _method = Text("--method");
        _bootstrap = Text("--bootstrap");
        _threads = Text("--threads");
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

        string label = rules.OneOf(_method, [.. ResultMethods.All.Select(m => m.Label())]) ?? OpinionMapMethod.Name;
        byte[] parameters = Parameters(label, parse, rules, out IResultMethod? method);
        int threads = rules.Whole(_threads, 1, 1, 1024);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        var answer = new LogAnswer(texts);
        Failure? failure = Write(parse, folder, here, texts, (community, progress) =>
        {
            if (!community.Consultations.TryGet(consultation!, out _))
            {
                return new Failure(
                    ExitCode.BadInput, Unknown(consultation!, community.Consultations.All).In(texts.Language));
            }

            var work = new Work(threads, progress.Of(_computing.In(texts.Language)));
            (Outcome outcome, ResultPublished? result) =
                community.Publish(consultation!, method!, parameters, work, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return JournalFailure.Of(refusal, texts);
            }

            Describe(answer, folder, outcome, result!, texts);
            return null;
        });
        if (failure is null)
        {
            Say(parse, here, answer);
        }

        return failure;
    }

    private byte[] Parameters(string label, ParseResult parse, UsageRules rules, out IResultMethod? method)
    {
        if (!ResultMethods.TryGet(label, out method))
        {
            return [];
        }

        bool isMap = label == OpinionMapMethod.Name;
        if (!isMap && parse.GetValue(_bootstrap) is not null)
        {
            rules.Keep(rules.Usage(rules.Texts.NoBootstrapWithPolis));
            return [];
        }

        int resamples = rules.Whole(_bootstrap, DefaultResamples, 0, MostResamples);
        using JsonDocument given = JsonDocument.Parse(isMap ? $$"""{"resamples":{{resamples}}}""" : "{}");
        return method.TryRead(given.RootElement, out byte[]? parameters, out Wording? problem)
            ? parameters
            : throw new InvalidOperationException(problem.English);
    }

    private static void Describe(
        LogAnswer answer, DataFolder folder, Outcome outcome, ResultPublished result, Texts texts)
    {
        string blob = Path.Combine(folder.Blobs, result.Output);
        string Number(long number) => LogAnswer.Number(number, texts);
        answer
            .Line(Published($"{result.Method}/{result.Version}", result.Consultation, Number(outcome.First)))
            .Gap()
            .Row(_over, Over(Number(result.Size)).In(texts.Language))
            .Row(_root, result.Root.ToString())
            .Row(_hash, result.Output)
            .Row(_output, blob)
            .Gap()
            .Next($"gouvernail prove {Texts.Quoted(folder.Path)} {outcome.First} --out result.tlog-proof");
        answer.Json(json =>
        {
            json.WriteString("consultation", result.Consultation);
            json.WriteString("method", result.Method);
            json.WriteString("version", result.Version);
            json.WritePropertyName("parameters");
            json.WriteRawValue(result.Parameters.Span);
            json.WriteNumber("index", outcome.First);
            json.WriteNumber("size", result.Size);
            json.WriteString("root", result.Root.ToString());
            json.WriteString("output", result.Output);
            json.WriteString("blob", blob);
        }).Head(outcome.Checkpoint!);
    }

    private static Wording Unknown(string id, IReadOnlyList<Consultation> all)
    {
        if (all.Count == 0)
        {
            return _none;
        }

        const int Most = 20;
        var list = new StringBuilder();
        foreach (Consultation one in all.Take(Most))
        {
            list.Append("\n  ").Append(one.Id).Append("  ").Append(one.Opened.Topic.ReplaceLineEndings(" "));
        }

        list.Append(all.Count > Most ? "\n  …" : "");
        return NoSuch(id, list.ToString());
    }
}
