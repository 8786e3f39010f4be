using System.Diagnostics.CodeAnalysis;
using Gouvernail.Log.Envelopes;
using Gouvernail.Log.Notes;

namespace Gouvernail.Mandate.Adoption;

/// <summary>Keys as people write them: in PEM, or as the line of a verifier key.</summary>
public static class EnvelopeKeys
{
    /// <summary>What is expected where a key is none.</summary>
    public static Wording Expected { get; } = new(
        "a public key was expected: Ed25519 or ECDSA P-256 in PEM, or the line that gouvernail evidence key prints",
        "une clé publique était attendue\u00a0: Ed25519 ou ECDSA P-256 en PEM, ou la ligne que donne gouvernail "
            + "evidence key");

    /// <summary>Reads one.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out EnvelopeKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (EnvelopeKey.TryParse(text, out key, out _))
        {
            return true;
        }

        key = VerifierKey.TryParse(text.Trim(), out VerifierKey? line, out _) && line.Kind == SignatureKind.Ed25519
            ? EnvelopeKey.Of(line)
            : null;
        return key is not null;
    }
}
