using Gouvernail.Journals;

namespace Gouvernail.Consult.Live;

/// <summary>Decides to erase everything that a participant's entries sealed, at their own request.</summary>
public static class EraseParticipant
{
    /// <summary>The ground that the log gives.</summary>
    public const string Ground = "the participant's own request";

    /// <summary>Who decided, as the log gives it.</summary>
    public const string Authority = "the participant";

    /// <summary>Decides. One tombstone an entry, all committed together.</summary>
    /// <param name="entries">The places of the participant's entries.</param>
    /// <param name="read">Reads an entry, with what it sealed.</param>
    public static Decision Decide(IReadOnlyList<long> entries, Func<long, (Entry Entry, Sealed? Content)?> read)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(read);
        var tombstones = new List<Draft>();
        foreach (long position in entries)
        {
            // What was withdrawn from the live view but erased meanwhile is passed over.
            if (read(position) is { Content: not null } entry)
            {
                tombstones.AddRange(
                    Tombstone.Decide(new Tombstone(position, Ground, Authority), entry.Entry, isThere: true).Events);
            }
        }

        return tombstones.Count > 0 ? Decision.Log(tombstones) : Decision.Refuse("nothing-kept", new(
            "nothing is kept of you in this consultation", "rien n’est conservé de vous dans cette consultation"));
    }
}
