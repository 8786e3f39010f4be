namespace Gouvernail.Choice;

/// <summary>A vote that was cast, or taken back.</summary>
/// <param name="Participant">The participant's number.</param>
/// <param name="Statement">The statement's place.</param>
/// <param name="Code">Vote + 1, or one more than any vote for none.</param>
internal readonly record struct Event(int Participant, int Statement, int Code)
{
    /// <summary>The code of a vote taken back.</summary>
    public const int Nothing = 3;
}

/// <summary>The rows of those who voted since a table was made, as they are now, sorted by their votes.</summary>
internal sealed class ChangedRows
{
    private readonly List<int> _cells = [];
    private readonly List<int> _start = [0];
    private readonly List<int> _participants = [];
    private readonly VoteTable _rows;
    private readonly int[] _order;

    /// <summary>What each column of the row at hand holds: 0 untouched, else the code and 1.</summary>
    private readonly int[] _held;
    private readonly List<int> _touched = [];

    /// <param name="table">The table that was made.</param>
    /// <param name="events">What has happened since, in its order.</param>
    /// <param name="rowOf">Row of each participant in the table, −1 or missing for none.</param>
    /// <param name="columnOf">Column of each statement in the table.</param>
    public ChangedRows(VoteTable table, List<Event> events, int[] rowOf, int[] columnOf)
    {
        _held = new int[columnOf.Length];
        long[] byParticipant = new long[events.Count];
        for (int e = 0; e < byParticipant.Length; e++)
        {
            byParticipant[e] = ((long)events[e].Participant << 32) | (uint)e;
        }

        Array.Sort(byParticipant);
        var replaced = new List<int>();
        for (int at = 0; at < byParticipant.Length;)
        {
            int participant = (int)(byParticipant[at] >> 32);
            int row = participant < rowOf.Length ? rowOf[participant] : -1;
            if (row >= 0)
            {
                replaced.Add(row);
                foreach (int cell in table.Row(row))
                {
                    Hold(VoteTable.StatementOf(cell), cell % 3);
                }
            }

            for (; at < byParticipant.Length && (int)(byParticipant[at] >> 32) == participant; at++)
            {
                Event change = events[(int)byParticipant[at]];
                Hold(columnOf[change.Statement], change.Code);
            }

            Close(participant);
        }

        replaced.Sort();
        Replaced = [.. replaced];
        _rows = new VoteTable(
            new string[_participants.Count], new StatementColumn[columnOf.Length], [.. _start], [.. _cells]);
        _order = _rows.RowsByVotes();
    }

    /// <summary>Rows of the table that these stand for, or that are no more; ascending.</summary>
    public int[] Replaced { get; }

    /// <summary>Number of rows, each with votes.</summary>
    public int Count => _order.Length;

    /// <summary>Number of votes in all of them.</summary>
    public int VoteCount => _rows.VoteCount;

    /// <summary>The votes of a row.</summary>
    public ReadOnlySpan<int> Row(int row) => _rows.Row(_order[row]);

    /// <summary>Whose row it is.</summary>
    public int ParticipantOf(int row) => _participants[_order[row]];

    private void Hold(int column, int code)
    {
        if (_held[column] == 0)
        {
            _touched.Add(column);
        }

        _held[column] = code + 1;
    }

    /// <summary>Ends the row at hand; one without votes is none.</summary>
    private void Close(int participant)
    {
        _touched.Sort();
        foreach (int column in _touched)
        {
            int code = _held[column] - 1;
            _held[column] = 0;
            if (code != Event.Nothing)
            {
                _cells.Add((3 * column) + code);
            }
        }

        _touched.Clear();
        if (_cells.Count > _start[^1])
        {
            _start.Add(_cells.Count);
            _participants.Add(participant);
        }
    }
}
