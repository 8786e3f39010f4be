using Gouvernail.Choice;

namespace Gouvernail.Consult.Consultations;

/// <summary>
/// A vote taken back at a place in the log: it does away with the votes of that row and column before it.
/// </summary>
internal readonly record struct Withdrawal(long Position, int Row, int Column);

/// <summary>The vote events that stand, with rows and columns numbered again where some have gone.</summary>
internal readonly ref struct StandingVotes
{
    /// <summary>Row of each event.</summary>
    public required ReadOnlySpan<int> Rows { get; init; }

    /// <summary>Cell of each event.</summary>
    public required ReadOnlySpan<int> Cells { get; init; }

    /// <summary>Time of each event.</summary>
    public required ReadOnlySpan<long> Times { get; init; }

    /// <summary>What each row was called before.</summary>
    public required int[] People { get; init; }

    /// <summary>What each column was called before.</summary>
    public required int[] Columns { get; init; }

    /// <summary>Those of so many first events that no withdrawal has done away with.</summary>
    public static StandingVotes Of(
        ReadOnlySpan<long> positions,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> cells,
        ReadOnlySpan<long> times,
        IEnumerable<Withdrawal> withdrawals)
    {
        int count = positions.Length;
        var gone = new Dictionary<(int, int), long>();
        foreach (Withdrawal withdrawal in withdrawals)
        {
            gone[(withdrawal.Row, withdrawal.Column)] = withdrawal.Position;
        }

        if (gone.Count == 0)
        {
            return new StandingVotes
            {
                Rows = rows[..count],
                Cells = cells[..count],
                Times = times[..count],
                People = Numbers(rows[..count], 1),
                Columns = Numbers(cells[..count], VoteTable.CellsEach),
            };
        }

        int[] keptRows = new int[count], keptCells = new int[count];
        long[] keptTimes = new long[count];
        int kept = 0;
        for (int e = 0; e < count; e++)
        {
            if (!gone.TryGetValue((rows[e], VoteTable.StatementOf(cells[e])), out long until) || positions[e] > until)
            {
                (keptRows[kept], keptCells[kept], keptTimes[kept]) = (rows[e], cells[e], times[e]);
                kept++;
            }
        }

        int[] people = Renumber(keptRows.AsSpan(0, kept), 1);
        int[] columns = Renumber(keptCells.AsSpan(0, kept), VoteTable.CellsEach);
        return new StandingVotes
        {
            Rows = keptRows.AsSpan(0, kept),
            Cells = keptCells.AsSpan(0, kept),
            Times = keptTimes.AsSpan(0, kept),
            People = people,
            Columns = columns,
        };
    }

    /// <summary>0, 1, 2 … up to the highest number in use.</summary>
    private static int[] Numbers(ReadOnlySpan<int> values, int each)
    {
        int highest = -1;
        foreach (int value in values)
        {
            highest = Math.Max(highest, value / each);
        }

        return [.. Enumerable.Range(0, highest + 1)];
    }

    /// <summary>Closes the gaps between numbers, in their order; gives what each new number was before.</summary>
    private static int[] Renumber(Span<int> values, int each)
    {
        bool[] seen = new bool[Numbers(values, each).Length];
        foreach (int value in values)
        {
            seen[value / each] = true;
        }

        int[] before = [.. Enumerable.Range(0, seen.Length).Where(number => seen[number])];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (Array.BinarySearch(before, values[i] / each) * each) + (values[i] % each);
        }

        return before;
    }
}
