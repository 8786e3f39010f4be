namespace Gouvernail.Choice;

public sealed partial class VoteTable
{
    /// <summary>
    /// A table from vote events in columns, for large inputs. The event with the largest time counts among those of one
    /// participant on one statement; at equal times, the later in the list.
    /// </summary>
    /// <param name="participants">Ids, all different; the index is the row.</param>
    /// <param name="statements">Statements, ids all different; the index is the column.</param>
    /// <param name="participantOf">Row of each event.</param>
    /// <param name="cellOf">Cell of each event (<see cref="CellOf"/>).</param>
    /// <param name="timeOf">Time of each event in any unit; empty where the list's order is the order in time.</param>
    /// <exception cref="ArgumentException">
    /// The lists differ in length, a row or cell is out of range, or an id is given twice.
    /// </exception>
    public static VoteTable FromEvents(
        string[] participants,
        StatementColumn[] statements,
        ReadOnlySpan<int> participantOf,
        ReadOnlySpan<int> cellOf,
        ReadOnlySpan<long> timeOf)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(statements);
        if (participantOf.Length != cellOf.Length || (!timeOf.IsEmpty && timeOf.Length != cellOf.Length))
        {
            throw new ArgumentException("The events' columns differ in length.");
        }

        RequireDistinct(participants, nameof(participants));
        RequireDistinct(Array.ConvertAll(statements, s => s.Id), nameof(statements));

        // Two stable counting sorts, by column then by row: each row ends ascending by column, repeats in list order.
        Span<int> next = Starts(statements.Length, cellOf, 3);
        int[] sortedRow = new int[cellOf.Length];
        int[] sortedCell = new int[cellOf.Length];
        int[] sortedEvent = timeOf.IsEmpty ? [] : new int[cellOf.Length];
        for (int e = 0; e < cellOf.Length; e++)
        {
            int at = next[cellOf[e] / 3]++;
            sortedRow[at] = participantOf[e];
            sortedCell[at] = cellOf[e];
            if (sortedEvent.Length > 0)
            {
                sortedEvent[at] = e;
            }
        }

        int[] start = Starts(participants.Length, participantOf, 1);
        next = (int[])start.Clone();
        int[] cells = new int[cellOf.Length];
        int[] events = timeOf.IsEmpty ? [] : new int[cellOf.Length];
        for (int i = 0; i < sortedCell.Length; i++)
        {
            int at = next[sortedRow[i]]++;
            cells[at] = sortedCell[i];
            if (events.Length > 0)
            {
                events[at] = sortedEvent[i];
            }
        }

        int kept = KeepLast(start, cells, events, timeOf);
        return new VoteTable(participants, statements, start, Trimmed(cells, kept));
    }

    /// <summary>The same votes with rows and columns in another order, or fewer of them.</summary>
    /// <param name="rows">Old row index of each new row, each at most once.</param>
    /// <param name="columns">Old column index of each new column, each at most once.</param>
    /// <exception cref="ArgumentException">An index is out of range, or given twice.</exception>
    public VoteTable Select(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        int[] cellOf = CellsAfter(Inverse(columns, _statements.Length));
        _ = Inverse(rows, _participants.Length);
        bool ascending = IsAscending(columns);
        bool asTheyAre = ascending && columns.Length == _statements.Length;
        string[] participants = new string[rows.Length];
        int[] start = new int[rows.Length + 1];
        int[] cells = GC.AllocateUninitializedArray<int>(VotesOf(rows));
        int at = 0;
        for (int r = 0; r < rows.Length; r++)
        {
            participants[r] = _participants[rows[r]];
            int first = at;
            ReadOnlySpan<int> row = Row(rows[r]);
            if (asTheyAre)
            {
                row.CopyTo(cells.AsSpan(at));
                at += row.Length;
            }
            else
            {
                // A cell that is left out is written, then written over: cheaper than a jump that cannot be foreseen.
                foreach (int cell in row)
                {
                    int after = cellOf[cell];
                    cells[at] = after;
                    at += after < 0 ? 0 : 1;
                }
            }

            if (!ascending)
            {
                cells.AsSpan(first, at - first).Sort();
            }

            start[r + 1] = at;
        }

        var statements = new StatementColumn[columns.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            statements[c] = _statements[columns[c]];
        }

        return new VoteTable(participants, statements, start, Trimmed(cells, at));
    }

    /// <summary>The votes of everybody on some of the statements, in the order given.</summary>
    internal VoteTable SelectColumns(ReadOnlySpan<int> columns) =>
        Select([.. Enumerable.Range(0, _participants.Length)], columns);

    /// <summary>The votes as they stand, their columns in other places among others.</summary>
    /// <param name="statements">The columns.</param>
    /// <param name="columnOf">New place of each column, −1 for one without votes.</param>
    /// <param name="sortRows">Whether the columns change their order.</param>
    internal VoteTable WithColumns(StatementColumn[] statements, int[] columnOf, bool sortRows)
    {
        int[] cellOf = CellsAfter(columnOf);
        int[] cells = GC.AllocateUninitializedArray<int>(VoteCount);
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = cellOf[_cells[i]];
        }

        for (int row = 0; sortRows && row < _participants.Length; row++)
        {
            cells.AsSpan(_start[row], _start[row + 1] - _start[row]).Sort();
        }

        return new VoteTable(_participants, statements, _start, cells);
    }

    /// <summary>Number of votes of each participant.</summary>
    internal int[] RowLengths()
    {
        int[] lengths = new int[_participants.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = _start[i + 1] - _start[i];
        }

        return lengths;
    }

    internal static void RequireDistinct(string[] ids, string list)
    {
        var seen = new HashSet<string>(ids.Length, StringComparer.Ordinal);
        foreach (string id in ids)
        {
            if (!seen.Add(id))
            {
                throw new ArgumentException($"The id \"{id}\" is given twice.", list);
            }
        }
    }

    private static int[] Starts(int buckets, ReadOnlySpan<int> keys, int divisor)
    {
        int[] start = new int[buckets + 1];
        foreach (int key in keys)
        {
            if (key < 0 || key / divisor >= buckets)
            {
                throw new ArgumentException("An event names a row or column that the table does not have.");
            }

            start[(key / divisor) + 1]++;
        }

        for (int b = 0; b < buckets; b++)
        {
            start[b + 1] += start[b];
        }

        return start;
    }

    private static int KeepLast(int[] start, int[] cells, int[] events, ReadOnlySpan<long> timeOf)
    {
        int kept = 0;
        int from = 0;
        for (int row = 0; row + 1 < start.Length; row++)
        {
            int to = start[row + 1];
            int first = kept;
            for (int i = from; i < to; i++)
            {
                bool repeat = kept > first && cells[kept - 1] / 3 == cells[i] / 3;
                if (repeat && events.Length > 0 && timeOf[events[i]] < timeOf[events[kept - 1]])
                {
                    continue;
                }

                int at = repeat ? kept - 1 : kept++;
                cells[at] = cells[i];
                if (events.Length > 0)
                {
                    events[at] = events[i];
                }
            }

            from = to;
            start[row + 1] = kept;
        }

        return kept;
    }

    private int VotesOf(ReadOnlySpan<int> rows)
    {
        int votes = 0;
        foreach (int row in rows)
        {
            votes += _start[row + 1] - _start[row];
        }

        return votes;
    }

    /// <summary>What each cell is called when its column has another place; −1 where the column has none.</summary>
    private static int[] CellsAfter(int[] columnOf)
    {
        int[] cells = new int[3 * columnOf.Length];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            int column = columnOf[cell / 3];
            cells[cell] = column < 0 ? -1 : (3 * column) + (cell % 3);
        }

        return cells;
    }

    /// <summary>Room for a few votes more is kept rather than all of them copied.</summary>
    private static int[] Trimmed(int[] cells, int kept) =>
        kept >= cells.Length - (cells.Length / 8) ? cells : cells[..kept];

    private static int[] Inverse(ReadOnlySpan<int> order, int size)
    {
        int[] inverse = new int[size];
        Array.Fill(inverse, -1);
        for (int i = 0; i < order.Length; i++)
        {
            if ((uint)order[i] >= (uint)size || inverse[order[i]] >= 0)
            {
                throw new ArgumentException($"Row or column {order[i]} is not in the table, or is chosen twice.");
            }

            inverse[order[i]] = i;
        }

        return inverse;
    }

    private static bool IsAscending(ReadOnlySpan<int> order)
    {
        for (int i = 1; i < order.Length; i++)
        {
            if (order[i] <= order[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
