using Gouvernail.Verify.Register;

namespace Gouvernail.Verify.Gate;

/// <summary>Tells of which automaton a card is that somebody holds in hand.</summary>
public static class CardOwners
{
    private const string Prefix = "sha256:";

    /// <summary>
    /// The automaton whose card this is, to the byte; else one whose card has the same id of its maker's; else one of
    /// the same artefact. Null where there is none.
    /// </summary>
    public static string? Of(RegisterBook register, Card card)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(card);
        if (register.FindCard(card.Digest()) is { } same)
        {
            return same.Automaton.Id;
        }

        Automaton[] alike = card.Id is { Length: > 0 } id ? [.. register.FindCardId(id)] : [];
        alike = alike.Length == 0 && card.Artefact?.Sha256 is { Length: > 0 } sha256
            ? [.. register.FindArtefact(sha256)]
            : alike;
        return alike.OrderBy(automaton => automaton.Retired is not null).FirstOrDefault()?.Id;
    }

    /// <summary>What a card is asked for by where nobody knows its automaton.</summary>
    /// <param name="digest">The hash of the card.</param>
    public static string NameOf(string digest) => Prefix + digest;
}
