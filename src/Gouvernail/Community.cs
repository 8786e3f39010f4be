using System.Security.Cryptography;
using System.Text.Json;
using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;
using Gouvernail.Consult.Live;
using Gouvernail.Contest.Petitions;
using Gouvernail.Journals;
using Gouvernail.Journals.Sqlite;
using Gouvernail.Log;
using Gouvernail.Log.Notes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.People;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Permits;
using Gouvernail.Verify.Register;

namespace Gouvernail;

/// <summary>A community's data folder, open to write: acts go in, outcomes and results come out.</summary>
public sealed partial class Community : IDisposable
{
    private readonly IDisposable _claim;
    private readonly SqliteJournalStore _store;
    private readonly SignerKey _key;
    private readonly HeadFile _head;
    private readonly Roles _committedRoles = new();
    private readonly LoopState _committed = new();
    private readonly Reactions _reactions;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _clockTolerance;
    private volatile LoopBooks _books = new LoopState().Books(DateTimeOffset.MinValue);
    private volatile RoleBook _roleBook = new("", []);

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
        _clock = options.Clock;
        _clockTolerance = options.ClockTolerance;
        _head = new HeadFile(folder.Checkpoint);
        _reactions = new Reactions(this);
        Journal = Journal.Open(store, key, Projections(), options with
        {
            Follower = Follow,
            Followed = Live.Tell,
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

    /// <summary>Who holds which role. To be read while a decision is made, or while no act is under way.</summary>
    public Roles Roles { get; } = new();

    /// <summary>The roles as the committed log has them; to be read at any time.</summary>
    public RoleBook RoleBook => _roleBook;

    /// <summary>
    /// The mandates, automata, evidence, permits and petitions. To be read while a decision is made, or while no act is
    /// under way.
    /// </summary>
    public LoopState Loop { get; } = new();

    /// <summary>The mandates. To be read while a decision is made, or while no act is under way.</summary>
    public MandateList Mandates => Loop.Mandates;

    /// <summary>The petitions. To be read while a decision is made, or while no act is under way.</summary>
    public PetitionList Petitions => Loop.Petitions;

    /// <summary>The automata. To be read while a decision is made, or while no act is under way.</summary>
    public AutomatonRegister Register => Loop.Automata;

    /// <summary>
    /// The mandates, automata, evidence, permits and petitions as the committed log has them at one of its sizes; to
    /// be read at any time.
    /// </summary>
    public LoopBooks Books => _books;

    /// <summary>The mandates as the committed log has them; to be read at any time.</summary>
    public MandateBook MandateBook => _books.Mandates;

    /// <summary>The register as the committed log has it; to be read at any time.</summary>
    public RegisterBook RegisterBook => _books.Automata;

    /// <summary>The evidence as the committed log has it; to be read at any time.</summary>
    public EvidenceBook EvidenceBook => _books.Evidence;

    /// <summary>The permits as the committed log has them; to be read at any time.</summary>
    public PermitBook PermitBook => _books.Permits;

    /// <summary>The petitions as the committed log has them; to be read at any time.</summary>
    public PetitionBook PetitionBook => _books.Petitions;

    /// <summary>The consultations as the committed log has them; to be read at any time.</summary>
    public LiveConsultations Live { get; } = new();

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

    /// <summary>
    /// The key under which a site that shows a consultation in a frame vouches for its own members; null where the
    /// consultation has no pseudonyms any more.
    /// </summary>
    public byte[]? HostKeyOf(string consultation) =>
        _store.ReadSecret(Pseudonyms.SecretOf(consultation)) is { } key
            ? HMACSHA256.HashData(key, "gouvernail host key"u8)
            : null;

    /// <summary>The codes of a consultation's invitations; null where it has none.</summary>
    public InvitationCodes? InvitationCodesOf(string consultation) =>
        _store.ReadSecret(InvitationCodes.SecretOf(consultation)) is { } key ? new InvitationCodes(key) : null;

    /// <summary>The secret texts of role links and sessions; null where no role was ever given.</summary>
    public RoleLinks? RoleLinks() => _store.ReadSecret(People.RoleLinks.Secret) is { } key ? new RoleLinks(key) : null;

    /// <summary>Offers a role, or makes a new link for somebody who has one.</summary>
    /// <returns>The outcome, and the secret text of the link; null with a refusal.</returns>
    public async Task<(Outcome Outcome, string? Link)> GrantRoleAsync(
        string? holder, Role role, string name, string? by, CancellationToken cancellation = default)
    {
        (string Holder, int Link) granted = ("", 0);
        Outcome outcome = await Journal.SubmitAsync(
            now =>
            {
                byte[]? key = _store.ReadSecret(People.RoleLinks.Secret) is null ? People.RoleLinks.NewKey() : null;
                var act = new GrantRole(holder, role, name, by, key);
                granted = Roles.TryGet(holder ?? "", out RoleHolder? before)
                    ? (before.Id, before.Link + 1)
                    : (Roles.NextHolder, 1);
                return GrantRole.Decide(Roles, act, now);
            },
            cancellation).ConfigureAwait(false);
        return (outcome, outcome.Refusal is null ? RoleLinks()!.LinkOf(granted.Holder, granted.Link) : null);
    }

    /// <summary>An entry, with what it sealed; null where there is none.</summary>
    public (Entry Entry, Sealed? Content)? ReadEntry(long position) =>
        position < Journal.Size && _store.Read(position, position + 1, opened: true).ToArray() is [var stored]
        && Entry.TryParse(stored.Bytes, out Entry? entry, out _)
            ? (entry, stored.Content)
            : null;

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

    /// <summary>Erases everything that a participant's entries sealed, at their own request.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="pseudonym">Who.</param>
    /// <param name="invitation">The serial number of their personal invitation, whose place on the community's list
    /// goes too; null where they came without one.</param>
    /// <param name="cancellation">Withdraws the request while it waits its turn.</param>
    /// <returns>The outcome, which counts what was erased and nothing that followed from it.</returns>
    public async Task<Outcome> EraseParticipantAsync(
        string consultation, string pseudonym, int? invitation = null, CancellationToken cancellation = default)
    {
        int erased = 0;
        Outcome outcome = await ActAsync(
            _ =>
            {
                long? listing = null;
                if (Live.TryGet(consultation, out LiveConsultation? live) && invitation is { } serial)
                {
                    listing = live.ListingOf(serial);
                }

                Decision decision = EraseParticipant.Decide(
                    [.. live?.Find(pseudonym)?.Entries ?? [], .. listing is { } place ? (long[])[place] : []],
                    position => Erasures.Contains(position) ? null : ReadEntry(position));
                erased = decision.Events.Count();
                return decision;
            },
            cancellation).ConfigureAwait(false);
        return outcome.Refusal is null ? outcome with { Count = erased } : outcome;
    }

    /// <summary>Decides to archive a consultation; for the writer to call, in an act of its own.</summary>
    public Decision Archive(ArchiveConsultation act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return ArchiveConsultation.Decide(
            Consultations,
            act,
            Live.TryGet(act.Consultation, out LiveConsultation? live) ? live.Links() : [],
            position => Erasures.Contains(position) ? null : ReadEntry(position));
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
        CancellationToken cancellation = default) =>
        Publish(consultation, method, parameters, work, by: null, cancellation);

    /// <summary>Computes a result over the log as it stands, keeps its output, and logs it.</summary>
    /// <param name="consultation">The consultation's id.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters, as <see cref="IResultMethod.TryRead"/> gave them.</param>
    /// <param name="work">Threads and progress.</param>
    /// <param name="by">The facilitator who asks, who has to be one still when it is logged; null where the machine's
    /// own keeper does.</param>
    /// <param name="cancellation">Stops the work; nothing is then logged.</param>
    public (Outcome Outcome, ResultPublished? Result) Publish(
        string consultation,
        IResultMethod method,
        byte[] parameters,
        Work work,
        string? by,
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

        if (Live.TryGet(consultation, out LiveConsultation? live) && !live.View().ShowsResults)
        {
            return (new Outcome
            {
                Refusal = new Refusal("hidden-until-closed", new(
                    "this consultation said that its results are shown once it is closed: close it first",
                    "cette consultation a dit montrer ses résultats une fois close : fermez-la d’abord")),
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
        Outcome outcome = Journal.Submit(
            _ => Roles.Lets(by, Role.Facilitator)
                ? PublishedResults.Decide(Results, published)
                : RoleRefusals.NotAllowed(),
            cancellation);
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

    private IProjection[] Projections() =>
        [Consultations, Results, Erasures, Roles, .. Loop.Projections];

    private void Follow(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        Live.Apply(position, entry, payload);
        _committed.Apply(position, entry, payload);
        _books = _committed.Books(entry.Time);
        if (Roles.Matters(entry))
        {
            _committedRoles.Apply(position, entry, payload);
            _roleBook = _committedRoles.ToBook();
        }
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
