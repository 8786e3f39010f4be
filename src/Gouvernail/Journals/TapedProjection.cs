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
            && _tape.FindIndex(kept => kept.Position == erasure.Index) is >= 0 and int index)
        {
            _tape[index] = _tape[index] with { Payload = default };
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
