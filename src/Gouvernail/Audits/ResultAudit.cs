using System.Security.Cryptography;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Log;
using Gouvernail.Log.Tiles;
using Gouvernail.Log.Trees;

namespace Gouvernail.Audits;

/// <summary>Computes every published result again, on what the log held when it was published.</summary>
internal sealed class ResultAudit(IBundle bundle, Checkpoint checkpoint, EntryAudit entries, AuditOptions options)
{
    private const long LargestOutput = 1L << 32;

    private readonly FindingList _findings = entries.Findings;

    public IReadOnlyList<ResultVerdict> Run(CancellationToken cancellation)
    {
        var verdicts = new List<ResultVerdict>(entries.Results.Count);
        if (entries.Results.Count == 0)
        {
            return verdicts;
        }

        VerifiedTiles.TryOpen(bundle.Tiles, checkpoint.Size, checkpoint.Root, out VerifiedTiles? tiles, out _);
        foreach ((long position, ResultPublished result) in entries.Results)
        {
            cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report(new AuditProgress(
                IsResults: true, (double)verdicts.Count / entries.Results.Count));
            bool isRooted = result.Size <= position && tiles is not null
                && Subtrees.Root(tiles, result.Size) == result.Root;
            verdicts.Add(isRooted
                ? Check(position, result, cancellation)
                : Fail(position, result, new(
                    "it names a size and a root that this log never had",
                    "il nomme une taille et une racine que ce registre n’a jamais eues")));
        }

        return verdicts;
    }

    private ResultVerdict Check(long position, ResultPublished result, CancellationToken cancellation)
    {
        bool? output = CheckOutput(position, result, cancellation);
        if (!ResultMethods.TryGet(result.Method, result.Version, out IResultMethod? method))
        {
            _findings.Unchecked(
                $"the result at {position} is by {result.Method}/{result.Version}, which this version does not have",
                $"le résultat en {position} est fait par {result.Method}/{result.Version}, que cette version n’a pas");
            return Verdict(position, result, ResultStatus.UnknownMethod, output);
        }

        if (entries.ConversationOf(result.Consultation)?.Finish(result.Size) is not { } replayed)
        {
            return Fail(position, result, new(
                $"there was no consultation {result.Consultation}",
                $"il n’y avait pas de consultation {result.Consultation}"));
        }

        long erased = 0;
        foreach (long closed in replayed.Closed)
        {
            // What was erased before had no part in the result, then as now.
            if (entries.TombstoneOf(closed) is not { } at)
            {
                if (entries.IsDamaged(closed))
                {
                    return Fail(position, result, new(
                        "its votes are damaged or missing here", "ses votes sont ici abîmés ou absents"));
                }

                _findings.Unchecked(
                    $"the result at {position} cannot be computed again: its votes are not all published",
                    $"le résultat en {position} ne peut pas être recalculé\u00a0: ses votes ne sont pas tous publiés");
                return Verdict(position, result, ResultStatus.NotPublished, output);
            }

            erased += at >= result.Size ? 1 : 0;
        }

        return Recompute(position, result, method, replayed, erased, output, cancellation);
    }

    private ResultVerdict Recompute(
        long position,
        ResultPublished result,
        IResultMethod method,
        ReplayedConversation replayed,
        long erased,
        bool? output,
        CancellationToken cancellation)
    {
        using var again = new MemoryStream();
        try
        {
            using JsonDocument parameters = JsonDocument.Parse(result.Parameters);
            if (!method.TryRead(parameters.RootElement, out byte[]? all, out Wording? problem)
                || !all.AsSpan().SequenceEqual(result.Parameters.Span))
            {
                return Fail(position, result, problem ?? new(
                    "its parameters are not complete", "ses paramètres sont incomplets"));
            }

            var work = new Work(options.Threads);
            method.Compute(replayed.Conversation, parameters.RootElement, work, again, cancellation);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException)
        {
            return Fail(position, result, new(
                $"its method cannot be applied to these votes ({e.GetType().Name})",
                $"sa méthode ne s’applique pas à ces votes ({e.GetType().Name})"));
        }

        ReadOnlySpan<byte> bytes = again.GetBuffer().AsSpan(0, (int)again.Length);
        if (Blobs.NameOf(bytes) == result.Output)
        {
            return Verdict(position, result, ResultStatus.Reproduced, output) with { ErasedSince = erased };
        }

        if (erased == 0)
        {
            return Fail(position, result, new(
                "computed again, it comes to something else", "recalculé, il donne autre chose"));
        }

        _findings.Unchecked(
            $"the result at {position} cannot be computed to the same bytes any more (inputs erased since: {erased})",
            $"le résultat en {position} ne peut plus être recalculé aux mêmes octets (données effacées depuis\u00a0: "
                + $"{erased})");
        Wording? difference = output == true && bundle.WholeBlob(result.Output) is { } published
            ? JsonDifference.Of(published, bytes.ToArray())
            : null;
        return output == true && difference is null
            ? Fail(position, result, new("its output is no JSON", "sa sortie n’est pas du JSON"))
            : Verdict(position, result, ResultStatus.AfterErasure, output) with
            {
                ErasedSince = erased,
                Difference = difference,
            };
    }

    /// <summary>True where the output is there and has its hash; null where it is not there.</summary>
    private bool? CheckOutput(long position, ResultPublished result, CancellationToken cancellation)
    {
        using Stream? output = bundle.Blob(result.Output);
        if (output is null)
        {
            _findings.Unchecked(
                $"the output of the result at {position} is not here ({BundleFiles.Blobs}/{result.Output})",
                $"la sortie du résultat en {position} n’est pas là ({BundleFiles.Blobs}/{result.Output})");
            return null;
        }

        bool holds = HashOf(output, cancellation) == result.Output;
        if (!holds)
        {
            _findings.Mismatch(
                $"{BundleFiles.Blobs}/{result.Output} is not the output that the log names at {position}",
                $"{BundleFiles.Blobs}/{result.Output} n’est pas la sortie que le registre nomme en {position}");
        }

        return holds;
    }

    private static string HashOf(Stream output, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        int read;
        long length = 0;
        while ((read = output.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            length += read;
            if (length > LargestOutput)
            {
                return "";
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private ResultVerdict Fail(long position, ResultPublished result, Wording why)
    {
        string method = $"{result.Method}/{result.Version}";
        _findings.Mismatch(
            $"the result at {position} ({method} of {result.Consultation}) does not hold: {why.English}",
            $"le résultat en {position} ({method} de {result.Consultation}) ne tient pas\u00a0: {why.French}");
        return new ResultVerdict(position, result, ResultStatus.Differs) { Difference = why };
    }

    private static ResultVerdict Verdict(long position, ResultPublished result, ResultStatus status, bool? output) =>
        new(position, result, status) { HasOutput = output == true };
}
