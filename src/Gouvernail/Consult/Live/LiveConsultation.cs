using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Choice.Opinions;
using Gouvernail.Consult.Consultations;
using Gouvernail.Consult.Invitations;

namespace Gouvernail.Consult.Live;

/// <summary>
/// A consultation as the committed log has it, for pages to read while people vote. Members may be called from any
/// thread; what they give does not change any more.
/// </summary>
public sealed partial class LiveConsultation
{
    private readonly Lock _gate = new();
    private readonly Consultation _state;
    private readonly Dictionary<string, Voter> _voters = new(StringComparer.Ordinal);
    private readonly List<Voter> _order = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _statements = [];
    private readonly List<VoteCounts> _counts = [];

    /// <summary>Entered before the other gate, never after it: making a table takes long, and votes go on.</summary>
    private readonly Lock _tableGate = new();
    private readonly LiveVotes _votes = new();
    private List<(int Row, int Column, sbyte? Vote)> _news = [];
    private readonly SortedDictionary<long, int> _hours = [];
    private readonly List<(long Position, MemberListed Member)> _members = [];
    private readonly SortedSet<long> _links = [];
    private readonly List<StatementDecision> _decisions = [];
    private readonly List<long> _positions = [];
    private readonly List<Voter> _whose = [];
    private ConsultationView? _view;
    private DateTimeOffset? _since;
    private long _version;
    private int _standing;
    private int _rows;

    internal LiveConsultation(Consultation state) => _state = state;

    /// <summary>Its id.</summary>
    public string Id => _state.Id;

    /// <summary>
    /// The place of the last entry of the consultation: whatever was read before it may be out of date.
    /// </summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Standing votes, one per participant and statement.</summary>
    public int VoteCount => Volatile.Read(ref _standing);

    /// <summary>True where somebody has voted, be it that they took the vote back or erased it since.</summary>
    public bool WasVotedOn
    {
        get
        {
            lock (_gate)
            {
                return _state.Votes > 0;
            }
        }
    }

    /// <summary>The consultation apart from its votes.</summary>
    public ConsultationView View()
    {
        lock (_gate)
        {
            return _view ??= new ConsultationView(_state.Id, _state.Opened, _state.Stage, _state.StageReason)
            {
                Statements = [.. _state.InOrder],
                Invitations = [.. _state.Invitations],
                Revoked = [.. _state.Revoked],
                Since = _since,
            };
        }
    }

    /// <summary>A participant; null where they have done nothing here, or nothing that is left.</summary>
    public LiveParticipant? Find(string pseudonym)
    {
        lock (_gate)
        {
            return _voters.TryGetValue(pseudonym, out Voter? voter) ? Copy(voter) : null;
        }
    }

    /// <summary>A participant's standing vote on a statement; null where there is none. Nothing is copied.</summary>
    public Ballot? VoteOf(string pseudonym, string statement)
    {
        lock (_gate)
        {
            return _voters.TryGetValue(pseudonym, out Voter? voter)
                && _columns.TryGetValue(statement, out int column)
                && voter.Ballots.FindIndex(mark => mark.Column == column) is >= 0 and int at
                ? BallotOf(voter.Ballots[at])
                : null;
        }
    }

    /// <summary>All participants, in the order of their first act.</summary>
    public IReadOnlyList<LiveParticipant> Participants()
    {
        lock (_gate)
        {
            return [.. _order.Select(Copy)];
        }
    }

    /// <summary>How many have at least one standing vote.</summary>
    public int VoterCount()
    {
        lock (_gate)
        {
            return _order.Count(voter => voter.Ballots.Count > 0);
        }
    }

    /// <summary>How many have at least one standing vote, by rung, in the order of <see cref="Rungs.All"/>.</summary>
    public IReadOnlyList<int> RungCounts()
    {
        int[] counts = new int[Rungs.All.Count];
        lock (_gate)
        {
            foreach (Voter voter in _order)
            {
                counts[(int)voter.Rung] += voter.Ballots.Count > 0 ? 1 : 0;
            }
        }

        return counts;
    }

    /// <summary>The standing votes on each statement that has or had any, by its id.</summary>
    public IReadOnlyDictionary<string, VoteCounts> Counts()
    {
        lock (_gate)
        {
            var counts = new Dictionary<string, VoteCounts>(StringComparer.Ordinal);
            for (int column = 0; column < _counts.Count; column++)
            {
                counts.Add(_statements[column], _counts[column]);
            }

            return counts;
        }
    }

    /// <summary>Votes cast in each hour that has any, changes of mind included: hours since 1970, ascending.</summary>
    public IReadOnlyList<(long Hour, int Votes)> Hours()
    {
        lock (_gate)
        {
            return [.. _hours.Select(hour => (hour.Key, hour.Value))];
        }
    }

    /// <summary>The community's list, for facilitators alone.</summary>
    public IReadOnlyList<MemberListed> Members()
    {
        lock (_gate)
        {
            return [.. _members.Select(listed => listed.Member)];
        }
    }

    /// <summary>The place of the entry by which an invitation is a listed member's; null where there is none.</summary>
    public long? ListingOf(int serial)
    {
        lock (_gate)
        {
            return _members.Find(listed => listed.Member.Serial == serial) is { Member: not null } found
                ? found.Position
                : null;
        }
    }

    /// <summary>Places of entries that still seal what links people to pseudonyms: listed members, devices.</summary>
    public IReadOnlyList<long> Links()
    {
        lock (_gate)
        {
            return [.. _links];
        }
    }

    /// <summary>Every decision on statements, in the order of the log: also those that others replaced.</summary>
    public IReadOnlyList<StatementDecision> Decisions()
    {
        lock (_gate)
        {
            return [.. _decisions];
        }
    }

    /// <summary>
    /// Statements and standing votes: the same conversation as <see cref="ConversationReplay"/> makes of the log, with
    /// participants numbered in the order of their first act.
    /// </summary>
    /// <param name="rungs">Only participants on these rungs; null for all.</param>
    public Conversation Conversation(IReadOnlyCollection<Rung>? rungs = null)
    {
        lock (_gate)
        {
            Voter[] people = [.. _order.Where(v => v.Ballots.Count > 0 && (rungs is null || rungs.Contains(v.Rung)))];
            int size = people.Sum(voter => voter.Ballots.Count);
            int[] rows = new int[size], cells = new int[size];
            bool[] voted = new bool[_statements.Count];
            int at = 0;
            for (int row = 0; row < people.Length; row++)
            {
                foreach (Mark mark in people[row].Ballots)
                {
                    rows[at] = row;
                    cells[at++] = VoteTable.CellOf(mark.Column, mark.Vote);
                    voted[mark.Column] = true;
                }
            }

            return Build(people, rows, cells, voted);
        }
    }

    /// <summary>
    /// The standing votes with participants numbered by their votes alone: what <see cref="VoteTable.Anonymous"/> makes
    /// of the votes of <see cref="Conversation"/>, at the price of what changed since it was last asked for.
    /// </summary>
    public LiveTable Table()
    {
        lock (_tableGate)
        {
            List<(int Row, int Column, sbyte? Vote)> news;
            long version;
            ConsultationView view;
            StatementColumn[]? columns;
            VoteTable? again = null;
            lock (_gate)
            {
                (news, _news) = (_news, []);
                (version, view, columns) = (_version, View(), Columns());
                if (columns is null)
                {
                    again = Conversation().Votes;
                }
            }

            foreach ((int row, int column, sbyte? vote) in news)
            {
                if (vote is { } cast)
                {
                    _votes.Cast(row, column, cast);
                }
                else
                {
                    _votes.Withdraw(row, column);
                }
            }

            return new LiveTable(version, view, again?.Anonymous() ?? _votes.Snapshot(columns!));
        }
    }

    /// <summary>
    /// The columns of the table; null where a statement was erased, with every vote on it, or was never accepted under
    /// strict moderation: it has no column in the table of who counts again.
    /// </summary>
    private StatementColumn[]? Columns()
    {
        var columns = new StatementColumn[_statements.Count];
        for (int column = 0; column < columns.Length; column++)
        {
            bool isListed = _state.Statements.TryGetValue(_statements[column], out ListedStatement? listed);
            if (_counts[column].Seen == 0 && !(isListed && listed!.IsPublic(_state.Opened.Terms.IsStrict)))
            {
                return null;
            }

            columns[column] = isListed
                ? new StatementColumn(listed!.Id, listed.Decision.Moderation, listed.Decision.IsMeta)
                : new StatementColumn(_statements[column]);
        }

        return columns;
    }

    private Conversation Build(Voter[] people, int[] rows, int[] cells, bool[] voted)
    {
        var statements = new List<Statement>();
        int[] place = new int[_statements.Count];
        for (int column = 0; column < _statements.Count; column++)
        {
            if (voted[column] && !_state.Statements.ContainsKey(_statements[column]))
            {
                place[column] = statements.Count;
                statements.Add(new Statement(_statements[column], ""));
            }
        }

        foreach (ListedStatement listed in _state.InOrder)
        {
            bool isVoted = false;
            if (_columns.TryGetValue(listed.Id, out int column))
            {
                place[column] = statements.Count;
                isVoted = voted[column];
            }

            if (!isVoted && !listed.IsPublic(_state.Opened.Terms.IsStrict))
            {
                continue;
            }

            statements.Add(new Statement(listed.Id, listed.Text)
            {
                Author = listed.Author ?? "",
                Time = listed.Time,
                Moderation = listed.Decision.Moderation,
                IsMeta = listed.Decision.IsMeta,
                IsSeed = listed.IsSeed,
            });
        }

        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = VoteTable.CellOf(place[VoteTable.StatementOf(cells[i])], VoteTable.VoteOf(cells[i]));
        }

        return new Conversation
        {
            Topic = _state.Opened.Topic,
            Description = _state.Opened.Description,
            Url = _state.Opened.Url,
            Statements = statements,
            Votes = VoteTable.FromEvents(
                [.. Enumerable.Range(1, people.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))],
                [.. statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta))],
                rows, cells, default),
            Rungs = [.. people.Select(voter => voter.Rung)],
        };
    }

    private Ballot BallotOf(Mark mark) =>
        new(_statements[mark.Column], mark.Vote, mark.Matters, mark.Position, mark.Time);

    private LiveParticipant Copy(Voter voter) => new(voter.Pseudonym, voter.Rung)
    {
        Ballots = [.. voter.Ballots.Select(BallotOf)],
        Entries = [.. voter.Entries],
        Devices = [.. voter.Devices.Select(seen => seen.Device)],
        Invitation = voter.Invitation,
    };

    /// <summary>A vote: small, because there are millions.</summary>
    private readonly record struct Mark(
        int Column, sbyte Vote, bool Matters, long Position, long Time, bool IsImported)
    {
        /// <summary>Imported votes keep their own order in time, and come before those cast here.</summary>
        public bool IsEarlierThan(Mark other) => IsImported && (!other.IsImported || Time < other.Time);
    }

    private sealed class Voter(string pseudonym, int row)
    {
        public int Row { get; } = row;

        public string Pseudonym { get; } = pseudonym;

        public Rung Rung { get; set; }

        public List<Mark> Ballots { get; } = [];

        public List<long> Entries { get; } = [];

        public List<(long Position, string Device)> Devices { get; } = [];

        public int? Invitation { get; set; }
    }
}
