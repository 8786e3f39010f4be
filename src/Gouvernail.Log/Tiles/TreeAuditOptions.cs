namespace Gouvernail.Log.Tiles;

/// <summary>How a whole log is hashed again, and who watches.</summary>
public sealed record TreeAuditOptions
{
    /// <summary>
    /// How many threads read and hash, 1 to 64; what is outside counts as the nearer bound. From 2 on the source is
    /// asked by several threads at once; with 1 all is done on the caller's.
    /// </summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The share of the entries hashed, 0 to 1, about a hundred times; on the caller's thread.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>
    /// Called once per bundle, in order of index, on the caller's thread, after that bundle's hashes equal its level-0
    /// tile, but before the root is known good: the index of its first entry, and its entries. What was learnt from
    /// them counts for nothing unless the audit then finds no problem.
    /// </summary>
    public Action<long, IReadOnlyList<ReadOnlyMemory<byte>>>? Entries { get; init; }
}
