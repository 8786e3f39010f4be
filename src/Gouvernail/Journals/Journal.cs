using System.Threading.Channels;
using Gouvernail.Log;
using Gouvernail.Log.Notes;

namespace Gouvernail.Journals;

/// <summary>
/// The one writer of a log. Acts are decided one after another, on what the log says so far; the events of several acts
/// are committed together, durably, with the tree and a signed checkpoint; only then is anybody told. After a failed
/// commit nothing is known but what the store holds: the journal reads it again before it goes on.
/// </summary>
/// <remarks>Members may be called from any thread. Decisions run on the writer, one at a time.</remarks>
public sealed class Journal : IDisposable
{
    private readonly IJournalStore _store;
    private readonly JournalWriter _writer;
    private readonly Channel<Submission> _queue;
    private readonly Task _loop;
    private readonly int _batch;

    private Journal(IJournalStore store, JournalWriter writer, JournalOptions options)
    {
        _store = store;
        _writer = writer;
        _batch = options.LargestBatch;
        _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(options.LongestQueue)
        {
            SingleReader = true,
            AllowSynchronousContinuations = false,
        });
        _loop = Task.Run(WriteAsync);
    }

    /// <summary>The signed head, as last committed; null for a log without entries.</summary>
    public SignedNote? Checkpoint => _writer.Head?.Note;

    /// <summary>How many entries are committed.</summary>
    public long Size => _writer.Head?.Size ?? 0;

    /// <summary>Opens a log: sees that its end leads to what was signed, and brings the projections up to it.</summary>
    /// <param name="store">Where the log is kept; it stays the caller's to dispose of.</param>
    /// <param name="key">Signs checkpoints; its name is the log's origin.</param>
    /// <param name="projections">What decisions need to know.</param>
    /// <param name="options">How to write; null for the usual.</param>
    /// <exception cref="JournalException">What is stored does not lead to what was signed.</exception>
    public static Journal Open(
        IJournalStore store,
        SignerKey key,
        IReadOnlyList<IProjection> projections,
        JournalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new JournalOptions();
        var writer = new JournalWriter(store, key, projections, options);
        writer.Load();
        return new Journal(store, writer, options);
    }

    /// <summary>Puts an act to the journal.</summary>
    /// <param name="decide">What the act comes to at a time, on the state of the projections; quick, and pure.</param>
    /// <param name="cancellation">Withdraws the act while it waits its turn; after that it has no effect.</param>
    /// <returns>The outcome, once it is durable.</returns>
    /// <exception cref="JournalException">
    /// The disk failed. As a rule nothing of this act was logged; where the disk failed while it confirmed the commit,
    /// only the log can tell, once it can be read again.
    /// </exception>
    public async Task<Outcome> SubmitAsync(
        Func<DateTimeOffset, Decision> decide, CancellationToken cancellation = default)
    {
        var submission = new Submission(decide, cancellation);
        await _queue.Writer.WriteAsync(submission, cancellation).ConfigureAwait(false);
        return await submission.Outcome.Task.ConfigureAwait(false);
    }

    /// <summary>Like <see cref="SubmitAsync"/>, for callers that have nothing else to do.</summary>
    public Outcome Submit(Func<DateTimeOffset, Decision> decide, CancellationToken cancellation = default) =>
        SubmitAsync(decide, cancellation).GetAwaiter().GetResult();

    /// <summary>A receipt for the entry at a place, against the last signed head.</summary>
    /// <param name="position">The place, below <see cref="Size"/>.</param>
    /// <returns>The receipt, with the entry as its extra data; null where there is no such entry.</returns>
    public Receipt? Prove(long position) =>
        _writer.Head is { } head ? Receipts.Prove(_store, head, head.Note, position) : null;

    /// <summary>Ends when everything submitted is durable or refused.</summary>
    public void Dispose()
    {
        if (_queue.Writer.TryComplete())
        {
            _loop.GetAwaiter().GetResult();
            _writer.SaveSnapshots();
        }
    }

    private async Task WriteAsync()
    {
        var taken = new List<Submission>(_batch);
        try
        {
            while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (taken.Count < _batch && _queue.Reader.TryRead(out Submission? submission))
                {
                    taken.Add(submission);
                }

                _writer.Write(taken, _queue.Reader);
                taken.Clear();
            }
        }
        catch (Exception e)
        {
            // A defect outside of any act, such as a projection that cannot be saved: nobody may wait for ever.
            _queue.Writer.TryComplete(e);
            taken.ForEach(submission => submission.Outcome.TrySetException(e));
            while (_queue.Reader.TryRead(out Submission? submission))
            {
                submission.Outcome.TrySetException(e);
            }

            throw;
        }
    }
}
