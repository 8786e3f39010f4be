namespace Gouvernail.Log.Tiles;

/// <summary>
/// Hashes a whole tiled log again, trusting nothing. A sample would not do: what was altered outside it goes unseen.
/// Entries are hashed on several threads; the tiles above the leaves are made anew from those below and compared. Holds
/// at most four bundles per thread, whatever the size of the log: less than 1 MB where entries have some hundred bytes.
/// </summary>
public sealed class TreeAudit
{
    private const int MostThreads = 64;
    private const int BundlesPerThread = 4;

    private readonly ITileSource _tiles;
    private readonly Checkpoint _checkpoint;
    private readonly TreeAuditOptions _options;
    private readonly int _threads;
    private readonly TaskFactory _factory;

    /// <summary>The tree whose leaves are the roots of the full level-0 tiles: the one above them.</summary>
    private readonly TileEdge _above = new();
    private readonly List<Tile> _completed = [];
    private Hash? _last;
    private volatile bool _isOver;

    private TreeAudit(ITileSource tiles, Checkpoint checkpoint, TreeAuditOptions options)
    {
        _tiles = tiles;
        _checkpoint = checkpoint;
        _options = options;
        _threads = Math.Clamp(options.Threads, 1, MostThreads);
        _factory = new TaskFactory(
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, _threads).ConcurrentScheduler);
    }

    /// <summary>
    /// Hashes every entry of every bundle and every tile of every level, and compares with the tiles and the root.
    /// </summary>
    /// <param name="tiles">Where they are; asked by several threads at once unless the options say one.</param>
    /// <param name="checkpoint">The head of the log, whose signatures the caller has checked.</param>
    /// <param name="options">How; on all processors and unwatched where nothing is said.</param>
    /// <param name="cancellation">Ends the audit without an answer.</param>
    /// <returns>The first problem in order of index, which names the file; null where nothing is wrong.</returns>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    /// <exception cref="IOException">The disk fails.</exception>
    public static Problem? Check(
        ITileSource tiles,
        Checkpoint checkpoint,
        TreeAuditOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        ArgumentNullException.ThrowIfNull(checkpoint);
        return new TreeAudit(tiles, checkpoint, options ?? new TreeAuditOptions()).Run(cancellation);
    }

    private Problem? Run(CancellationToken cancellation)
    {
        var waiting = new Queue<Task<AuditedBundle?>>();
        int most = _threads == 1 ? 1 : BundlesPerThread * _threads;
        long next = 0;
        long done = 0;
        try
        {
            while (done < _checkpoint.Size)
            {
                cancellation.ThrowIfCancellationRequested();
                while (waiting.Count < most
                    && TileLayout.Tile(TilePath.EntriesLevel, next, _checkpoint.Size) is { } path)
                {
                    waiting.Enqueue(Start(path));
                    next++;
                }

                AuditedBundle bundle = waiting.Dequeue().GetAwaiter().GetResult()!;
                if ((bundle.Problem ?? Take(bundle, done)) is { } problem)
                {
                    return problem;
                }

                Report(done, done += bundle.Entries.Count);
            }
        }
        finally
        {
            // Nobody reads the source any more once this has returned.
            _isOver = true;
            if (waiting.Count > 0)
            {
                Task.WhenAll(waiting).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            }
        }

        return CheckEdge();
    }

    private Task<AuditedBundle?> Start(TilePath path) => _threads == 1
        ? Task.FromResult<AuditedBundle?>(AuditedBundle.Of(_tiles, path))
        : _factory.StartNew(() => _isOver ? null : AuditedBundle.Of(_tiles, path));

    private Problem? Take(AuditedBundle bundle, long first)
    {
        if (bundle.Entries.Count == TilePath.FullWidth)
        {
            _above.Append(bundle.Root, _completed);
            foreach (Tile tile in _completed)
            {
                if (Compare(tile) is { } problem)
                {
                    return problem;
                }
            }

            _completed.Clear();
        }
        else
        {
            _last = bundle.Root;
        }

        _options.Entries?.Invoke(first, bundle.Entries);
        return null;
    }

    private Problem? CheckEdge()
    {
        foreach (Tile tile in _above.Partial())
        {
            if (Compare(tile) is { } problem)
            {
                return problem;
            }
        }

        Hash root = _last is { } last ? _above.RootWith(last) : _above.Root();
        return root == _checkpoint.Root
            ? null
            : new Problem(ProblemKind.WrongHash, "The entries and the tiles agree, and do not lead to the root.");
    }

    /// <summary>Compares a tile made anew, named one level too low, with the one that is there.</summary>
    private Problem? Compare(Tile made)
    {
        var path = new TilePath(made.Path.Level + 1, made.Path.Index, made.Path.Width);
        return !AuditedBundle.TryRead(_tiles, path, out byte[]? bytes, out Problem? problem) ? problem
            : made.Bytes.Span.SequenceEqual(bytes) ? null
            : new Problem(ProblemKind.WrongHash, $"{path} does not have the hashes of the tiles below it.");
    }

    private void Report(long before, long after)
    {
        if (_options.Progress is { } progress && Percent(after) != Percent(before))
        {
            progress.Report((double)after / _checkpoint.Size);
        }
    }

    private long Percent(long entries) => (long)(100.0 * entries / _checkpoint.Size);
}
