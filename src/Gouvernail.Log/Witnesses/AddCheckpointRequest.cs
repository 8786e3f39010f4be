using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// What a log asks of a witness (C2SP tlog-witness, <c>POST …/add-checkpoint</c>): the size that the witness knows, the
/// consistency proof from there, and the new checkpoint.
/// </summary>
public sealed class AddCheckpointRequest
{
    /// <summary>Bytes in the largest request that is read.</summary>
    public const int MostBytes = SignedNote.MostBytes + 4096;

    /// <summary>Puts a request together.</summary>
    /// <param name="oldSize">The size of the last checkpoint that the witness cosigned; 0 for none.</param>
    /// <param name="proof">The consistency proof, at most 63 hashes.</param>
    /// <param name="checkpoint">The checkpoint, signed by its log.</param>
    /// <exception cref="ArgumentException">There are too many hashes.</exception>
    public AddCheckpointRequest(long oldSize, IReadOnlyList<Hash> proof, SignedNote checkpoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (proof.Count > HashLines.Most)
        {
            throw new ArgumentException("A consistency proof has at most 63 hashes.", nameof(proof));
        }

        OldSize = oldSize;
        Proof = [.. proof];
        Checkpoint = checkpoint;
    }

    /// <summary>The size of the last checkpoint that the witness is thought to have cosigned.</summary>
    public long OldSize { get; }

    /// <summary>The consistency proof.</summary>
    public IReadOnlyList<Hash> Proof { get; }

    /// <summary>The signed checkpoint.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Reads the body of a request.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> body,
        [NotNullWhen(true)] out AddCheckpointRequest? request,
        [NotNullWhen(false)] out Problem? problem)
    {
        request = null;
        var lines = new TextLines(body);
        if (body.Length > MostBytes)
        {
            problem = Problem.TooLarge("A request has at most 1,004,096 bytes.");
            return false;
        }

        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !line.StartsWith("old "u8)
            || !TextLines.TryNumber(line["old "u8.Length..], out long oldSize))
        {
            problem = Problem.Malformed("A request begins with: old, space, a size.");
            return false;
        }

        if (!HashLines.TryRead(ref lines, out List<Hash>? proof, out problem)
            || !SignedNote.TryParse(lines.Rest, out SignedNote? checkpoint, out problem))
        {
            return false;
        }

        request = new AddCheckpointRequest(oldSize, proof, checkpoint);
        return true;
    }

    /// <summary>The body to send.</summary>
    public byte[] ToBytes() =>
        [.. TextLines.Utf8($"old {TextLines.Decimal(OldSize)}\n{HashLines.Write(Proof)}\n"), .. Checkpoint.ToBytes()];
}
