using System.CommandLine;
using Gouvernail.Consult;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Receipts;

/// <summary><c>gouvernail check-receipt</c>: whether an entry is in a log, by its receipt alone.</summary>
internal sealed partial class CheckReceiptCommand : CliCommand
{
    private const int MostReceiptBytes = SignedNote.MostBytes + (2 * Receipt.MostExtraBytes);
    private const int MostPolicyBytes = 1_000_000;
    private const int MostEntryBytes = 65_535;

    private readonly Argument<string> _file;
    private readonly Option<string> _vkey;
    private readonly Option<string> _policy;
    private readonly Option<string> _entry;
    private readonly Option<bool> _json;

    public CheckReceiptCommand()
        : base("check-receipt")
    {
        _file = Argument("FILE");
        _vkey = Text("--vkey");
        _policy = Text("--policy");
        _entry = Text("--entry");
        _json = Flag("--json");
    }

    public override string Help(Texts texts) => _help.In(texts.Language);

    public override Failure? Run(ParseResult parse, UsageRules rules, Surroundings here, CancellationToken cancel)
    {
        Language language = rules.Texts.Language;
        string? path = parse.GetValue(_file);
        (string? vkey, string? policyPath) = (parse.GetValue(_vkey), parse.GetValue(_policy));
        if (string.IsNullOrEmpty(path))
        {
            return rules.Usage(_fileMissing.In(language));
        }

        if ((vkey ?? policyPath) is null)
        {
            return rules.Usage(_trustMissing.In(language));
        }

        VerifierKey? log = null;
        if (vkey is not null && !(VerifierKey.TryParse(vkey, out log, out _) && log.Kind == SignatureKind.Ed25519))
        {
            return rules.Usage(rules.Texts.WrongValue(_vkey.Name, vkey, _expectedLog.In(language)));
        }

        if (ReadPolicy(policyPath, rules.Texts, out TrustPolicy? policy) is { } unread)
        {
            return unread;
        }

        if (ReadReceipt(path, rules.Texts, out Receipt? receipt) is { } noReceipt)
        {
            return noReceipt;
        }

        byte[]? entry = receipt!.Extra.ToArray();
        string? entryPath = parse.GetValue(_entry);
        if (entryPath is not null && Read(entryPath, MostEntryBytes, rules.Texts, out entry) is { } noEntry)
        {
            return noEntry;
        }

        if (entry!.Length == 0 && entryPath is null)
        {
            return rules.Usage(_entryMissing.In(language));
        }

        TrustPolicy trusted = log is null ? policy! : policy?.For(log) ?? TrustPolicy.Of(log);
        ReceiptVerdict verdict = ReceiptVerdict.Of(receipt, entry, isOwnEntry: entryPath is null, trusted);
        here.Output.Write(parse.GetValue(_json) ? ReceiptJson.Of(verdict) : ReceiptText.Of(verdict, language));
        here.Output.Flush();
        return verdict.Problem is null ? null : new Failure(verdict.Code, verdict.Reason.In(language));
    }

    private static Failure? ReadPolicy(string? path, Texts texts, out TrustPolicy? policy)
    {
        policy = null;
        if (path is null)
        {
            return null;
        }

        return Read(path, MostPolicyBytes, texts, out byte[]? bytes)
            ?? (TrustPolicy.TryParse(bytes, out policy, out Problem? problem)
                ? null
                : new Failure(ExitCode.BadInput, NotAPolicy(path, problem.Message).In(texts.Language)));
    }

    private static Failure? ReadReceipt(string path, Texts texts, out Receipt? receipt)
    {
        receipt = null;
        return Read(path, MostReceiptBytes, texts, out byte[]? bytes)
            ?? (Receipt.TryParse(bytes, out receipt, out Problem? problem)
                && Checkpoint.TryParse(receipt.Checkpoint.Text, out _, out problem)
                ? null
                : new Failure(ExitCode.BadInput, NotAReceipt(path, problem.Message).In(texts.Language)));
    }

    private static Failure? Read(string path, int most, Texts texts, out byte[]? bytes)
    {
        bytes = null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            byte[] read = new byte[most + 1];
            int length = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
            bytes = length > most ? null : read[..length];
            return bytes is null ? new Failure(ExitCode.BadInput, TooLarge(path, most).In(texts.Language)) : null;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            string reason = Directory.Exists(path) ? texts.IsFolder : FileTrouble.Of(e).In(texts.Language);
            return new Failure(ExitCode.NoInput, texts.CannotRead(path, reason));
        }
    }
}
