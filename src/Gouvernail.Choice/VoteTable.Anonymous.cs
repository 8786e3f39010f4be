using System.Globalization;
using System.Numerics;

namespace Gouvernail.Choice;

public sealed partial class VoteTable
{
    /// <summary>
    /// The same votes by people without names: statements sorted by id, participants by their votes, cell by cell, and
    /// numbered from 1 in that order, with as many digits as the last number has. It depends neither on what people are
    /// called nor on the order in which votes arrived; those who voted alike cannot be told apart, nor need be.
    /// </summary>
    public VoteTable Anonymous()
    {
        int[] columns = SortedById(Array.ConvertAll(_statements, s => s.Id));
        VoteTable sorted = IsAscending(columns) ? this : SelectColumns(columns);
        return sorted.Ranked(sorted.RowsByVotes());
    }

    /// <summary>Numbers from 1, with as many digits as the last has: their order as text is their order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="known">Numbers that were made before, to be taken over where they are the same.</param>
    internal static string[] Numbers(int count, string[]? known = null)
    {
        int digits = count.ToString(CultureInfo.InvariantCulture).Length;
        string format = "D" + digits.ToString(CultureInfo.InvariantCulture);
        string[] numbers = new string[count];
        int same = known is [var first, ..] && first.Length == digits ? Math.Min(count, known.Length) : 0;
        Array.Copy(known ?? [], numbers, same);
        for (int i = same; i < count; i++)
        {
            numbers[i] = (i + 1).ToString(format, CultureInfo.InvariantCulture);
        }

        return numbers;
    }

    /// <summary>Rows in another order, numbered in it.</summary>
    internal VoteTable Ranked(int[] rows)
    {
        int[] start = new int[rows.Length + 1];
        int[] cells = GC.AllocateUninitializedArray<int>(VotesOf(rows));
        for (int r = 0; r < rows.Length; r++)
        {
            ReadOnlySpan<int> row = Row(rows[r]);
            row.CopyTo(cells.AsSpan(start[r]));
            start[r + 1] = start[r] + row.Length;
        }

        return new VoteTable(Numbers(rows.Length), _statements, start, cells);
    }

    /// <summary>
    /// The rows, sorted by their votes, cell by cell. First by as many cells as one number holds, which tells nearly
    /// all of them apart without a look at the votes; then those that begin alike.
    /// </summary>
    internal int[] RowsByVotes()
    {
        int bits = BitOperations.Log2((3 * (uint)_statements.Length) + 1) + 1;
        int held = 64 / bits;
        int[] rows = new int[_participants.Length];
        ulong[] keys = new ulong[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            ReadOnlySpan<int> row = Row(i);
            for (int k = 0; k < held; k++)
            {
                keys[i] = (keys[i] << bits) | (k < row.Length ? (uint)row[k] + 1 : 0);
            }
        }

        Array.Sort(keys, rows);
        for (int first = 0, end; first < rows.Length; first = end)
        {
            end = first + 1;
            while (end < rows.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                rows.AsSpan(first, end - first).Sort((a, b) => Row(a).SequenceCompareTo(Row(b)));
            }
        }

        return rows;
    }
}
