using System.Globalization;
using System.Runtime.InteropServices;
using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Makes the conversation of a consultation again from the entries of a log. Participants are numbered from 1, and
/// statements stand, in the order of the first vote by or on them: a result needs no pseudonyms.
/// </summary>
/// <param name="consultation">The consultation's id.</param>
public sealed class ConversationReplay(string consultation)
{
    // Votes from elsewhere keep their own order in time, and all of them come before those cast here.
    private const long Here = 1L << 62;

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(long Position, string Statement, StatementChange Change)> _changes = [];
    private readonly List<(long Position, ConsultationOpened Plan)> _plans = [];
    private readonly List<(long Position, string Pseudonym, Rung Rung)> _admitted = [];
    private readonly List<string> _statements = [];
    private readonly List<long> _positionOf = [];
    private readonly List<int> _rowOf = [];
    private readonly List<int> _cellOf = [];
    private readonly List<long> _timeOf = [];
    private readonly List<long> _closed = [];
    private readonly List<long> _closedStatements = [];
    private readonly List<(long Position, string Statement)> _public = [];
    private readonly List<Withdrawal> _withdrawn = [];

    private delegate Statement StatementChange(Statement before);

    /// <summary>Takes note of an entry; those of other consultations say nothing here.</summary>
    /// <param name="position">Its place in the log, above that of the one before.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="payload">What it sealed, seen to be what it committed to; empty where that is not there.</param>
    public void Add(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Consultation != consultation)
        {
            return;
        }

        if (entry.IsSealed && payload.IsEmpty)
        {
            if (entry.Kind == StatementProposed.Kind)
            {
                _closedStatements.Add(position);
            }
            else if (Publications.Counts(entry.Kind))
            {
                _closed.Add(position);
            }
        }
        else if (entry.Kind == VoteCast.Kind)
        {
            AddVote(position, entry, payload);
        }
        else if (entry.Kind == VoteWithdrawn.Kind)
        {
            AddWithdrawal(position, entry, payload);
        }
        else if (entry.Kind == ParticipantAdmitted.Kind)
        {
            if (entry.Pseudonym is { } pseudonym && ParticipantAdmitted.Read(payload) is { } admitted)
            {
                _admitted.Add((position, pseudonym, admitted.Rung));
            }
        }
        else if (entry.Kind == StatementProposed.Kind)
        {
            AddStatement(position, entry, payload);
        }
        else if (StatementModerated.Read(entry) is { } moderated)
        {
            if (moderated.Moderation == Moderation.Accepted)
            {
                _public.Add((position, moderated.Statement));
            }

            _changes.Add((position, moderated.Statement, before => before with
            {
                Moderation = moderated.Moderation,
                IsMeta = moderated.IsMeta,
            }));
        }
        else if (_plans.Count == 0 && ConsultationOpened.Read(entry) is { } opened)
        {
            _plans.Add((position, opened));
        }
        else if (_plans.Count > 0 && ConsultationEdited.Read(entry) is { } edited)
        {
            _plans.Add((position, edited.Plan));
        }
    }

    /// <summary>The conversation as it stood when the log had so many entries.</summary>
    /// <param name="size">How many; all that were added if none is said.</param>
    /// <returns>The conversation; null where the consultation had not opened.</returns>
    public ReplayedConversation? Finish(long size = long.MaxValue)
    {
        if (_plans.FindLast(plan => plan.Position < size) is not { Plan: { } plan })
        {
            return null;
        }

        StandingVotes standing = StandingVotes.Of(
            CollectionsMarshal.AsSpan(_positionOf)[..CountBefore(_positionOf, size)],
            CollectionsMarshal.AsSpan(_rowOf), CollectionsMarshal.AsSpan(_cellOf), CollectionsMarshal.AsSpan(_timeOf),
            _withdrawn.TakeWhile(w => w.Position < size));
        List<Statement> statements = StatementsOf(standing.Columns, size);
        if (plan.Terms.IsStrict)
        {
            // What nobody was ever asked, and the public never sees: no result may depend on it.
            var asked = new HashSet<string>(standing.Columns.Select(c => _statements[c]), StringComparer.Ordinal);
            asked.UnionWith(_public.TakeWhile(s => s.Position < size).Select(s => s.Statement));
            statements.RemoveAll(statement => !statement.IsSeed && !asked.Contains(statement.Id));
        }

        var conversation = new Conversation
        {
            Topic = plan.Topic,
            Description = plan.Description,
            Url = plan.Url,
            Statements = statements,
            Votes = VoteTable.FromEvents(
                [.. Enumerable.Range(1, standing.People.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))],
                [.. statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta))],
                standing.Rows,
                standing.Cells,
                standing.Times),
            Rungs = RungsOf(standing.People, size),
        };
        IEnumerable<long> closed = _closed.TakeWhile(position => position < size);
        return new ReplayedConversation(conversation, plan, plan.Terms.IsStrict
            ? [.. closed]
            : [.. closed.Concat(_closedStatements.TakeWhile(position => position < size)).Order()]);
    }

    private List<Statement> StatementsOf(int[] columns, long size)
    {
        var statements = columns.Select(column => new Statement(_statements[column], "")).ToList();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int column = 0; column < statements.Count; column++)
        {
            place.Add(statements[column].Id, column);
        }

        foreach ((long position, string statement, StatementChange change) in _changes)
        {
            if (position >= size)
            {
                break;
            }

            if (!place.TryGetValue(statement, out int at))
            {
                place.Add(statement, at = statements.Count);
                statements.Add(new Statement(statement, ""));
            }

            statements[at] = change(statements[at]);
        }

        return statements;
    }

    /// <summary>
    /// The highest rung of each row; who was never admitted, as in imported conversations, stands lowest.
    /// </summary>
    private Rung[] RungsOf(int[] people, long size)
    {
        int[] place = new int[_rows.Count];
        Array.Fill(place, -1);
        for (int i = 0; i < people.Length; i++)
        {
            place[people[i]] = i;
        }

        var rungs = new Rung[people.Length];
        foreach ((long position, string pseudonym, Rung rung) in _admitted)
        {
            if (position < size && _rows.TryGetValue(pseudonym, out int row) && place[row] is >= 0 and int at
                && rung > rungs[at])
            {
                rungs[at] = rung;
            }
        }

        return rungs;
    }

    private static int CountBefore(List<long> positions, long size)
    {
        int at = positions.BinarySearch(size);
        return at < 0 ? ~at : at;
    }

    private void AddStatement(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (StatementProposed.Read(payload) is not { } proposed)
        {
            return;
        }

        _changes.Add((position, proposed.Statement, before => before with
        {
            Text = proposed.Text,
            Author = entry.Pseudonym ?? "",
            IsSeed = proposed.IsSeed,
            Time = proposed.At ?? entry.Time.ToUnixTimeMilliseconds(),
        }));
    }

    private void AddVote(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (entry.Pseudonym is null || VoteCast.Read(payload) is not { } vote)
        {
            return;
        }

        (int row, int column) = CellOf(entry.Pseudonym, vote.Statement);
        _positionOf.Add(position);
        _rowOf.Add(row);
        _cellOf.Add(VoteTable.CellOf(column, vote.Vote));
        _timeOf.Add(vote.At ?? Here + position);
    }

    private void AddWithdrawal(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        if (entry.Pseudonym is not null && VoteWithdrawn.Read(payload) is { } withdrawn
            && _rows.TryGetValue(entry.Pseudonym, out int row)
            && _columns.TryGetValue(withdrawn.Statement, out int column))
        {
            _withdrawn.Add(new Withdrawal(position, row, column));
        }
    }

    private (int Row, int Column) CellOf(string pseudonym, string statement)
    {
        if (!_rows.TryGetValue(pseudonym, out int row))
        {
            _rows.Add(pseudonym, row = _rows.Count);
        }

        if (!_columns.TryGetValue(statement, out int column))
        {
            _columns.Add(statement, column = _columns.Count);
            _statements.Add(statement);
        }

        return (row, column);
    }
}

/// <summary>A conversation made again from the log.</summary>
/// <param name="Conversation">The conversation; its participants are numbered.</param>
/// <param name="Opened">How the consultation stood: as it opened, or as it was edited last.</param>
/// <param name="Closed">Places of sealed entries that count and whose payload was not there.</param>
public sealed record ReplayedConversation(
    Conversation Conversation, ConsultationOpened Opened, IReadOnlyList<long> Closed);
