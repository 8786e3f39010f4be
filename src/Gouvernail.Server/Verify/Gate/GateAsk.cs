using Gouvernail.Journals;
using Gouvernail.Verify.Register;

namespace Gouvernail.Server.Verify.Gate;

/// <summary>What a request asks the gate about.</summary>
/// <param name="Automaton">The automaton's id, or what was asked for where no automaton has it.</param>
/// <param name="Card">The hash of the card that the asker holds; null for none.</param>
internal readonly record struct GateAsk(string Automaton, string? Card)
{
    private const string Hash = "sha256:";

    private const int LongestId = 100;

    /// <summary>Reads it.</summary>
    /// <param name="register">The register.</param>
    /// <param name="id">An automaton's id, or <c>sha256:</c> and the hash of a card of it.</param>
    /// <param name="card">The hash of the card that the asker holds; may be left out.</param>
    /// <returns>Null where it is neither of these.</returns>
    public static GateAsk? Read(RegisterBook register, string id, string? card)
    {
        string? inHand = string.IsNullOrEmpty(card) ? null : Bare(card);
        if (id.Length > LongestId || id.Any(c => c is <= ' ' or > '~') || (inHand is not null && !Blobs.IsName(inHand)))
        {
            return null;
        }

        if (!id.StartsWith(Hash, StringComparison.Ordinal))
        {
            return new GateAsk(id, inHand);
        }

        string digest = Bare(id);
        return !Blobs.IsName(digest) ? null
            : register.FindCard(digest) is var (automaton, _) ? new GateAsk(automaton.Id, inHand ?? digest)
            : new GateAsk(id, inHand);
    }

    private static string Bare(string hash) =>
        hash.StartsWith(Hash, StringComparison.Ordinal) ? hash[Hash.Length..] : hash;
}
