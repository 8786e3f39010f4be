using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.People;

namespace Gouvernail;

/// <summary>A community's data folder, open to write: acts go in, outcomes and results come out.</summary>
public sealed class Community : IDisposable
{
    private readonly IDisposable _claim;
    private readonly SqliteJournalStore _store;
    private readonly SignerKey _key;
    private readonly HeadFile _head;

    private Community(
        DataFolder folder,
        IDisposable claim,
        SignerKey key,
        SqliteJournalStore store,
        JournalOptions options)
    {
        Folder = folder;
        _claim = claim;
        _key = key;
        _store = store;
        _head = new HeadFile(folder.Checkpoint);
        Journal = Journal.Open(store, key, [Consultations, Results, Erasures], options with
        {
            HeadFile = _head,
            Snapshots = new Snapshots(folder.Snapshots),
        });
    }

    /// <summary>Where it is kept.</summary>
    public DataFolder Folder { get; }

    /// <summary>The log's writer.</summary>
    public Journal Journal { get; }

    /// <summary>The consultations. To be read while a decision is made, or while no act is under way.</summary>
    public ConsultationList Consultations { get; } = new();

    /// <summary>The results. To be read while a decision is made, or while no act is under way.</summary>
    public PublishedResults Results { get; } = new();

    /// <summary>What was erased. To be read while a decision is made, or while no act is under way.</summary>
    public Erasures Erasures { get; } = new();

    /// <summary>The key that verifies the log's checkpoints.</summary>
    public VerifierKey VerifierKey => _key.Verifier;

    /// <summary>Founds a community in a new data folder.</summary>
    /// <param name="path">Where: missing or empty.</param>
    /// <param name="origin">The name of its log.</param>
    /// <param name="name">What it calls itself; may be empty.</param>
    /// <param name="clock">Tells the time of entries.</param>
    /// <exception cref="JournalException">Something is there already, or the disk fails.</exception>
    /// <exception cref="ArgumentException">The name is too long.</exception>
    public static DataFolder Found(string path, string origin, string name, TimeProvider clock) =>
        DataFolder.Create(path, origin, folder =>
        {
            using var community = Open(folder, clock);
            Outcome outcome = community.Journal.Submit(_ =>
                CommunityFounded.Decide(new CommunityFounded(name), community.Journal.Size));
            if (outcome.Refusal is { } refusal)
            {
                throw new ArgumentException(refusal.Reason.English, nameof(name));
            }
        });

    /// <summary>Opens a data folder to write; nobody else can until it is disposed of.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">Tells the time of entries.</param>
    /// <param name="progress">Told how far the log is read again, where it has to be.</param>
    /// <param name="acceptClock">
    /// True to write on though the clock is far behind the last entry: entries then bear that one's time.
    /// </param>
    /// <exception cref="JournalException">It cannot be opened, or is not what was signed.</exception>
    public static Community Open(
        DataFolder folder, TimeProvider clock, IProgress<double>? progress = null, bool acceptClock = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        IDisposable claim = folder.Claim();
        SignerKey? key = null;
        SqliteJournalStore? store = null;
        try
        {
            key = folder.ReadKey();
            store = SqliteJournalStore.OpenToWrite(folder.Database);
            return new Community(folder, claim, key, store, new JournalOptions
            {
                Clock = clock,
                ClockTolerance = acceptClock ? TimeSpan.MaxValue : new JournalOptions().ClockTolerance,
                Progress = progress,
            });
        }
        catch
        {
            store?.Dispose();
            key?.Dispose();
            claim.Dispose();
            throw;
        }
    }

    /// <summary>The pseudonyms of a consultation; null where it has none, or its key was destroyed.</summary>
    public Pseudonyms? PseudonymsOf(string consultation) =>
        _store.ReadSecret(Pseudonyms.SecretOf(consultation)) is { } key ? new Pseudonyms(key) : null;

    /// <summary>Takes over a conversation held elsewhere, whole or not at all.</summary>
    /// <returns>The outcome, and the id of the consultation.</returns>
    public (Outcome Outcome, string Id) Import(ImportConversation act, CancellationToken cancellation = default)
    {
        string id = "";
        Outcome outcome = Journal.Submit(
            _ =>
            {
                id = Consultations.NextId;
                return ImportConversation.Decide(Consultations, act, cancellation);
            },
            cancellation);
        return (outcome, id);
    }

    /// <summary>Erases what an entry sealed.</summary>
    public Outcome Erase(Tombstone erasure, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return Journal.Submit(
            _ =>
            {
                StoredEntry[] target = [.. _store.Read(erasure.Index, erasure.Index + 1, opened: true)];
                return target is [{ Bytes: var bytes, Content: var content }]
                    && Entry.TryParse(bytes, out Entry? entry, out Wording? _)
                    ? Tombstone.Decide(erasure, entry, content is not null && !Erasures.Contains(erasure.Index))
                    : Tombstone.Decide(erasure, null, isThere: false);
            },
            cancellation);
    }

    /// <summary>Computes a result over the log as it stands, keeps its output, and logs it.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters, as <see cref="IResultMethod.TryRead"/> gave them.</param>
    /// <param name="work">Threads and progress.</param>
    /// <param name="cancellation">Stops the work; nothing is then logged.</param>
    public (Outcome Outcome, ResultPublished? Result) Publish(
        string consultation,
        IResultMethod method,
        byte[] parameters,
        Work work,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (Journal.Checkpoint is not { } note || !Checkpoint.TryParse(note.Text, out Checkpoint? head, out _)
            || Replay(consultation, head.Size, cancellation) is not { } replayed)
        {
            return (new Outcome
            {
                Refusal = new Refusal("no-such-consultation", new(
                    $"there is no consultation {consultation} in this log",
                    $"il n’y a pas de consultation {consultation} dans ce registre")),
            }, null);
        }

        using var output = new MemoryStream();
        using JsonDocument read = JsonDocument.Parse(parameters);
        try
        {
            method.Compute(replayed.Conversation, read.RootElement, work, output, cancellation);
        }
        catch (TooLargeException e)
        {
            return (new Outcome { Refusal = new Refusal("too-large", e.Reason) }, null);
        }

        string name = new Blobs(Folder.Blobs).Keep(output.GetBuffer().AsSpan(0, (int)output.Length));
        var published = new ResultPublished(
            consultation, method.Name, method.Version, parameters, head.Size, head.Root, name);
        Outcome outcome = Journal.Submit(_ => PublishedResults.Decide(Results, published), cancellation);
        return (outcome, published);
    }

    /// <summary>A consultation as it stood at a size of the log; null where it had not opened.</summary>
    public ReplayedConversation? Replay(string consultation, long size, CancellationToken cancellation = default)
    {
        var replay = new ConversationReplay(consultation);
        foreach (StoredEntry stored in _store.Read(0, size, opened: true))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Entry.TryParse(stored.Bytes, out Entry? entry, out _))
            {
                replay.Add(stored.Position, entry, stored.Content?.Payload);
            }
        }

        return replay.Finish();
    }

    /// <summary>Ends when everything submitted is durable or refused.</summary>
    public void Dispose()
    {
        Journal.Dispose();
        _head.Dispose();
        _store.Dispose();
        _key.Dispose();
        _claim.Dispose();
    }
}
