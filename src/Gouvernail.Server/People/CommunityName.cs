using Gouvernail.Journals;
using Gouvernail.People;
using Gouvernail.Server.Journals;

namespace Gouvernail.Server.People;

/// <summary>What the community calls itself.</summary>
internal static class CommunityName
{
    /// <summary>The name in the first entry of the log; empty where it has none.</summary>
    /// <exception cref="JournalException">The log cannot be read.</exception>
    public static string Of(PublicLog log)
    {
        foreach (StoredEntry stored in log.Read(0, 1, opened: false))
        {
            if (Entry.TryParse(stored.Bytes, out Entry? entry, out _) && CommunityFounded.Read(entry) is { } founded)
            {
                return founded.Name;
            }
        }

        return "";
    }
}
