using System.Buffers.Binary;
using Gouvernail.Journals;

namespace Gouvernail.Aggregate.Results;

/// <summary>What acts that publish results need to know: when something was last erased.</summary>
public sealed class PublishedResults : IProjection
{
    /// <inheritdoc/>
    public string Name => "results-1";

    /// <summary>How many results are in the log.</summary>
    public long Count { get; private set; }

    /// <summary>The place of the last tombstone; −1 where there is none.</summary>
    public long LastErasure { get; private set; } = -1;

    /// <summary>Decides to publish a result.</summary>
    public static Decision Decide(PublishedResults state, ResultPublished result)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(result);
        return state.LastErasure >= result.Size
            ? Decision.Refuse("erased-meanwhile", new(
                "something was erased while the result was being computed; compute it again",
                "quelque chose a été effacé pendant le calcul du résultat\u00a0; recalculez-le"))
            : Decision.Log(result.ToDraft());
    }

    /// <inheritdoc/>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Count += entry.Kind == ResultPublished.Kind ? 1 : 0;
        LastErasure = entry.Kind == Tombstone.Kind ? position : LastErasure;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        Count = 0;
        LastErasure = -1;
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Count);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], LastErasure);
        stream.Write(bytes);
    }

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> bytes = stackalloc byte[16];
        stream.ReadExactly(bytes);
        Count = BinaryPrimitives.ReadInt64BigEndian(bytes);
        LastErasure = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        return true;
    }
}
