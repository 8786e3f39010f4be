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
    private readonly List<string> _statements = [];
    private readonly List<long> _positionOf = [];
    private readonly List<int> _rowOf = [];
    private readonly List<int> _cellOf = [];
    private readonly List<long> _timeOf = [];
    private readonly List<long> _closed = [];
    private (long Position, ConsultationOpened Event)? _opened;

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
            _closed.Add(position);
        }
        else if (entry.Kind == VoteCast.Kind)
        {
            AddVote(position, entry, payload);
        }
        else if (entry.Kind == StatementProposed.Kind)
        {
            AddStatement(position, entry, payload);
        }
        else if (StatementModerated.Read(entry) is { } moderated)
        {
            _changes.Add((position, moderated.Statement, before => before with
            {
                Moderation = moderated.Moderation,
                IsMeta = moderated.IsMeta,
            }));
        }
        else if (_opened is null && ConsultationOpened.Read(entry) is { } opened)
        {
            _opened = (position, opened);
        }
    }

    /// <summary>The conversation as it stood when the log had so many entries.</summary>
    /// <param name="size">How many; all that were added if none is said.</param>
    /// <returns>The conversation; null where the consultation had not opened.</returns>
    public ReplayedConversation? Finish(long size = long.MaxValue)
    {
        if (_opened is not { } opening || opening.Position >= size)
        {
            return null;
        }

        int votes = CountBefore(_positionOf, size);
        int people = 0, columns = 0;
        for (int e = 0; e < votes; e++)
        {
            people = Math.Max(people, _rowOf[e] + 1);
            columns = Math.Max(columns, VoteTable.StatementOf(_cellOf[e]) + 1);
        }

        var statements = _statements.Take(columns).Select(id => new Statement(id, "")).ToList();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int column = 0; column < columns; column++)
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

        var conversation = new Conversation
        {
            Topic = opening.Event.Topic,
            Description = opening.Event.Description,
            Url = opening.Event.Url,
            Statements = statements,
            Votes = VoteTable.FromEvents(
                [.. Enumerable.Range(1, people).Select(n => n.ToString(CultureInfo.InvariantCulture))],
                [.. statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta))],
                CollectionsMarshal.AsSpan(_rowOf)[..votes],
                CollectionsMarshal.AsSpan(_cellOf)[..votes],
                CollectionsMarshal.AsSpan(_timeOf)[..votes]),
        };
        return new ReplayedConversation(conversation, opening.Event, _closed[..CountBefore(_closed, size)]);
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

        if (!_rows.TryGetValue(entry.Pseudonym, out int row))
        {
            _rows.Add(entry.Pseudonym, row = _rows.Count);
        }

        if (!_columns.TryGetValue(vote.Statement, out int column))
        {
            _columns.Add(vote.Statement, column = _columns.Count);
            _statements.Add(vote.Statement);
        }

        _positionOf.Add(position);
        _rowOf.Add(row);
        _cellOf.Add(VoteTable.CellOf(column, vote.Vote));
        _timeOf.Add(vote.At ?? Here + position);
    }
}

/// <summary>A conversation made again from the log.</summary>
/// <param name="Conversation">The conversation; its participants are numbered.</param>
/// <param name="Opened">How the consultation opened.</param>
/// <param name="Closed">Places of sealed entries whose payload was not there.</param>
public sealed record ReplayedConversation(
    Conversation Conversation, ConsultationOpened Opened, IReadOnlyList<long> Closed);
