namespace Gouvernail.Journals;

/// <summary>How a journal writes.</summary>
public sealed record JournalOptions
{
    /// <summary>Tells the time of entries.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The most acts committed together. A batch is whatever waits when the disk is free again, so that a single act
    /// never waits for company.
    /// </summary>
    public int LargestBatch { get; init; } = 512;

    /// <summary>Acts that may wait; beyond, callers wait to submit.</summary>
    public int LongestQueue { get; init; } = 65_536;

    /// <summary>
    /// How far behind the last entry the clock may be. Until it has caught up, entries bear the last one's time; beyond
    /// this, acts are refused until somebody looks at the clock.
    /// </summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where snapshots of projections are kept; null for nowhere.</summary>
    public Snapshots? Snapshots { get; init; }

    /// <summary>Where the last signed checkpoint stands beside the store; null for nowhere.</summary>
    public HeadFile? HeadFile { get; init; }

    /// <summary>Told how far the log is read again where a projection had no snapshot, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>
    /// Shown every entry of the log in order, once each and only when it is committed: those that are there when the
    /// log
    /// is opened, then the others before anybody is told of their outcome. Runs on the writer, so it must be quick.
    /// </summary>
    public Action<long, Entry, ReadOnlyMemory<byte>>? Follower { get; init; }

    /// <summary>Called when the follower has been shown all entries that were committed together.</summary>
    public Action? Followed { get; init; }
}
