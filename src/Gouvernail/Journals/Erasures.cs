using System.Buffers.Binary;

namespace Gouvernail.Journals;

/// <summary>The entries whose payload was erased, those of acts not yet committed included.</summary>
public sealed class Erasures : IProjection
{
    private readonly HashSet<long> _erased = [];

    /// <inheritdoc/>
    public string Name => "erasures-1";

    /// <summary>True where the payload of the entry at a place was erased.</summary>
    public bool Contains(long position) => _erased.Contains(position);

    /// <inheritdoc/>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Tombstone.Read(entry) is { } tombstone)
        {
            _erased.Add(tombstone.Index);
        }
    }

    /// <inheritdoc/>
    public void Clear() => _erased.Clear();

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> place = stackalloc byte[sizeof(long)];
        foreach (long erased in _erased)
        {
            BinaryPrimitives.WriteInt64BigEndian(place, erased);
            stream.Write(place);
        }
    }

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> place = stackalloc byte[sizeof(long)];
        while (stream.ReadAtLeast(place, place.Length, throwOnEndOfStream: false) is > 0 and int read)
        {
            if (read < place.Length)
            {
                return false;
            }

            _erased.Add(BinaryPrimitives.ReadInt64BigEndian(place));
        }

        return true;
    }
}
