namespace Gouvernail.Choice;

public sealed partial class VoteTable
{
    /// <summary>
    /// The same people seeing the same statements, with each statement's votes dealt anew among those who saw it: what
    /// the table would look like if no answer of a person told anything about another.
    /// </summary>
    internal VoteTable DealtAnew(SeededGenerator generator)
    {
        int[] next = Starts(_statements.Length, _cells, 3);
        int[] columnStart = (int[])next.Clone();
        int[] byColumn = new int[_cells.Length];
        foreach (int cell in _cells)
        {
            byColumn[next[cell / 3]++] = cell;
        }

        for (int j = 0; j < _statements.Length; j++)
        {
            Span<int> column = byColumn.AsSpan(columnStart[j], columnStart[j + 1] - columnStart[j]);
            for (int i = column.Length - 1; i > 0; i--)
            {
                int other = generator.NextBelow(i + 1);
                (column[i], column[other]) = (column[other], column[i]);
            }
        }

        next = (int[])columnStart.Clone();
        int[] cells = new int[_cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = byColumn[next[_cells[i] / 3]++];
        }

        return new VoteTable(_participants, _statements, _start, cells);
    }
}
