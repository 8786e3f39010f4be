using Gouvernail.Audits;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Server.Journals;

namespace Gouvernail.Server.Audits;

/// <summary>
/// What the log itself says may be given out: what each consultation publishes. It reads the log once, when somebody
/// first asks, and then what was added since.
/// </summary>
internal sealed class PublicIndex(PublicLog log)
{
    private readonly Lock _reading = new();
    private readonly Publications _publications = new(OpenKinds.All);
    private long _read;

    /// <summary>What the consultations publish, of a log of at least this size.</summary>
    /// <exception cref="JournalException">The log cannot be read.</exception>
    public Publications PublishedAt(long size)
    {
        lock (_reading)
        {
            Reach(size);
            return _publications.Copy();
        }
    }

    private void Reach(long size)
    {
        foreach (StoredEntry stored in log.Read(_read, size, opened: false))
        {
            if (Publications.Matters(stored.Bytes) && Entry.TryParse(stored.Bytes, out Entry? entry, out _))
            {
                _publications.Apply(entry);
            }

            _read = stored.Position + 1;
        }
    }
}
