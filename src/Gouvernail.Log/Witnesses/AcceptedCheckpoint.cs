using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>A checkpoint that a policy accepts, and why.</summary>
/// <param name="Checkpoint">The head of the log.</param>
/// <param name="Log">The key that the log signed it with.</param>
/// <param name="Cosignatures">Those of the policy's witnesses, more than the quorum asks for at times.</param>
public sealed record AcceptedCheckpoint(
    Checkpoint Checkpoint, VerifierKey Log, IReadOnlyList<VerifiedSignature> Cosignatures);
