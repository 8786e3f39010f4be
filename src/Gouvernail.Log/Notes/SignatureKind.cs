namespace Gouvernail.Log.Notes;

/// <summary>The signature types of C2SP signed-note that this library makes and checks.</summary>
public enum SignatureKind
{
    /// <summary>No type: never in a key.</summary>
    None = 0,

    /// <summary>0x01: Ed25519 over the note's text. Logs sign with it.</summary>
    Ed25519 = 1,

    /// <summary>0x04: Ed25519 over a time and a checkpoint (C2SP tlog-cosignature). Witnesses sign with it.</summary>
    Cosignature = 4,
}
