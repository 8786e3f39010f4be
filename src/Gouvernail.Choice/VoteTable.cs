namespace Gouvernail.Choice;

/// <summary>
/// Who voted what: participants × statements, most cells unseen. Rows are stored sparse, each vote as one
/// <em>cell</em> number, <c>3 · statement + vote + 1</c>, ascending in a row; so a count is a histogram of cells and a
/// matrix product is a table look-up per vote.
/// </summary>
public sealed partial class VoteTable
{
    private readonly string[] _participants;
    private readonly StatementColumn[] _statements;
    private readonly int[] _start;
    private readonly int[] _cells;

    /// <summary>Takes what it is given as it is: rows that ascend, of votes on the statements.</summary>
    /// <param name="participants">Ids, all different.</param>
    /// <param name="statements">Statements, ids all different.</param>
    /// <param name="start">Where each row starts among the cells, and where the last ends.</param>
    /// <param name="cells">Cells of all rows; what stands behind the last row does not count.</param>
    internal VoteTable(string[] participants, StatementColumn[] statements, int[] start, int[] cells)
    {
        _participants = participants;
        _statements = statements;
        _start = start;
        _cells = cells;
    }

    /// <summary>Participant ids; the index is the row.</summary>
    public IReadOnlyList<string> Participants => _participants;

    /// <summary>Statements; the index is the column.</summary>
    public IReadOnlyList<StatementColumn> Statements => _statements;

    /// <summary>Number of votes, one per participant and statement.</summary>
    public int VoteCount => _start[^1];

    /// <summary>The votes of one participant, as cells in ascending order.</summary>
    public ReadOnlySpan<int> Row(int participant) =>
        _cells.AsSpan(_start[participant], _start[participant + 1] - _start[participant]);

    /// <summary>Cells of one statement: disagree, pass, agree.</summary>
    public const int CellsEach = 3;

    /// <summary>The votes of neighbours, one after the other.</summary>
    internal ReadOnlySpan<int> Rows(int first, int end) => _cells.AsSpan(_start[first], _start[end] - _start[first]);

    /// <summary>The column that a cell belongs to.</summary>
    public static int StatementOf(int cell) => cell / 3;

    /// <summary>The vote that a cell stands for: 1 agree, −1 disagree, 0 pass.</summary>
    public static int VoteOf(int cell) => (cell % 3) - 1;

    /// <summary>The cell of a vote on a statement.</summary>
    public static int CellOf(int statement, int vote) => (3 * statement) + vote + 1;

    /// <summary>
    /// A table from a list of votes. When a participant votes several times on a statement, the last in the list
    /// counts. Rows and columns stand in order of first appearance, after the statements that were given.
    /// </summary>
    /// <param name="votes">Participant id, statement id, vote (1, 0 or −1).</param>
    /// <param name="statements">Statements known beforehand, with their standing; others are added unmoderated.</param>
    /// <exception cref="ArgumentException">A vote is not 1, 0 or −1, or a statement is given twice.</exception>
    public static VoteTable FromVotes(
        IEnumerable<(string Participant, string Statement, int Vote)> votes,
        IEnumerable<StatementColumn>? statements = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new List<StatementColumn>();
        foreach (StatementColumn statement in statements ?? [])
        {
            if (!columns.TryAdd(statement.Id, known.Count))
            {
                throw new ArgumentException($"Statement \"{statement.Id}\" is given twice.", nameof(statements));
            }

            known.Add(statement);
        }

        var people = new List<string>();
        var participantOf = new List<int>();
        var cellOf = new List<int>();
        foreach ((string participant, string statement, int vote) in votes)
        {
            if (vote is < -1 or > 1)
            {
                throw new ArgumentException(
                    $"A vote is 1, 0 or -1; {participant} gave {vote} on {statement}.", nameof(votes));
            }

            if (!rows.TryGetValue(participant, out int row))
            {
                rows.Add(participant, row = people.Count);
                people.Add(participant);
            }

            if (!columns.TryGetValue(statement, out int column))
            {
                columns.Add(statement, column = known.Count);
                known.Add(new StatementColumn(statement));
            }

            participantOf.Add(row);
            cellOf.Add(CellOf(column, vote));
        }

        return FromEvents([.. people], [.. known], [.. participantOf], [.. cellOf], default);
    }
}
