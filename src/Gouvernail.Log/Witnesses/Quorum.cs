using Gouvernail.Log.Notes;

namespace Gouvernail.Log.Witnesses;

/// <summary>
/// A witness, or a group of which enough members must have witnessed. Members are made before their groups, and each is
/// in one group at most, so a quorum is a tree.
/// </summary>
/// <param name="Key">The witness's key; nothing for a group.</param>
/// <param name="Needed">How many members must have witnessed.</param>
/// <param name="Members">Witnesses and groups.</param>
internal sealed record Quorum(VerifierKey? Key, int Needed, IReadOnlyList<Quorum> Members)
{
    /// <summary>Asks for nobody.</summary>
    public static Quorum None { get; } = new(null, 0, []);

    public bool IsMetBy(IReadOnlyCollection<VerifierKey> cosigners) => Key is not null
        ? cosigners.Contains(Key)
        : Members.Count(member => member.IsMetBy(cosigners)) >= Needed;
}
