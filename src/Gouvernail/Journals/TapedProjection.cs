using System.Buffers.Binary;

namespace Gouvernail.Journals;

/// <summary>
/// A projection of entries that are few: it keeps them, and its snapshot is those entries. Where one of them is
/// erased, everything is made anew from what is left, as a replay would.
/// </summary>
public abstract class TapedProjection : IProjection
{
    private readonly List<(long Position, Entry Entry, ReadOnlyMemory<byte> Payload)> _tape = [];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>How many entries of the log it has seen, those included that change nothing here.</summary>
    public long Seen { get; private set; }

    /// <inheritdoc/>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Seen = position + 1;
        if (Matters(entry))
        {
            _tape.Add((position, entry, payload));
            Take(position, entry, payload);
        }
        else if (entry.Kind == Tombstone.Kind && Tombstone.Read(entry) is { } erasure
            && IndexOf(erasure.Index) is >= 0 and int index && !_tape[index].Payload.IsEmpty)
        {
            _tape[index] = _tape[index] with { Payload = default };
            if (TryErase(erasure.Index, _tape[index].Entry))
            {
                return;
            }

            Forget();
            _tape.ForEach(kept => Take(kept.Position, kept.Entry, kept.Payload));
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _tape.Clear();
        Seen = 0;
        Forget();
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Number(stream, Seen);
        Number(stream, _tape.Count);
        foreach ((long position, Entry entry, ReadOnlyMemory<byte> payload) in _tape)
        {
            Number(stream, position);
            Bytes(stream, entry.ToBytes());
            Bytes(stream, payload.Span);
        }
    }

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Clear();
        long seen = Number(stream);
        for (long left = Number(stream); left > 0; left--)
        {
            long position = Number(stream);
            if (!Entry.TryParse(Bytes(stream), out Entry? entry, out _))
            {
                Clear();
                return false;
            }

            Apply(position, entry, Bytes(stream));
        }

        Seen = seen;
        return true;
    }

    /// <summary>True for an entry that is kept.</summary>
    protected abstract bool Matters(Entry entry);

    /// <summary>Takes note of an entry that matters.</summary>
    /// <param name="position">Its place in the log.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="payload">What it sealed; empty where it is public or erased.</param>
    protected abstract void Take(long position, Entry entry, ReadOnlyMemory<byte> payload);

    /// <summary>Forgets everything that was taken.</summary>
    protected abstract void Forget();

    /// <summary>
    /// Forgets what one entry sealed, where that is quicker than making everything anew and comes to the same.
    /// </summary>
    /// <param name="position">The place of the entry in the log.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False to have everything made anew.</returns>
    protected virtual bool TryErase(long position, Entry entry) => false;

    /// <summary>Where an entry stands on the tape, which is in the log's order; negative where it does not.</summary>
    private int IndexOf(long position)
    {
        int low = 0;
        for (int high = _tape.Count - 1; low <= high;)
        {
            int middle = low + ((high - low) / 2);
            long found = _tape[middle].Position;
            if (found == position)
            {
                return middle;
            }

            (low, high) = found < position ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private static void Number(Stream stream, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        stream.Write(bytes);
    }

    private static long Number(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    private static void Bytes(Stream stream, ReadOnlySpan<byte> bytes)
    {
        Number(stream, bytes.Length);
        stream.Write(bytes);
    }

    private static byte[] Bytes(Stream stream)
    {
        byte[] bytes = new byte[Number(stream)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
