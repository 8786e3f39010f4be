using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Trees;
using Gouvernail.Log.Witnesses;

namespace Gouvernail.Log;

/// <summary>
/// A person's proof that their entry is in the log (C2SP tlog-proof, <c>.tlog-proof</c> files): the entry's place, the
/// hashes from its leaf to the root, and the checkpoint with its signatures. It needs no connection to be checked.
/// </summary>
public sealed class Receipt
{
    /// <summary>Bytes of <see cref="Extra"/> that are read at most.</summary>
    public const int MostExtraBytes = 65_536;

    private const string Header = "c2sp.org/tlog-proof@v1";

    private readonly byte[]? _extra;

    /// <summary>Puts a receipt together.</summary>
    /// <param name="index">The entry's place, from 0.</param>
    /// <param name="proof">The inclusion proof, leaf's sibling first.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="extra">Bytes for whoever knows what to do with them; nobody vouches for them. Null for
    /// none.</param>
    /// <exception cref="ArgumentException">There are too many hashes or extra bytes.</exception>
    public Receipt(long index, IReadOnlyList<Hash> proof, SignedNote checkpoint, byte[]? extra = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (proof.Count > InclusionProof.MostHashes || extra?.Length > MostExtraBytes)
        {
            throw new ArgumentException("A receipt has at most 63 hashes and 65,536 extra bytes.", nameof(proof));
        }

        Index = index;
        Proof = [.. proof];
        Checkpoint = checkpoint;
        _extra = extra;
    }

    /// <summary>The entry's place in the log, from 0.</summary>
    public long Index { get; }

    /// <summary>The inclusion proof, leaf's sibling first.</summary>
    public IReadOnlyList<Hash> Proof { get; }

    /// <summary>The signed checkpoint.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Bytes that nobody vouches for; empty where there are none.</summary>
    public ReadOnlySpan<byte> Extra => _extra;

    /// <summary>Reads a receipt. Nothing is known of its truth before <see cref="TryVerify"/>.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Receipt? receipt, [NotNullWhen(false)] out Problem? problem)
    {
        receipt = null;
        var lines = new TextLines(bytes);
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !line.SequenceEqual(TextLines.Utf8(Header)))
        {
            problem = Problem.Malformed("A receipt begins with c2sp.org/tlog-proof@v1.");
            return false;
        }

        bool isThere = lines.TryNext(out line);
        byte[]? extra = null;
        if (isThere && line.StartsWith("extra "u8))
        {
            ReadOnlySpan<byte> base64 = line["extra "u8.Length..];
            if (base64.Length > (MostExtraBytes + 2) / 3 * 4 || !Base64Text.TryDecode(base64, out extra)
                || extra.Length > MostExtraBytes)
            {
                problem = Problem.Malformed("A receipt's extra line has at most 65,536 bytes in base64.");
                return false;
            }

            isThere = lines.TryNext(out line);
        }

        if (!isThere || !line.StartsWith("index "u8) || !TextLines.TryNumber(line["index "u8.Length..], out long index))
        {
            problem = Problem.Malformed("A receipt's next line reads: index, space, the entry's place from 0.");
            return false;
        }

        if (!HashLines.TryRead(ref lines, out List<Hash>? proof, out problem)
            || !SignedNote.TryParse(lines.Rest, out SignedNote? checkpoint, out problem))
        {
            return false;
        }

        receipt = new Receipt(index, proof, checkpoint, extra);
        return true;
    }

    /// <summary>The receipt's bytes.</summary>
    public byte[] ToBytes()
    {
        string extra = _extra is null ? "" : $"extra {Convert.ToBase64String(_extra)}\n";
        string proof = HashLines.Write(Proof);
        string head = $"{Header}\n{extra}index {TextLines.Decimal(Index)}\n{proof}\n";
        return [.. TextLines.Utf8(head), .. Checkpoint.ToBytes()];
    }

    /// <summary>Checks that the entry is in a log that the policy accepts.</summary>
    /// <param name="entry">The entry's bytes.</param>
    /// <param name="policy">Whom the reader trusts.</param>
    /// <param name="accepted">The checkpoint and who signed it.</param>
    /// <param name="problem">What is wrong.</param>
    public bool TryVerify(
        ReadOnlySpan<byte> entry,
        TrustPolicy policy,
        [NotNullWhen(true)] out AcceptedCheckpoint? accepted,
        [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!policy.TryAccept(Checkpoint, out accepted, out problem))
        {
            return false;
        }

        Checkpoint tree = accepted.Checkpoint;
        problem = InclusionProof.Check(Hash.Leaf(entry), Index, tree.Size, tree.Root, Proof);
        accepted = problem is null ? accepted : null;
        return accepted is not null;
    }
}
