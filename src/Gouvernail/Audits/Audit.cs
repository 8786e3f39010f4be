using System.Text;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Audits;

/// <summary>
/// Checks all of a log: signatures, every hash, every commitment that is opened, every result. It needs the bundle and
/// nothing else, and believes nothing that it has not checked.
/// </summary>
public static class Audit
{
    /// <summary>How often a log that grows is looked at before it is said not to hold.</summary>
    private const int Attempts = 5;

    /// <summary>Runs an audit.</summary>
    /// <param name="bundle">What to check.</param>
    /// <param name="options">What to believe, and how much to check.</param>
    /// <param name="cancellation">Ends it without an answer.</param>
    /// <exception cref="IOException">The disk or the network fails.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AuditReport Run(IBundle bundle, AuditOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(options);
        for (int attempt = 1; ; attempt++)
        {
            byte[]? head = bundle.Grows ? bundle.Read(BundleFiles.Checkpoint, SignedNote.MostBytes) : null;
            AuditReport report = RunOnce(bundle, options, cancellation);

            // Something may have been erased, or a consultation closed, between the head and what stands beside it.
            if (head is null || attempt == Attempts || report.Findings.All(f => f.Kind < FindingKind.Mismatch)
                || bundle.Read(BundleFiles.Checkpoint, SignedNote.MostBytes).AsSpan().SequenceEqual(head))
            {
                return report;
            }
        }
    }

    private static AuditReport RunOnce(IBundle bundle, AuditOptions options, CancellationToken cancellation)
    {
        var report = new AuditReport
        {
            TreeOnly = options.TreeOnly,
            IsDataFolder = bundle.IsWhole,
            KeyIsFromBundle = options.Key is null && options.Policy is null,
        };
        if (!TrySignatures(bundle, options, ref report, out AuditFinding? finding))
        {
            return report with { Findings = [finding!] };
        }

        using var reading = options.TreeOnly ? null : new EntryAudit(bundle, report.Checkpoint!.Size);
        var tree = new TreeAuditOptions
        {
            Threads = options.Threads,
            Progress = options.Progress is null ? null : new TreeShare(options.Progress),
            Entries = reading is null ? null : reading.Read,
        };
        if (TreeAudit.Check(bundle.Tiles, report.Checkpoint!, tree, cancellation) is { } problem)
        {
            return report with
            {
                Findings =
                [
                    Tampered(
                        $"the tree does not hold: {problem.Message}", $"l’arbre ne tient pas\u00a0: {problem.Message}"),
                ],
            };
        }

        report = report with { TreeHolds = true };
        if (reading is null)
        {
            return report;
        }

        reading.Finish();
        IReadOnlyList<ResultVerdict> results = options.WithoutResults ? []
            : new ResultAudit(bundle, report.Checkpoint!, reading, options).Run(cancellation);
        return report with
        {
            Counts = reading.Counts,
            Erasures = reading.Erasures,
            Results = results,
            LastEntry = reading.LastEntry,
            Loop = reading.Loop.Loop,
            Decisions = reading.Loop.Decisions,
            Adoptions = reading.Loop.Adoptions,
            UncheckedMandates = reading.Loop.UncheckedMandates,
            Findings = [.. report.Findings, .. reading.Findings],
        };
    }

    private static bool TrySignatures(
        IBundle bundle, AuditOptions options, ref AuditReport report, out AuditFinding? finding)
    {
        finding = null;
        if (bundle.Read(BundleFiles.Checkpoint, SignedNote.MostBytes) is not { } bytes)
        {
            finding = Tampered("its checkpoint is missing", "son scellé manque");
            return false;
        }

        if (!SignedNote.TryParse(bytes, out SignedNote? note, out Problem? problem)
            || !Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out problem))
        {
            finding = Tampered(
                $"its checkpoint cannot be read: {problem.Message}",
                $"son scellé est illisible\u00a0: {problem.Message}");
            return false;
        }

        report = report with { Checkpoint = checkpoint };
        if (!TryPolicy(bundle, options, out TrustPolicy? policy, out finding))
        {
            return false;
        }

        if (!policy!.TryAccept(note, out AcceptedCheckpoint? accepted, out problem))
        {
            finding = Tampered(
                $"its checkpoint is not signed as it should be: {problem.Message}",
                $"son scellé n’est pas signé comme il faut\u00a0: {problem.Message}");
            return false;
        }

        report = report with { Key = accepted.Log, Cosignatures = accepted.Cosignatures };
        if (OwnKey(bundle, out VerifierKey? own) && !accepted.Log.Equals(own))
        {
            finding = Tampered(
                $"its file {BundleFiles.VerifierKey} does not hold the key that signed it",
                $"son fichier {BundleFiles.VerifierKey} n’a pas la clé qui l’a signé");
            return false;
        }

        int others = note.Signatures.Count - 1 - accepted.Cosignatures.Count;
        report = others == 0 ? report : report with
        {
            Findings = [new AuditFinding(FindingKind.Unchecked, new Wording(
                $"signatures of the checkpoint by keys that are not known, or a second time: {others}. They count for "
                    + "nothing; name witnesses with --policy",
                $"signatures du scellé par des clés inconnues, ou en double\u00a0: {others}. Elles ne comptent "
                    + "pas\u00a0; nommez les témoins avec --policy"))],
        };
        return true;
    }

    private static bool TryPolicy(
        IBundle bundle, AuditOptions options, out TrustPolicy? policy, out AuditFinding? finding)
    {
        finding = null;
        policy = options.Key is null ? options.Policy
            : options.Policy?.For(options.Key) ?? TrustPolicy.Of(options.Key);
        if (policy is not null)
        {
            return true;
        }

        _ = OwnKey(bundle, out VerifierKey? own);
        if (own?.Kind == SignatureKind.Ed25519)
        {
            policy = TrustPolicy.Of(own);
            return true;
        }

        finding = Tampered(
            "it carries no key of its own; give the log's key with --vkey",
            "il ne porte pas de clé\u00a0; donnez celle du registre avec --vkey");
        return false;
    }

    /// <summary>The key that the bundle says is its own; true where it says so, even
    /// in bytes that are no key.</summary>
    private static bool OwnKey(IBundle bundle, out VerifierKey? key)
    {
        const int LongestKey = 1024;
        key = null;
        if (bundle.Read(BundleFiles.VerifierKey, LongestKey) is not { } bytes)
        {
            return false;
        }

        // One line and its line feed, byte for byte.
        if (!VerifierKey.TryParse(Encoding.UTF8.GetString(bytes).TrimEnd('\n'), out key, out _)
            || !bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(key + "\n")))
        {
            key = null;
        }

        return true;
    }

    private static AuditFinding Tampered(string english, string french) =>
        new(FindingKind.Tampered, new Wording(english, french));

    private sealed class TreeShare(IProgress<AuditProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new AuditProgress(IsResults: false, value));
    }
}
