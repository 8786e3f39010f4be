using System.Globalization;
using Gouvernail.Choice;
using Gouvernail.Journals;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// Makes the conversation of a consultation again from the entries of a log. Participants are numbered from 1 in the
/// order of their first vote: a result needs no pseudonyms.
/// </summary>
/// <param name="consultation">The consultation's id.</param>
public sealed class ConversationReplay(string consultation)
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<Statement> _statements = [];
    private readonly List<int> _rowOf = [];
    private readonly List<int> _cellOf = [];
    private readonly List<long> _timeOf = [];
    private readonly List<long> _closed = [];
    private ConsultationOpened? _opened;

    /// <summary>Takes note of an entry; those of other consultations say nothing here.</summary>
    /// <param name="position">Its place in the log.</param>
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
        else if (entry.Kind == VoteCast.Kind && entry.Pseudonym is not null)
        {
            AddVote(entry.Pseudonym, position, VoteCast.Read(payload));
        }
        else if (entry.Kind == StatementProposed.Kind && StatementProposed.Read(payload) is { } proposed)
        {
            int column = ColumnOf(proposed.Statement);
            _statements[column] = _statements[column] with
            {
                Text = proposed.Text,
                Author = entry.Pseudonym ?? "",
                IsSeed = proposed.IsSeed,
                Time = proposed.At ?? entry.Time.ToUnixTimeMilliseconds(),
            };
        }
        else if (StatementModerated.Read(entry) is { } moderated)
        {
            int column = ColumnOf(moderated.Statement);
            _statements[column] = _statements[column] with
            {
                Moderation = moderated.Moderation,
                IsMeta = moderated.IsMeta,
            };
        }
        else
        {
            _opened = ConsultationOpened.Read(entry) ?? _opened;
        }
    }

    /// <summary>The conversation; null where the consultation never opened.</summary>
    public ReplayedConversation? Finish()
    {
        if (_opened is null)
        {
            return null;
        }

        string[] people = [.. Enumerable.Range(1, _rows.Count).Select(n => n.ToString(CultureInfo.InvariantCulture))];
        VoteTable votes = VoteTable.FromEvents(
            people,
            [.. _statements.Select(s => new StatementColumn(s.Id, s.Moderation, s.IsMeta))],
            [.. _rowOf],
            [.. _cellOf],
            [.. _timeOf]);
        var conversation = new Conversation
        {
            Topic = _opened.Topic,
            Description = _opened.Description,
            Url = _opened.Url,
            Statements = _statements,
            Votes = votes,
        };
        return new ReplayedConversation(conversation, _opened, _closed);
    }

    private void AddVote(string pseudonym, long position, VoteCast? cast)
    {
        if (cast is not { } vote)
        {
            return;
        }

        if (!_rows.TryGetValue(pseudonym, out int row))
        {
            _rows.Add(pseudonym, row = _rows.Count);
        }

        _rowOf.Add(row);
        _cellOf.Add(VoteTable.CellOf(ColumnOf(vote.Statement), vote.Vote));

        // Votes from elsewhere keep their own order in time, and all of them come before those cast here.
        const long Here = 1L << 62;
        _timeOf.Add(vote.At ?? Here + position);
    }

    private int ColumnOf(string statement)
    {
        if (!_columns.TryGetValue(statement, out int column))
        {
            _columns.Add(statement, column = _statements.Count);
            _statements.Add(new Statement(statement, ""));
        }

        return column;
    }
}

/// <summary>A conversation made again from the log.</summary>
/// <param name="Conversation">The conversation; its participants are numbered.</param>
/// <param name="Opened">How the consultation opened.</param>
/// <param name="Closed">Places of sealed entries whose payload was not there.</param>
public sealed record ReplayedConversation(
    Conversation Conversation, ConsultationOpened Opened, IReadOnlyList<long> Closed);
