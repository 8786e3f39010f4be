using Gouvernail.Aggregate.Results;
using Gouvernail.Consult.Consultations;
using Gouvernail.Journals;

namespace Gouvernail.Audits;

/// <summary>
/// Reads the entries of a log in order, beside their openings: commitments, erasures, rules, conversations.
/// </summary>
internal sealed class EntryAudit : IDisposable
{
    private readonly bool _isWhole;
    private readonly bool _grows;
    private readonly long _size;
    private readonly OpeningLines _openings;
    private readonly Marks _sealed = new();
    private readonly Marks _opened = new();
    private readonly Dictionary<long, long> _tombstoneOf = [];
    private readonly List<(long Position, Tombstone Tombstone)> _erasures = [];
    private readonly List<(long Position, ResultPublished Result)> _results = [];
    private readonly Dictionary<string, ConversationReplay> _conversations = new(StringComparer.Ordinal);
    private readonly Publications _publications = new(OpenKinds.All);

    /// <summary>
    /// Sealed entries without their payload, by consultation and kind: the log's end tells what is due.
    /// </summary>
    private readonly Dictionary<(string? Consultation, string Kind), List<long>> _unopened = [];

    /// <summary>How many sealed entries have their payload here, by consultation and kind.</summary>
    private readonly Dictionary<(string? Consultation, string Kind), long> _openedOf = [];
    private readonly Dictionary<string, long> _openedAt = new(StringComparer.Ordinal);

    /// <summary>Sealed entries without their payload, though it ought to be there unless it was erased.</summary>
    private readonly List<long> _due = [];

    /// <summary>Sealed entries whose opening is not what they committed to.</summary>
    private readonly List<long> _wrong = [];
    private readonly FindingList _findings = new();
    private readonly LoopAudit _loop;
    private readonly PetitionAudit _petitions;
    private readonly HashSet<string> _votedOn = new(StringComparer.Ordinal);
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private long _public;
    private long _sealedCount;
    private long _openedCount;
    private long _foreign;

    /// <summary>Reads a bundle whose log has so many entries.</summary>
    public EntryAudit(IBundle bundle, long size)
    {
        _size = size;
        _grows = bundle.Grows;
        _isWhole = bundle.IsWhole;
        _openings = new OpeningLines(bundle);
        _loop = new LoopAudit(bundle, _findings);
        _petitions = new PetitionAudit(_findings);
    }

    public EntryCounts Counts { get; private set; } = new();

    public IReadOnlyList<(long Position, Tombstone Tombstone)> Erasures => _erasures;

    public IReadOnlyList<(long Position, ResultPublished Result)> Results => _results;

    public FindingList Findings => _findings;

    public LoopAudit Loop => _loop;

    /// <summary>The time of the last entry; null where there is none.</summary>
    public DateTimeOffset? LastEntry => _last == DateTimeOffset.MinValue ? null : _last;

    /// <summary>The place of the tombstone of an entry; null where it was not erased.</summary>
    public long? TombstoneOf(long position) => _tombstoneOf.TryGetValue(position, out long at) ? at : null;

    public ConversationReplay? ConversationOf(string consultation) => _conversations.GetValueOrDefault(consultation);

    /// <summary>Takes the entries of a bundle.</summary>
    public void Read(long first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            Read(first + i, entries[i]);
        }
    }

    /// <summary>Draws what follows from all of them.</summary>
    public void Finish()
    {
        while (_openings.Current is { } stray)
        {
            if (_grows && stray.Index >= _size)
            {
                _openings.Next();
            }
            else
            {
                Stray(stray);
            }
        }

        if (_openings.Broken is { } file)
        {
            _findings.Mismatch(
                $"{file} is not a file of openings: a line of it is damaged, cut or out of place",
                $"{file} n’est pas un fichier d’ouvertures\u00a0: une ligne en est abîmée, coupée ou déplacée");
        }

        _loop.Finish();
        _petitions.Finish();
        long hidden = Resolve();
        long missing = _due.Count(position => !_tombstoneOf.ContainsKey(position));
        if (missing > 0)
        {
            long example = _due.First(position => !_tombstoneOf.ContainsKey(position));
            _findings.Mismatch(
                $"{missing} sealed payloads should be here and are not, the first that of entry {example}",
                $"{missing} contenus scellés devraient être là et n’y sont pas, d’abord celui de l’entrée {example}");
        }

        long damaged = missing + _wrong.Count(position => !_tombstoneOf.ContainsKey(position));
        long erased = _tombstoneOf.Keys.LongCount(position => !_opened[position]);
        Counts = new EntryCounts
        {
            Public = _public,
            Sealed = _sealedCount,
            Opened = _openedCount,
            Erased = erased,
            Closed = _sealedCount - _openedCount - erased - damaged,
            Damaged = damaged,
            Foreign = _foreign,
        };
        if (_foreign > 0)
        {
            _findings.Unchecked(
                $"{_foreign} entries are in another format: they were hashed, and not read",
                $"{_foreign} entrées sont dans un autre format\u00a0: leur empreinte a été calculée, sans les lire");
        }

        if (hidden > 0)
        {
            _findings.Remark(
                $"{hidden} sealed payloads are the community's alone (drafts, devices, lists, statements that were not "
                    + "accepted): no result counts them",
                $"{hidden} contenus scellés sont à la communauté seule (brouillons, appareils, listes, énoncés non "
                    + "acceptés)\u00a0: aucun résultat ne les compte");
        }

        long closed = Counts.Closed - hidden;
        if (closed > 0)
        {
            _findings.Unchecked(
                $"{closed} sealed payloads are not published: that they exist is proven, not what they say",
                $"{closed} contenus scellés ne sont pas publiés\u00a0: leur existence est prouvée, "
                    + $"pas ce qu’ils disent");
        }

        long unpublished = _isWhole ? 0
            : _openedOf.Where(o => !_publications.Allow(o.Key.Consultation, o.Key.Kind)).Sum(o => o.Value);
        if (unpublished > 0)
        {
            _findings.Remark(
                $"{unpublished} payloads are here that their consultation said it would not publish",
                $"{unpublished} contenus sont là que leur consultation avait dit ne pas publier");
        }
    }

    /// <summary>
    /// Finds which payloads ought to be here. Gives how many are neither published nor counted by any result.
    /// </summary>
    private long Resolve()
    {
        long hidden = 0;
        foreach (((string? consultation, string kind), List<long> positions) in _unopened)
        {
            if (_isWhole
                || (_publications.Allow(consultation, kind) && !_publications.IsPartial(consultation, kind)))
            {
                _due.AddRange(positions);
            }
            else if (_publications.IsPartial(consultation, kind) || !Publications.Counts(kind)
                || !_publications.HasOpened(consultation))
            {
                hidden += positions.LongCount(position => !_tombstoneOf.ContainsKey(position));
            }
        }

        _due.Sort();
        return hidden;
    }

    /// <summary>True where a payload ought to be there, and is missing or not what was committed to.</summary>
    public bool IsDamaged(long position) => _due.BinarySearch(position) >= 0 || _wrong.Contains(position);

    public void Dispose() => _openings.Dispose();

    private void Read(long position, ReadOnlyMemory<byte> bytes)
    {
        _openings.Reach(position);
        while (_openings.Current is { } early && early.Index < position)
        {
            Stray(early);
        }

        if (!Entry.TryParse(bytes, out Entry? entry, out _))
        {
            _foreign++;
            return;
        }

        if (entry.Time < _last)
        {
            _findings.Mismatch(
                $"entry {position} says it is older than the one before it",
                $"l’entrée {position} se dit plus ancienne que la précédente");
        }

        _last = entry.Time;
        ReadOnlyMemory<byte> payload = entry.IsSealed ? Open(position, entry) : default;
        if (!entry.IsSealed)
        {
            _public++;
            ReadPublic(position, entry);
        }

        if (entry.Kind == VoteCast.Kind && entry.Consultation is { } votedOn)
        {
            _votedOn.Add(votedOn);
        }

        RequireReadable(position, entry, payload);
        _loop.Read(position, entry, payload);
        _petitions.Read(position, entry);

        if (entry.Consultation is { } id)
        {
            if (!_conversations.TryGetValue(id, out ConversationReplay? conversation))
            {
                _conversations.Add(id, conversation = new ConversationReplay(id));
            }

            conversation.Add(position, entry, payload);
        }
    }

    private ReadOnlyMemory<byte> Open(long position, Entry entry)
    {
        _sealedCount++;
        _sealed.Mark(position);
        if (_openings.Current is not { } opening || opening.Index != position)
        {
            if (!_unopened.TryGetValue((entry.Consultation, entry.Kind), out List<long>? unopened))
            {
                _unopened.Add((entry.Consultation, entry.Kind), unopened = []);
            }

            unopened.Add(position);
            return default;
        }

        bool holds = opening.Content.Opens(entry.Seal.Span);
        _openings.Next();
        if (!holds)
        {
            _wrong.Add(position);
            _findings.Mismatch(
                $"the opening of entry {position} is not what the entry committed to",
                $"l’ouverture de l’entrée {position} n’est pas ce à quoi l’entrée s’engageait");
            return default;
        }

        _openedCount++;
        _openedOf[(entry.Consultation, entry.Kind)] =
            _openedOf.GetValueOrDefault((entry.Consultation, entry.Kind)) + 1;
        _opened.Mark(position);
        return opening.Content.Payload;
    }

    private void ReadPublic(long position, Entry entry)
    {
        if (entry.Kind == Tombstone.Kind)
        {
            ReadTombstone(position, Tombstone.Read(entry));
        }
        else if (ResultPublished.TryRead(entry, out ResultPublished? result))
        {
            _results.Add((position, result));
        }
        else if (entry.Kind == ResultPublished.Kind)
        {
            _findings.Mismatch(
                $"entry {position} says it is a result, and does not say which",
                $"l’entrée {position} se dit un résultat, et ne dit pas lequel");
        }
        else
        {
            _publications.Apply(entry);
        }
    }

    /// <summary>What bears a known kind and says nothing of it counts for nobody: everybody has to know.</summary>
    private void RequireReadable(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        bool isOpen = !entry.IsSealed || !payload.IsEmpty;
        bool isReadable = !isOpen || entry.Kind switch
        {
            VoteCast.Kind => entry is { IsSealed: true, Pseudonym: not null } && VoteCast.Read(payload) is not null,
            StatementProposed.Kind => entry.IsSealed && StatementProposed.Read(payload) is not null,
            StatementModerated.Kind => StatementModerated.Read(entry) is not null,
            ConsultationOpened.Kind => ConsultationOpened.Read(entry) is not null
                && _openedAt.TryAdd(entry.Consultation!, position),
            VoteWithdrawn.Kind => entry is { IsSealed: true, Pseudonym: not null }
                && VoteWithdrawn.Read(payload) is not null,
            ParticipantAdmitted.Kind => entry is { IsSealed: true, Pseudonym: not null }
                && ParticipantAdmitted.Read(payload) is not null,
            ConsultationEdited.Kind => ConsultationEdited.Read(entry) is not null && IsUntouched(position, entry),
            StageChanged.Kind => StageChanged.Read(entry) is not null,
            _ => PetitionAudit.IsReadable(entry, payload),
        };
        if (!isReadable)
        {
            _findings.Mismatch(
                $"entry {position} says it is a {entry.Kind}, and is not one: it counts for nothing",
                $"l’entrée {position} se dit {entry.Kind}, et n’en est pas une\u00a0: elle ne compte pour rien");
        }
    }

    /// <summary>A question that somebody has answered stays as it was put.</summary>
    private bool IsUntouched(long position, Entry entry)
    {
        if (_votedOn.Contains(entry.Consultation ?? ""))
        {
            _findings.Mismatch(
                $"entry {position} changes consultation {entry.Consultation} after somebody had voted",
                $"l’entrée {position} change la consultation {entry.Consultation} après un premier vote");
        }

        return true;
    }

    private void ReadTombstone(long position, Tombstone? tombstone)
    {
        if (tombstone is null || tombstone.Index < 0 || tombstone.Index >= position || !_sealed[tombstone.Index])
        {
            _findings.Mismatch(
                $"the tombstone at {position} names no sealed entry before it",
                $"l’effacement inscrit en {position} ne désigne aucune entrée scellée avant lui");
            return;
        }

        _erasures.Add((position, tombstone));
        if (!_tombstoneOf.TryAdd(tombstone.Index, position))
        {
            _findings.Mismatch(
                $"entry {tombstone.Index} is erased twice, again at {position}",
                $"l’entrée {tombstone.Index} est effacée deux fois, de nouveau en {position}");
        }
        else if (_opened[tombstone.Index])
        {
            _findings.Mismatch(
                $"entry {tombstone.Index} was erased at {position}, and its payload is here",
                $"l’entrée {tombstone.Index} a été effacée en {position}, et son contenu est là");
        }
    }

    private void Stray(Opening opening)
    {
        _findings.Mismatch(
            $"there is an opening for entry {opening.Index}, which is not sealed, not there, or opened already",
            $"il y a une ouverture pour l’entrée {opening.Index}, qui n’est pas scellée, absente ou déjà ouverte");
        _openings.Next();
    }

    /// <summary>One bit an entry, made as entries come: a size is believed as far as entries bear it out.</summary>
    private sealed class Marks
    {
        private readonly List<ulong> _words = [];

        public bool this[long position] =>
            position >> 6 < _words.Count && (_words[(int)(position >> 6)] >> (int)(position & 63) & 1) == 1;

        public void Mark(long position)
        {
            while (_words.Count <= position >> 6)
            {
                _words.Add(0);
            }

            _words[(int)(position >> 6)] |= 1UL << (int)(position & 63);
        }
    }
}
