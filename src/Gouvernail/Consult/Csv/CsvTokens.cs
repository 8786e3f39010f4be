using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Gouvernail.Consult.Csv;

/// <summary>
/// Rows of fields of a CSV file (RFC 4180, strict UTF-8), read as bytes in one pass with bounded memory.
/// A row without quotes is never copied: its fields are slices of the block that was read.
/// </summary>
internal sealed partial class CsvTokens
{
    private const int BlockBytes = 1 << 20;

    private readonly Stream _stream;
    private readonly ReadLimits _limits;
    private readonly CancellationToken _cancellation;

    // A block ends with Vector256<byte>.Count zeros, so that a vector may be loaded at any byte of it.
    private byte[] _block = GC.AllocateUninitializedArray<byte>(BlockBytes);
    private int _at;
    private int _end;
    private bool _isLast;
    private bool _isSuspect;
    private long _nextLine = 1;

    private byte[] _row = [];
    private int _rowStart;
    private int[] _ends = new int[64];

    public CsvTokens(string file, Stream stream, ReadLimits limits, CancellationToken cancellation)
    {
        File = file;
        _stream = stream;
        _limits = limits;
        _cancellation = cancellation;
        Refill();
        SkipByteOrderMark();
        if (_isLast && _at == _end)
        {
            throw UnreadableException.Of(
                file,
                new("the file is empty", "le fichier est vide"),
                new("a first line with the names of the columns", "une première ligne avec les noms des colonnes"));
        }

        RefuseBareReturns();
    }

    /// <summary>The file's name as problems show it.</summary>
    public string File { get; }

    /// <summary>The line on which the row starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Number of fields in the row.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of one field, without its quotes; valid until the next row.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int start = field == 0 ? 0 : _ends[field - 1] + 1;
            return new ReadOnlySpan<byte>(_row, _rowStart + start, _ends[field] - start);
        }
    }

    private ReadOnlySpan<byte> Row => _row.AsSpan(_rowStart, _ends[Count - 1]);

    /// <summary>Goes to the next row; false at the end, where blank lines are tolerated.</summary>
    public bool Read()
    {
        long blank = 0;
        while (ReadRow())
        {
            if (Count > 1 || _ends[0] > 0)
            {
                return blank == 0 ? true : throw At(
                    blank,
                    new("a blank line", "une ligne vide"),
                    new("a row; remove the blank line", "des champs\u00a0; retirez la ligne vide"));
            }

            blank = blank == 0 ? Line : blank;
        }

        return false;
    }

    /// <summary>Goes to the next line, blank or not; false at the end.</summary>
    public bool ReadLine() => ReadRow();

    /// <summary>True on a line without anything.</summary>
    public bool IsBlank => Count == 1 && _ends[0] == 0;

    // One vector holds a whole row of most vote files: its commas are bits, found without a branch per byte.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadRow()
    {
        Line = _nextLine;
        int count = 0;
        int i = 0;
        while (true)
        {
            ref byte start = ref MemoryMarshal.GetArrayDataReference(_block);
            var bytes = Vector256.LoadUnsafe(ref start, (nuint)(_at + i));
            uint stops = (Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
            uint commas = Vector256.Equals(bytes, Vector256.Create((byte)',')).ExtractMostSignificantBits();
            if (stops == 0 && _at + i + Vector256<byte>.Count > _end && !_isLast)
            {
                Refill();
                continue;
            }

            int stop = BitOperations.TrailingZeroCount(stops);
            commas &= stops == 0 ? uint.MaxValue : (1u << stop) - 1;
            if (count + Vector256<byte>.Count >= _ends.Length)
            {
                Array.Resize(ref _ends, 2 * _ends.Length);
            }

            for (; commas != 0; commas &= commas - 1)
            {
                _ends[count++] = i + BitOperations.TrailingZeroCount(commas);
            }

            if (stops != 0)
            {
                int length = i + stop;
                return _block[_at + length] == '"' ? ReadQuotedRow() : TakeRow(length, length + 1, count);
            }

            i += Vector256<byte>.Count;
            if (_isLast && _at + i >= _end)
            {
                return _at < _end && TakeRow(_end - _at, _end - _at, count);
            }
        }
    }

    private bool TakeRow(int length, int consumed, int count)
    {
        _row = _block;
        _rowStart = _at;
        _ends[count] = length > 0 && _block[_at + length - 1] == '\r' ? length - 1 : length;
        Count = count + 1;
        _at += consumed;
        _nextLine++;
        if (_isSuspect || length > _limits.FieldBytes)
        {
            CheckRow();
        }

        return true;
    }

    private void Refill()
    {
        _cancellation.ThrowIfCancellationRequested();
        int kept = _end - _at;
        if (kept > _limits.LineBytes)
        {
            throw TooLong();
        }

        byte[] from = _block;
        if (kept > _block.Length / 2)
        {
            _block = GC.AllocateUninitializedArray<byte>(2 * _block.Length);
        }

        from.AsSpan(_at, kept).CopyTo(_block);
        _at = 0;
        int read = _stream.ReadAtLeast(
            _block.AsSpan(kept, _block.Length - Vector256<byte>.Count - kept),
            BlockBytes / 4,
            throwOnEndOfStream: false);
        _isLast = read < BlockBytes / 4;
        _end = kept + read;
        _block.AsSpan(_end, Vector256<byte>.Count).Clear();

        // A block that is clean up to its last line end is checked at once; rows are looked at only in others.
        ReadOnlySpan<byte> block = _block.AsSpan(0, _end);
        ReadOnlySpan<byte> whole = _isLast ? block : block[..(block.LastIndexOf((byte)'\n') + 1)];
        _isSuspect = !Utf8.IsValid(whole) || whole.Contains((byte)0);
    }
}
