namespace Gouvernail.Journals;

/// <summary>Brings projections up to the head of a stored log, from their snapshots where those can be used.</summary>
internal sealed class Replay(
    IJournalStore store, IReadOnlyList<IProjection> projections, Snapshots? snapshots, IProgress<double>? progress)
{
    private const int ReportEvery = 4096;

    /// <summary>Runs; gives the smallest size up to which a snapshot is there.</summary>
    /// <param name="log">The log.</param>
    /// <param name="follower">Shown the entries from <paramref name="shown"/> on; null for nobody.</param>
    /// <param name="shown">How many entries the follower has seen.</param>
    public long Run(StoredLog log, Action<long, Entry, ReadOnlyMemory<byte>>? follower, long shown)
    {
        StoredHead head = log.Head;
        long[] known = [.. projections.Select(p => Load(p, log))];
        long saved = known.Length == 0 ? head.Size : known.Min();
        long first = follower is null ? saved : Math.Min(saved, shown);
        foreach (StoredEntry stored in store.Read(first, head.Size, opened: true))
        {
            if (!Entry.TryParse(stored.Bytes, out Entry? entry, out Wording? problem))
            {
                throw StoredLog.Damaged($"Entry {stored.Position}: {problem}");
            }

            for (int i = 0; i < known.Length; i++)
            {
                if (stored.Position >= known[i])
                {
                    projections[i].Apply(stored.Position, entry, stored.Content?.Payload);
                }
            }

            if (stored.Position >= shown)
            {
                follower?.Invoke(stored.Position, entry, stored.Content?.Payload);
            }

            if (stored.Position % ReportEvery == 0)
            {
                progress?.Report((double)(stored.Position - first) / (head.Size - first));
            }
        }

        return saved;
    }

    private long Load(IProjection projection, StoredLog log)
    {
        StoredHead head = log.Head;
        projection.Clear();
        if (snapshots is null || head.Size == 0)
        {
            return 0;
        }

        long size = snapshots.Load(projection, stamp => stamp.Size <= head.Size && stamp.Size > head.LastErasure
            && log.RootAt(stamp.Size) == stamp.Root);
        if (size == 0)
        {
            projection.Clear();
        }

        return size;
    }
}
