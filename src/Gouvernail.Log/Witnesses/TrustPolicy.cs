using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// Whom a reader trusts (C2SP tlog-policy): some logs, some witnesses, and which of the witnesses must have seen a
/// checkpoint before it counts.
/// </summary>
public sealed class TrustPolicy
{
    private readonly VerifierKey[] _logs;
    private readonly VerifierKey[] _witnesses;
    private readonly Quorum _quorum;
    private readonly IReadOnlyDictionary<VerifierKey, string> _addresses;

    internal TrustPolicy(
        IEnumerable<VerifierKey> logs,
        IEnumerable<VerifierKey> witnesses,
        Quorum quorum,
        IReadOnlyDictionary<VerifierKey, string> addresses)
    {
        _logs = [.. logs];
        _witnesses = [.. witnesses];
        _quorum = quorum;
        _addresses = addresses;
    }

    /// <summary>The keys of the logs.</summary>
    public IReadOnlyList<VerifierKey> Logs => _logs;

    /// <summary>The keys of the witnesses.</summary>
    public IReadOnlyList<VerifierKey> Witnesses => _witnesses;

    /// <summary>
    /// Where witnesses say that they can be asked, as the policy spells it; those without an address are left out.
    /// </summary>
    public IReadOnlyDictionary<VerifierKey, string> WitnessAddresses => _addresses;

    /// <summary>Whether a checkpoint needs no witness.</summary>
    public bool AsksNobody => _quorum == Quorum.None;

    /// <summary>Trusts one log's word, without witnesses.</summary>
    /// <exception cref="ArgumentException">The key is a witness's.</exception>
    public static TrustPolicy Of(VerifierKey log) =>
        new([LogKey(log)], [], Quorum.None, new Dictionary<VerifierKey, string>());

    /// <summary>The same witnesses and quorum, for one log and no other.</summary>
    /// <exception cref="ArgumentException">The key is a witness's.</exception>
    public TrustPolicy For(VerifierKey log) => new([LogKey(log)], _witnesses, _quorum, _addresses);

    /// <summary>Reads a policy file.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out TrustPolicy? policy,
        [NotNullWhen(false)] out Problem? problem) =>
        new PolicyReader().TryRead(bytes, out policy, out problem);

    /// <summary>
    /// Accepts a checkpoint that one of the logs signed under its own name, and that the quorum cosigned. A known key's
    /// signature that does not hold makes it refused, whoever else signed.
    /// </summary>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="accepted">The checkpoint and who signed it.</param>
    /// <param name="problem">What is wrong.</param>
    public bool TryAccept(
        SignedNote note,
        [NotNullWhen(true)] out AcceptedCheckpoint? accepted,
        [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(note);
        accepted = null;
        if (!note.TryVerify([.. _logs, .. _witnesses], out IReadOnlyList<VerifiedSignature>? signed, out problem)
            || !Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint, out problem))
        {
            return false;
        }

        VerifierKey? log = signed.Select(s => s.Key)
            .FirstOrDefault(key => _logs.Contains(key) && key.Name == checkpoint.Origin);
        if (log is null)
        {
            problem = new Problem(ProblemKind.UnknownKey, "No trusted log has signed this under its own name.");
            return false;
        }

        VerifiedSignature[] cosigned = [.. signed.Where(s => _witnesses.Contains(s.Key))];
        if (!_quorum.IsMetBy([.. cosigned.Select(s => s.Key)]))
        {
            problem = new Problem(ProblemKind.NoQuorum, "Too few of the policy's witnesses have cosigned.");
            return false;
        }

        accepted = new AcceptedCheckpoint(checkpoint, log, cosigned);
        return true;
    }

    private static VerifierKey LogKey(VerifierKey log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Kind == SignatureKind.Ed25519
            ? log
            : throw new ArgumentException("A log's key makes plain signatures.", nameof(log));
    }
}
