using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Watches that logs only grow (C2SP tlog-witness, server side): cosigns a checkpoint if it continues the last one
/// cosigned for that log, and remembers it first.
/// </summary>
/// <param name="key">The witness's key, of type <see cref="SignatureKind.Cosignature"/>.</param>
/// <param name="logs">The keys of the logs watched, each under the log's origin.</param>
/// <param name="memory">What was cosigned.</param>
public sealed class Witness(SignerKey key, IReadOnlyCollection<VerifierKey> logs, IWitnessMemory memory)
{
    /// <summary>Answers the body of one <c>add-checkpoint</c> request.</summary>
    /// <param name="body">The body, from anybody.</param>
    /// <param name="now">The time to put into a cosignature.</param>
    public WitnessAnswer Answer(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!AddCheckpointRequest.TryParse(body, out AddCheckpointRequest? request, out Problem? problem)
            || !Checkpoint.TryParse(request.Checkpoint.Text, out Checkpoint? next, out problem))
        {
            return WitnessAnswer.Refused(400, problem.Message);
        }

        if (Unsigned(request.Checkpoint, next.Origin) is { } unsigned)
        {
            return unsigned;
        }

        Checkpoint? last = memory.Last(next.Origin);
        if (Decide(request, next, last) is { } refused)
        {
            return refused;
        }

        // Remembered before the cosignature exists: a crash in between costs a cosignature, never a contradiction.
        return last == next || memory.TryAdvance(last, next)
            ? new WitnessAnswer(200, "text/plain; charset=utf-8", SignedNote.Lines([key.Cosign(next, now)]))
            : WitnessAnswer.Known(memory.Last(next.Origin)?.Size ?? 0);
    }

    /// <summary>
    /// The refusal that a request deserves, given the last checkpoint cosigned; nothing where it may pass.
    /// </summary>
    internal static WitnessAnswer? Decide(AddCheckpointRequest request, Checkpoint next, Checkpoint? last)
    {
        long known = last?.Size ?? 0;
        Hash knownRoot = last?.Root ?? Hash.Empty;
        return request.OldSize > next.Size ? WitnessAnswer.Refused(400, "The old size is above the checkpoint's.")
            : request.OldSize != known || (known == next.Size && knownRoot != next.Root) ? WitnessAnswer.Known(known)
            : ConsistencyProof.Check(known, knownRoot, next.Size, next.Root, request.Proof) is { } wrong
                ? WitnessAnswer.Refused(422, wrong.Message)
            : null;
    }

    private WitnessAnswer? Unsigned(SignedNote note, string origin)
    {
        VerifierKey[] trusted = [.. logs.Where(log => log.Name == origin)];
        return trusted.Length == 0 ? WitnessAnswer.Refused(404, "This witness does not watch that log.")
            : !note.TryVerify(trusted, out _, out Problem? problem) ? WitnessAnswer.Refused(403, problem.Message)
            : null;
    }
}
