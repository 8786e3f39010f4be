namespace Gouvernail.Log.Notes;

/// <summary>A signature that a trusted key is known to have made.</summary>
/// <param name="Key">The key.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Time">When a witness says that it signed; nothing for plain signatures.</param>
public sealed record VerifiedSignature(VerifierKey Key, NoteSignature Signature, DateTimeOffset? Time);
