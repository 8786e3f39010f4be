namespace Gouvernail.Journals;

/// <summary>
/// Something known from the log: it is a function of the entries alone, in their order, and of the payloads that are
/// left. It can be forgotten at any time and made anew.
/// </summary>
public interface IProjection
{
    /// <summary>A name for it and for the version of its snapshot, such as <c>consultations-1</c>.</summary>
    string Name { get; }

    /// <summary>Takes note of an entry.</summary>
    /// <param name="position">Its place in the log.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="payload">What it sealed; empty where it is public or erased.</param>
    void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload);

    /// <summary>Forgets everything.</summary>
    void Clear();

    /// <summary>Writes what is known, for <see cref="TryLoad"/>. Nothing that an erasure should reach.</summary>
    void Save(Stream stream);

    /// <summary>Takes up what <see cref="Save"/> wrote; false, and nothing known, where that cannot be read.</summary>
    bool TryLoad(Stream stream);
}
