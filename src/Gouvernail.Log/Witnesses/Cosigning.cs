using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>What one witness made of a checkpoint.</summary>
/// <param name="Witness">The witness's key.</param>
/// <param name="Cosignature">Its cosignature, verified; nothing where there is a problem.</param>
/// <param name="Problem">Why it did not cosign.</param>
public sealed record WitnessOutcome(VerifierKey Witness, VerifiedSignature? Cosignature, Problem? Problem);

/// <summary>A checkpoint after its policy's witnesses were asked.</summary>
/// <param name="Note">The checkpoint with every cosignature that holds; one asked for again takes the older's place.
/// </param>
/// <param name="Outcomes">What each witness with an address made of it, in the order of the policy.</param>
public sealed record Cosigning(SignedNote Note, IReadOnlyList<WitnessOutcome> Outcomes);
