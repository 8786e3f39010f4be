using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>What a log makes of a witness's answer (C2SP tlog-witness, client side).</summary>
public sealed class WitnessReply
{
    /// <summary>Bytes of an answer that are worth reading.</summary>
    public const int MostBytes = 200_000;

    private WitnessReply(IReadOnlyList<VerifiedSignature> cosignatures, long? knownSize)
    {
        Cosignatures = cosignatures;
        KnownSize = knownSize;
    }

    /// <summary>
    /// The witness's cosignatures, verified, ready to be added to the checkpoint; empty after a conflict.
    /// </summary>
    public IReadOnlyList<VerifiedSignature> Cosignatures { get; }

    /// <summary>After a conflict (409): the size that the witness knows, to ask again from.</summary>
    public long? KnownSize { get; }

    /// <summary>Reads an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="checkpoint">The checkpoint that was sent.</param>
    /// <param name="witnesses">The keys that may have cosigned; others are passed over.</param>
    /// <param name="reply">The cosignatures, or the size that the witness knows.</param>
    /// <param name="problem">What is wrong: refused, malformed, or no cosignature of a known key.</param>
    public static bool TryRead(
        int status,
        ReadOnlySpan<byte> body,
        SignedNote checkpoint,
        IReadOnlyCollection<VerifierKey> witnesses,
        [NotNullWhen(true)] out WitnessReply? reply,
        [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(witnesses);
        reply = null;
        if (body.Length > MostBytes)
        {
            problem = Problem.TooLarge("The witness's answer is too long.");
            return false;
        }

        if (status == 409)
        {
            var answer = new TextLines(body);
            long size = 0;
            bool isSize = answer.TryNext(out ReadOnlySpan<byte> digits) && answer.Rest.IsEmpty
                && TextLines.TryNumber(digits, out size);
            reply = isSize ? new WitnessReply([], size) : null;
            problem = isSize ? null : Problem.Malformed("A conflict is answered with a size.");
            return isSize;
        }

        if (status != 200)
        {
            problem = Refusal(status);
            return false;
        }

        if (!SignedNote.TryLines(body, out List<NoteSignature>? lines, out problem)
            || !new SignedNote(checkpoint.Text, lines).TryVerify(
                [.. witnesses.Where(key => key.Kind == SignatureKind.Cosignature)],
                out IReadOnlyList<VerifiedSignature>? cosignatures,
                out problem))
        {
            return false;
        }

        reply = new WitnessReply(cosignatures, null);
        return true;
    }

    private static Problem Refusal(int status) => status switch
    {
        400 => new(ProblemKind.Refused, "The witness does not understand the request (400)."),
        403 => new(ProblemKind.Refused, "The witness knows none of the keys that signed the checkpoint (403)."),
        404 => new(ProblemKind.Refused, "The witness does not watch this log, or is not at this address (404)."),
        422 => new(ProblemKind.BadProof, "To the witness, the log does not continue what it was (422)."),
        429 => new(ProblemKind.Refused, "The witness has too many requests to answer this one (429)."),
        >= 300 and < 400 => new(ProblemKind.Unreachable, "The witness points elsewhere, and is not followed."),
        >= 500 => new(ProblemKind.Refused, $"The witness has troubles of its own ({TextLines.Decimal(status)})."),
        _ => new(ProblemKind.Refused, $"The witness refused with status {TextLines.Decimal(status)}."),
    };
}
