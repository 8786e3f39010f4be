namespace Gouvernail.Choice;

/// <summary>
/// The votes of a conversation that goes on. Votes are taken as they come, and a table of those that hold is made when
/// it is asked for, at the price of what has changed since the last one: rows that changed are sorted, and the others
/// copied around them. The table is, to the bit, what <see cref="VoteTable.Anonymous"/> makes of the same votes.
/// </summary>
/// <remarks>
/// Not safe for several threads at once; tables that were handed out never change, and any thread may read them.
/// The order of the calls is the order in time: who has votes with times of their own begins with a table of them.
/// </remarks>
public sealed class LiveVotes
{
    private readonly List<Event> _events = [];

    /// <summary>Place among the statements of each column of the table.</summary>
    private int[] _statementOf = [];

    /// <summary>Column of each statement in the table.</summary>
    private int[] _columnOf = [];

    /// <summary>Participant of each row of the table, and row of each participant, −1 for none.</summary>
    private int[] _participantOf = [];
    private int[] _rowOf = [];

    private int _fewestStatements;
    private StatementColumn[] _statements = [];
    private VoteTable _table = VoteTable.FromVotes([]);

    /// <summary>A conversation in which nobody has voted.</summary>
    public LiveVotes()
    {
    }

    /// <summary>A conversation that has begun.</summary>
    /// <param name="votes">
    /// The votes so far; its rows are the participants 0, 1, 2 … and its columns the statements 0, 1, 2 …
    /// </param>
    public LiveVotes(VoteTable votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        int[] lengths = votes.RowLengths();
        int[] voters = [.. Enumerable.Range(0, lengths.Length).Where(row => lengths[row] > 0)];
        int[] columns = [.. Enumerable.Range(0, votes.Statements.Count)];
        _fewestStatements = columns.Length;
        _statementOf = columns;
        _table = votes.Select(voters, columns);
        _participantOf = voters;
        Rename([.. votes.Statements], inOrder: false);
    }

    /// <summary>Changes since the last table, repeats included.</summary>
    public int Pending => _events.Count;

    /// <summary>Takes a vote; it stands in the place of an earlier one by the same participant on the same statement.
    /// Costs O(1) in the mean.</summary>
    /// <param name="participant">A number from 0, the same for one participant always; best without large gaps.</param>
    /// <param name="statement">Place of the statement in the list that <see cref="Snapshot"/> will be given.</param>
    /// <param name="vote">1 agree, −1 disagree, 0 pass.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or the vote is none.</exception>
    public void Cast(int participant, int statement, int vote)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vote, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vote, 1);
        Add(participant, statement, vote + 1);
    }

    /// <summary>Takes a vote back, as if it had never been cast; nothing happens where there is none.</summary>
    /// <param name="participant">The participant's number.</param>
    /// <param name="statement">The statement's place.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0.</exception>
    public void Withdraw(int participant, int statement) => Add(participant, statement, Event.Nothing);

    /// <summary>
    /// The table of the votes that hold: <see cref="VoteTable.Anonymous"/> of each participant's last vote on each
    /// statement. Who holds no vote is not in it; statements without votes are.
    /// </summary>
    /// <param name="statements">
    /// All statements, in the places that the votes name. From one call to the next, statements may be added and their
    /// standing may change at little cost; other ids in the same places are as dear as a new beginning.
    /// </param>
    /// <exception cref="ArgumentException">An id is given twice, or a statement that was voted on is not given;
    /// nothing has changed then.</exception>
    public VoteTable Snapshot(IReadOnlyList<StatementColumn> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        if (statements.Count < _fewestStatements)
        {
            throw new ArgumentException(
                $"Somebody voted on statement {_fewestStatements - 1} of {statements.Count}.", nameof(statements));
        }

        if (!statements.SequenceEqual(_statements))
        {
            Rename([.. statements], inOrder: true);
        }

        if (_events.Count > 0)
        {
            Merge(new ChangedRows(_table, _events, _rowOf, _columnOf));
            _events.Clear();
        }

        return _table;
    }

    private void Add(int participant, int statement, int code)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(participant);
        ArgumentOutOfRangeException.ThrowIfNegative(statement);
        _events.Add(new Event(participant, statement, code));
        _fewestStatements = Math.Max(_fewestStatements, statement + 1);
    }

    /// <summary>
    /// Gives the columns their ids, and sorts them by these. As long as the columns that were there keep their order,
    /// so do the rows.
    /// </summary>
    private void Rename(StatementColumn[] statements, bool inOrder)
    {
        string[] ids = Array.ConvertAll(statements, s => s.Id);
        VoteTable.RequireDistinct(ids, nameof(statements));
        int[] statementOf = VoteTable.SortedById(ids);
        int[] columnOf = new int[ids.Length];
        for (int column = 0; column < columnOf.Length; column++)
        {
            columnOf[statementOf[column]] = column;
        }

        // A statement that is no longer given has no votes.
        int[] after = Array.ConvertAll(_statementOf, s => s < columnOf.Length ? columnOf[s] : -1);
        int last = -1;
        foreach (int column in after)
        {
            inOrder = inOrder && (column < 0 || column > last);
            last = Math.Max(last, column);
        }

        VoteTable renamed = _table.WithColumns(
            Array.ConvertAll(statementOf, s => statements[s]), after, sortRows: !inOrder);
        int[] rows = inOrder ? [] : renamed.RowsByVotes();
        _statements = statements;
        _statementOf = statementOf;
        _columnOf = columnOf;
        Take(
            inOrder ? renamed : renamed.Ranked(rows),
            inOrder ? _participantOf : Array.ConvertAll(rows, row => _participantOf[row]));
    }

    /// <summary>Puts the rows that changed where they belong among those that did not.</summary>
    private void Merge(ChangedRows changed)
    {
        int before = _table.Participants.Count;
        int count = before - changed.Replaced.Length + changed.Count;
        int[] participantOf = new int[count];
        int[] start = new int[count + 1];
        int votes = _table.VoteCount + changed.VoteCount;
        foreach (int row in changed.Replaced)
        {
            votes -= _table.Row(row).Length;
        }

        int[] cells = GC.AllocateUninitializedArray<int>(votes);
        int from = 0, at = 0, replaced = 0;
        void CopyUntil(int row)
        {
            while (from < row)
            {
                int next = replaced < changed.Replaced.Length ? changed.Replaced[replaced] : before;
                int end = Math.Min(next, row);
                _table.Rows(from, end).CopyTo(cells.AsSpan(start[at]));
                Array.Copy(_participantOf, from, participantOf, at, end - from);
                for (; from < end; from++, at++)
                {
                    start[at + 1] = start[at] + _table.Row(from).Length;
                }

                if (from == next && from < row)
                {
                    from++;
                    replaced++;
                }
            }
        }

        for (int c = 0; c < changed.Count; c++)
        {
            ReadOnlySpan<int> row = changed.Row(c);
            CopyUntil(PlaceOf(row, from));
            row.CopyTo(cells.AsSpan(start[at]));
            participantOf[at] = changed.ParticipantOf(c);
            start[at + 1] = start[at] + row.Length;
            at++;
        }

        CopyUntil(before);
        string[] numbers = (string[])_table.Participants;
        Take(
            new VoteTable(
                count == before ? numbers : VoteTable.Numbers(count, numbers),
                (StatementColumn[])_table.Statements,
                start,
                cells),
            participantOf);
    }

    /// <summary>The first row from <paramref name="low"/> on that comes after these votes.</summary>
    private int PlaceOf(ReadOnlySpan<int> votes, int low)
    {
        int high = _table.Participants.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_table.Row(middle).SequenceCompareTo(votes) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Take(VoteTable table, int[] participantOf)
    {
        int most = _rowOf.Length;
        foreach (int participant in participantOf)
        {
            most = Math.Max(most, participant + 1);
        }

        int[] rowOf = most > _rowOf.Length ? new int[most] : _rowOf;
        Array.Fill(rowOf, -1);
        for (int row = 0; row < participantOf.Length; row++)
        {
            rowOf[participantOf[row]] = row;
        }

        _table = table;
        _participantOf = participantOf;
        _rowOf = rowOf;
    }
}
