using System.Buffers;
using System.Threading.Channels;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Log.Tiles;

namespace Gouvernail.Journals;

/// <summary>Decides and commits batches of acts. Used by one thread at a time.</summary>
internal sealed class JournalWriter
{
    private const long SnapshotEvery = 100_000;

    private readonly IJournalStore _store;
    private readonly SignerKey _key;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly JournalOptions _options;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly CanonicalWriter _json;
    private readonly List<Tile> _tiles = [];
    private readonly List<(Entry Entry, ReadOnlyMemory<byte> Payload)> _decided = [];
    private TileEdge _edge = new();
    private DateTimeOffset _lastTime;
    private long _lastErasure;
    private long _snapshotSize;

    /// <summary>How many entries the follower has seen.</summary>
    private long _shown;

    /// <summary>True where memory may differ from the store: everything is read again before use.</summary>
    private bool _isStale = true;

    /// <summary>True while a copy of what was erased may be left in a file.</summary>
    private bool _isUnclean = true;

    private SignedNote? _published;
    private volatile CommittedHead? _head;

    public JournalWriter(
        IJournalStore store, SignerKey key, IReadOnlyList<IProjection> projections, JournalOptions options)
    {
        _store = store;
        _key = key;
        _projections = projections;
        _options = options;
        _json = new CanonicalWriter(_bytes);
    }

    /// <summary>What is committed; null for a log without entries.</summary>
    public CommittedHead? Head => _head;

    private SignedNote? Checkpoint => _head?.Note;

    /// <summary>Takes up what the store holds.</summary>
    public void Load()
    {
        StoredLog log = StoredLog.Load(_store, _key.Verifier, _options.HeadFile);
        _edge = log.Tiles is null ? new TileEdge() : TileEdge.Restore(log.Tiles);
        _lastTime = log.LastTime;
        _lastErasure = log.Head.LastErasure;
        _head = log.Note is null ? null : new CommittedHead(log.Note, log.Head.Size, _edge.Partial(), _store);
        if (log.Note is not null)
        {
            _options.HeadFile?.Write(log.Note);
            _published = log.Note;
        }

        _snapshotSize = new Replay(_store, _projections, _options.Snapshots, _options.Progress)
            .Run(log, _options.Follower is null ? null : Show, _shown);
        _shown = log.Head.Size;
        _decided.Clear();
        _options.Followed?.Invoke();
        _isStale = false;

        // A process that was killed may have erased and not cleaned.
        Clean();
    }

    /// <summary>Decides and commits what was taken and, up to the largest batch, what comes meanwhile.</summary>
    /// <param name="taken">Acts; those that come are added.</param>
    /// <param name="coming">Where more may come from; null for nowhere.</param>
    public void Write(List<Submission> taken, ChannelReader<Submission>? coming)
    {
        try
        {
            if (_isStale)
            {
                Load();
            }

            Commit(taken, coming);
        }
        catch (JournalException e)
        {
            _isStale = true;
            Fail(taken, e);
            return;
        }
        catch (Exception e) when (taken.Count == 1)
        {
            // A defect in a decision, or its reader stopped it: it alone fails, and what it left in memory goes.
            _isStale = true;
            Fail(taken, e);
            return;
        }
#pragma warning disable CA1031 // The same, and nobody knows yet whose fault it is: each is tried by itself.
        catch
#pragma warning restore CA1031
        {
            _isStale = true;
            foreach (Submission one in taken)
            {
                Write([one], null);
            }

            return;
        }

        // All is durable: whatever fails from here on, the acts stand, and none is tried again.
        Show();
        Publish();
        if (_isUnclean)
        {
            Clean();
        }

        Tell(taken);
        if (_edge.Size - _snapshotSize >= SnapshotEvery)
        {
            SaveSnapshots();
        }
    }

    public void SaveSnapshots()
    {
        if (!_isStale && Checkpoint is not null && _edge.Size > _snapshotSize)
        {
            _options.Snapshots?.Save(_projections, _edge.Size, _edge.Root());
            _snapshotSize = _edge.Size;
        }
    }

    private static void Fail(IReadOnlyList<Submission> taken, Exception e)
    {
        foreach (Submission submission in taken)
        {
            _ = e is OperationCanceledException cancelled
                ? submission.Outcome.TrySetCanceled(cancelled.CancellationToken)
                : submission.Outcome.TrySetException(e);
        }
    }

    private void Show()
    {
        foreach ((Entry entry, ReadOnlyMemory<byte> payload) in _decided)
        {
            Show(_shown, entry, payload);
        }

        if (_decided.Count > 0)
        {
            _decided.Clear();
            _options.Followed?.Invoke();
        }
    }

    private void Show(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        _options.Follower!(position, entry, payload);
        _shown = position + 1;
    }

    private void Commit(List<Submission> taken, ChannelReader<Submission>? coming)
    {
        DateTimeOffset clock = Entry.ToMilliseconds(_options.Clock.GetUtcNow());
        bool isBehind = _lastTime - clock > _options.ClockTolerance;
        DateTimeOffset now = clock < _lastTime ? _lastTime : clock;
        using IJournalBatch batch = _store.Begin(_edge.Size);
        long before = _edge.Size;
        for (int i = 0; i < taken.Count; i++)
        {
            Submission submission = taken[i];
            if (i + 1 == taken.Count && i + 1 < _options.LargestBatch && coming?.TryRead(out Submission? late) == true)
            {
                // Who was told of the last batch may be back already: the disk is asked once for all of them.
                taken.Add(late);
            }

            if (submission.Cancellation.IsCancellationRequested)
            {
                submission.Outcome.TrySetCanceled(submission.Cancellation);
                continue;
            }

            long first = _edge.Size;
            Decision decision = isBehind ? ClockBehind(clock) : submission.Decide(now);
            foreach (Draft draft in decision.Events)
            {
                Append(batch, draft, now);
            }

            submission.Decided = new Outcome
            {
                Refusal = decision.Refusal,
                First = first,
                Count = _edge.Size - first,
            };
        }

        if (_edge.Size > before)
        {
            SignedNote signed = new Checkpoint(_key.Verifier.Name, _edge.Size, _edge.Root()).Sign(_key);
            batch.Commit(new StoredHead(_edge.Size, signed.ToBytes(), _lastErasure));
            _head = new CommittedHead(signed, _edge.Size, _edge.Partial(), _store);
        }
    }

    private void Publish()
    {
        try
        {
            if (Checkpoint is not null && Checkpoint != _published)
            {
                _options.HeadFile?.Write(Checkpoint);
                _published = Checkpoint;
            }
        }
        catch (JournalException)
        {
            // A file that is older than the store tells no lie; the next batch tries again, and so does opening.
        }
    }

    private void Clean()
    {
        try
        {
            if (_snapshotSize <= _lastErasure)
            {
                _options.Snapshots?.Delete();
            }

            _isUnclean = !_store.Scrub();
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            _isUnclean = true;
        }
    }

    private void Tell(IReadOnlyList<Submission> taken)
    {
        foreach (Submission submission in taken)
        {
            if (submission.Decided is { } outcome)
            {
                submission.Outcome.TrySetResult(
                    outcome.Refusal is null ? outcome with { Checkpoint = Checkpoint } : outcome);
            }
        }
    }

    private void Append(IJournalBatch batch, Draft draft, DateTimeOffset now)
    {
        if (draft.Body is null == draft.Payload is null)
        {
            throw new ArgumentException($"A draft of {draft.Kind} has a body or a payload, and not both.");
        }

        long position = _edge.Size;
        Sealed? content = draft.Payload is { } payload ? Sealed.Of(payload) : null;
        var entry = new Entry
        {
            Kind = draft.Kind,
            Time = now,
            Consultation = draft.Consultation,
            Pseudonym = draft.Pseudonym,
            Body = draft.Body,
            Seal = content?.Seal(),
        };
        _bytes.ResetWrittenCount();
        _json.Reset();
        entry.Write(_json);
        if (_bytes.WrittenCount > EntryBundle.LongestEntry)
        {
            throw new ArgumentException($"An entry of {draft.Kind} is longer than 65,535 bytes.");
        }

        // What could not be read back would make the whole log unreadable; and projections see what a replay would.
        if (!Entry.TryParse(_bytes.WrittenSpan.ToArray(), out Entry? logged, out Wording? problem))
        {
            throw new ArgumentException($"A draft of {draft.Kind} makes no entry: {problem}.");
        }

        batch.Add(position, _bytes.WrittenSpan);
        if (content is not null)
        {
            batch.Keep(position, content);
        }

        if (draft.Erases is { } erased)
        {
            batch.Forget(erased);
            _lastErasure = position;
            _isUnclean = true;
        }

        foreach (Secret secret in draft.Secrets)
        {
            batch.Keep(secret);
            _isUnclean = true;
        }

        // A batch that failed may have left tiles here.
        _tiles.Clear();
        _edge.Append(Hash.Leaf(_bytes.WrittenSpan), _tiles);
        foreach (Tile tile in _tiles)
        {
            batch.Add(tile);
        }

        _lastTime = now;
        if (_options.Follower is not null)
        {
            _decided.Add((logged, draft.Payload));
        }

        foreach (IProjection projection in _projections)
        {
            projection.Apply(position, logged, draft.Payload);
        }
    }

    private Decision ClockBehind(DateTimeOffset clock) => Decision.Refuse("clock-behind", new(
        $"this machine's clock says {Entry.Format(clock)}, and the log's last entry is of {Entry.Format(_lastTime)}. "
            + "Set the clock right, then try again. If it is right, that entry was made by a wrong one: accept it "
            + "(--accept-clock), and entries bear that time until the clock has caught up",
        $"l’horloge de cette machine dit {Entry.Format(clock)}, et la dernière entrée du registre est du "
            + $"{Entry.Format(_lastTime)}. Mettez l’horloge à l’heure, puis recommencez. Si elle est juste, cette "
            + "entrée vient d’une horloge fausse\u00a0: acceptez-la (--accept-clock), et les entrées porteront cette "
            + "heure jusqu’à ce que l’horloge l’ait rattrapée"));
}
