using System.CommandLine;
using Gouvernail.Audits;
using Gouvernail.Journals;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Logs;

/// <summary><c>gouvernail verify</c>: checks all of a log, from its files alone.</summary>
internal sealed partial class VerifyCommand : CliCommand
{
    private const int Attempts = 3;

    private readonly Argument<string> _place;
    private readonly Option<string> _vkey;
    private readonly Option<string> _policy;
    private readonly Option<bool> _treeOnly;
    private readonly Option<bool> _strict;
    private readonly Option<string> _threads;
    private readonly Option<bool> _json;

    public VerifyCommand()
        : base("verify")
    {
        _place = Argument("PLACE");
        _vkey = Text("--vkey");
        _policy = Text("--policy");
        _treeOnly = Flag("--tree-only");
        _strict = Flag("--strict");
        _threads = Text("--threads");
        _json = Flag("--json");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Texts texts = rules.Texts;
        Language language = texts.Language;
        if (parse.GetValue(_place) is not { Length: > 0 } place)
        {
            return rules.Usage(_placeMissing.In(language));
        }

        VerifierKey? key = null;
        if (parse.GetValue(_vkey) is { } vkey
            && !(VerifierKey.TryParse(vkey, out key, out _) && key.Kind == SignatureKind.Ed25519))
        {
            return rules.Usage(texts.WrongValue(_vkey.Name, vkey, _expectedKey.In(language)));
        }

        int threads = rules.Whole(_threads, Environment.ProcessorCount, 1, 1024);
        if (rules.Fault is { } fault)
        {
            return fault;
        }

        if (TrustFile.ReadPolicy(parse.GetValue(_policy), texts, out TrustPolicy? policy) is { } noPolicy)
        {
            return noPolicy;
        }

        var progress = new ProgressLine(here, texts, _hashing.In(language), _computing.In(language));
        var options = new AuditOptions
        {
            Key = key,
            Policy = policy,
            TreeOnly = parse.GetValue(_treeOnly),
            Threads = threads,
            Progress = progress,
        };
        AuditReport report;
        try
        {
            if (Run(place, options, texts, cancel, out AuditReport? found) is { } failure)
            {
                return failure;
            }

            report = found!;
        }
        finally
        {
            progress.Clear();
        }

        bool isStrict = parse.GetValue(_strict);
        here.Output.Write(parse.GetValue(_json) ? AuditJson.Of(report) : AuditText.Of(report, language));
        here.Output.Flush();
        return report.IsTampered ? new Failure(ExitCode.Tampered, _tampered.In(language))
            : report.IsMismatched ? new Failure(ExitCode.DoesNotHold, _mismatched.In(language))
            : isStrict && report.IsIncomplete ? new Failure(ExitCode.DoesNotHold, _incomplete.In(language))
            : null;
    }

    private static Failure? Run(
        string place, AuditOptions options, Texts texts, CancellationToken cancel, out AuditReport? report)
    {
        report = null;
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                using IBundle? bundle = Open(place, cancel);
                if (bundle is null)
                {
                    return new Failure(ExitCode.NoInput, texts.CannotRead(place, _nothingThere.In(texts.Language)));
                }

                report = Audit.Run(bundle, options, cancel);
                if (bundle is not StoredBundle { IsOutdated: true } || attempt == Attempts)
                {
                    return null;
                }
            }
        }
        catch (JournalException e)
        {
            return JournalFailure.Of(e, place, texts, isReading: true);
        }
        catch (Exception e) when (Consult.FileTrouble.Is(e))
        {
            string why = e is BundleException unreachable
                ? unreachable.Reason.In(texts.Language)
                : Consult.FileTrouble.Of(e).In(texts.Language);
            return new Failure(ExitCode.NoInput, texts.CannotRead(place, why));
        }
    }

    private static IBundle? Open(string place, CancellationToken cancel)
    {
        if (Uri.TryCreate(place, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return new HttpBundle(address, cancellation: cancel);
        }

        return OpenFolder(place);
    }

    /// <summary>A bundle or a data folder; null where there is neither.</summary>
    internal static IBundle? OpenFolder(string place)
    {
        // What looks like a public bundle is read as one, whatever else somebody put beside it.
        var folder = new DataFolder(place);
        return Directory.Exists(Path.Combine(place, "tile")) ? new FolderBundle(place)
            : folder.Exists ? new StoredBundle(folder)
            : File.Exists(Path.Combine(place, BundleFiles.Checkpoint)) ? new FolderBundle(place)
            : null;
    }
}
