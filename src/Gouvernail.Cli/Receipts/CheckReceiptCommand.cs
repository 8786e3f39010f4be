using System.CommandLine;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Cli.Receipts;

/// <summary><c>gouvernail check-receipt</c>: whether an entry is in a log, by its receipt alone.</summary>
internal sealed partial class CheckReceiptCommand : CliCommand
{
    private const int MostReceiptBytes = SignedNote.MostBytes + (2 * Receipt.MostExtraBytes);
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

        if (TrustFile.ReadPolicy(policyPath, rules.Texts, out TrustPolicy? policy) is { } unread)
        {
            return unread;
        }

        if (ReadReceipt(path, rules.Texts, out Receipt? receipt) is { } noReceipt)
        {
            return noReceipt;
        }

        byte[]? entry = receipt!.Extra.ToArray();
        string? entryPath = parse.GetValue(_entry);
        if (entryPath is not null && TrustFile.Read(entryPath, MostEntryBytes, rules.Texts, out entry) is { } noEntry)
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

    private static Failure? ReadReceipt(string path, Texts texts, out Receipt? receipt)
    {
        receipt = null;
        return TrustFile.Read(path, MostReceiptBytes, texts, out byte[]? bytes)
            ?? (Receipt.TryParse(bytes, out receipt, out Problem? problem)
                && Checkpoint.TryParse(receipt.Checkpoint.Text, out _, out problem)
                ? null
                : new Failure(ExitCode.BadInput, NotAReceipt(path, problem.Message).In(texts.Language)));
    }
}
