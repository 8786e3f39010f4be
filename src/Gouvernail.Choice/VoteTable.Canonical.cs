using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Gouvernail.Choice;

public sealed partial class VoteTable
{
    /// <summary>
    /// The same votes with participants and statements sorted by id (ordinal: UTF-16 code units), so that the order in
    /// which they arrived is forgotten. This table itself where it already is so.
    /// </summary>
    public VoteTable Canonical()
    {
        int[] rows = SortedById(_participants);
        int[] columns = SortedById(Array.ConvertAll(_statements, s => s.Id));
        return IsAscending(rows) && IsAscending(columns) ? this : Select(rows, columns);
    }

    /// <summary>
    /// SHA-256 of the table as it stands: <c>gouvernail-votes/1\n</c>; the number of participants, then of statements;
    /// each participant id, then each statement id, as byte length and UTF-8; each row's number of votes; all cells.
    /// Numbers are 32-bit little-endian.
    /// </summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("gouvernail-votes/1\n"u8);
        var header = new List<byte>();
        AppendNumber(header, _participants.Length);
        AppendNumber(header, _statements.Length);
        foreach (string id in _participants)
        {
            AppendText(header, id);
        }

        foreach (StatementColumn statement in _statements)
        {
            AppendText(header, statement.Id);
        }

        for (int row = 0; row < _participants.Length; row++)
        {
            AppendNumber(header, _start[row + 1] - _start[row]);
        }

        hash.AppendData(CollectionsMarshal.AsSpan(header));
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(_cells.AsSpan(0, VoteCount)));
        }
        else
        {
            Span<byte> word = stackalloc byte[4];
            foreach (int cell in _cells.AsSpan(0, VoteCount))
            {
                BinaryPrimitives.WriteInt32LittleEndian(word, cell);
                hash.AppendData(word);
            }
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Places of the ids, in ordinal order of the ids.</summary>
    internal static int[] SortedById(string[] ids)
    {
        int[] order = new int[ids.Length];
        bool sorted = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted = sorted && (i == 0 || string.CompareOrdinal(ids[i - 1], ids[i]) < 0);
        }

        if (!sorted)
        {
            Array.Sort((string[])ids.Clone(), order, StringComparer.Ordinal);
        }

        return order;
    }

    private static void AppendNumber(List<byte> bytes, int number)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(word, number);
        bytes.AddRange(word);
    }

    private static void AppendText(List<byte> bytes, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        AppendNumber(bytes, length);
        int at = bytes.Count;
        CollectionsMarshal.SetCount(bytes, at + length);
        Encoding.UTF8.GetBytes(text, CollectionsMarshal.AsSpan(bytes)[at..]);
    }
}
