using Gouvernail.Journals;
using Gouvernail.Log.Envelopes;
using Gouvernail.Mandate.Mandates;
using Gouvernail.Verify.Evidence;
using Gouvernail.Verify.Gate;
using Gouvernail.Verify.Permits;

namespace Gouvernail;

/// <content>Acts from the mandate on, with what follows from them.</content>
public sealed partial class Community
{
    /// <summary>Puts an act to the journal, and what follows from it by the rules of the loop.</summary>
    /// <param name="decide">What the act comes to at a time; quick, and pure.</param>
    /// <param name="cancellation">Withdraws the act while it waits its turn.</param>
    public Task<Outcome> ActAsync(
        Func<DateTimeOffset, Decision> decide, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return Journal.SubmitAsync(now => _reactions.After(decide(now), now), cancellation);
    }

    /// <summary>Like <see cref="ActAsync"/>, for callers that have nothing else to do.</summary>
    public Outcome Act(Func<DateTimeOffset, Decision> decide, CancellationToken cancellation = default) =>
        ActAsync(decide, cancellation).GetAwaiter().GetResult();

    /// <summary>Logs what time alone has brought about, such as permits that are over. Nothing where nothing is due.
    /// </summary>
    public Task<Outcome> TickAsync(CancellationToken cancellation = default) =>
        ActAsync(_reactions.Due, cancellation);

    /// <summary>True for the id of an automaton that the log knows. For the writer to call.</summary>
    public bool KnowsAutomaton(string id) => Loop.Automata.Book.TryGet(id, out _);

    /// <summary>The output of a result, by its hash; null where it is not there.</summary>
    public byte[]? OutputOf(string? output) => output is null ? null : new Blobs(Folder.Blobs).Read(output);

    /// <summary>What the gate answers now about an automaton, on the committed log; not logged. Waits for nobody, and
    /// is to be asked at any time.</summary>
    /// <param name="automaton">The automaton's id.</param>
    /// <param name="card">The hash of the card that somebody holds in hand; null where they hold none.</param>
    /// <exception cref="JournalException">The machine's clock is far behind: nobody can say what is over.</exception>
    public GateDecision AskGate(string automaton, string? card = null)
    {
        LoopBooks books = _books;
        DateTimeOffset now = _clock.GetUtcNow();
        return books.Last - now > _clockTolerance
            ? throw new JournalException(JournalFault.Behind, new(
                $"this machine's clock says {Entry.Format(now)}, and the log's last entry is of "
                    + $"{Entry.Format(books.Last)}: what is over cannot be told. Set the clock right",
                $"l’horloge de cette machine dit {Entry.Format(now)}, et la dernière entrée du registre est du "
                    + $"{Entry.Format(books.Last)}\u00a0: on ne peut dire ce qui a expiré. Mettez l’horloge à l’heure"))
            : GateRules.Decide(
                books.Ask(automaton, now < books.Last ? books.Last : now) with { CardInHand = card });
    }

    /// <summary>Erases what an entry sealed: a card or evidence too, on which the gate then decides anew.</summary>
    public Outcome Erase(Tombstone erasure, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return Act(
            now =>
            {
                Decision? stands = SettleContestation.BeforeErasing(Loop.Evidence.Book, erasure.Index)
                    ?? FileEvidence.BeforeErasing(
                        Loop.Evidence.Book, erasure.Index, Loop.Automata.Book.Automata.Select(it => it.Id),
                        automaton => GateRules.SpeakingAgainst(Loop.Ask(automaton, now)));
                if (stands is { } first)
                {
                    return first;
                }

                StoredEntry[] target = [.. _store.Read(erasure.Index, erasure.Index + 1, opened: true)];
                return target is [{ Bytes: var bytes, Content: var content }]
                    && Entry.TryParse(bytes, out Entry? entry, out Wording? _)
                    ? Tombstone.Decide(erasure, entry, content is not null && !Erasures.Contains(erasure.Index))
                    : Tombstone.Decide(erasure, null, isThere: false);
            },
            cancellation);
    }

    /// <summary>A decision of the gate, signed with the log's key.</summary>
    public Envelope Sign(GateDecision decision) => SignedDecision.Of(decision, _key);

    /// <summary>An admission as a Simple Verification Result; null for a refusal.</summary>
    public Envelope? SignResult(GateDecision decision) => SignedDecision.VerificationResult(decision, _key);

    /// <summary>Files evidence about an automaton.</summary>
    public Task<Outcome> FileEvidenceAsync(FileEvidence act, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        return ActAsync(
            now => FileEvidence.Decide(
                Loop.Evidence.Book, GateSubjects.Of(Loop.Automata.Book, act.Automaton)?.Artefact, act, now),
            cancellation);
    }

    /// <summary>Submits an automaton to the gate, which decides at once.</summary>
    public Task<Outcome> SubmitAutomatonAsync(SubmitAutomaton act, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        return ActAsync(
            _ => SubmitAutomaton.Decide(
                Roles, Loop.Permits.Book, GateSubjects.Of(Loop.Automata.Book, act.Automaton),
                Loop.Petitions.Book.IsAnswered, act),
            cancellation);
    }

    /// <summary>Writes a mandate: looks up what its clauses cite, then puts it to the journal.</summary>
    /// <param name="mandate">The mandate's id; null for a new one.</param>
    /// <param name="document">What it is to say.</param>
    /// <param name="by">Who asks: a facilitator; null for whoever runs the machine.</param>
    /// <param name="cancellation">Withdraws the act while it waits its turn.</param>
    public Task<Outcome> DraftMandateAsync(
        string? mandate, MandateDocument document, string? by, CancellationToken cancellation = default)
    {
        (MandateDocument? filled, Refusal? refusal) = DraftMandate.Fill(document, MandateBook, OutputOf);
        return refusal is not null
            ? Task.FromResult(new Outcome { Refusal = refusal })
            : ActAsync(
                _ => DraftMandate.Decide(Roles, Mandates.Book, new DraftMandate(mandate, filled!, by)), cancellation);
    }

    /// <summary>Brings a version of a mandate into force, where its rule is met.</summary>
    public Task<Outcome> AdoptMandateAsync(AdoptMandate act, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        byte[]? output = act.Result is { } place
            ? OutputOf(MandateBook.Results.GetValueOrDefault(place)?.Output)
            : null;
        return ActAsync(now => AdoptMandate.Decide(Roles, Mandates.Book, act, output, now), cancellation);
    }
}
